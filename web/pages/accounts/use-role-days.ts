import { accountsText } from "../../text/accounts.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days of a role in words; empty for one that has always been and goes on. */
export function useRoleDays(): (days: Days) => string {
  const t = useText(accountsText);
  const { lang } = useLang();
  return ({ from, to }) => {
    if (from === null && to === null) return "";
    if (to === null) return t("daysOpen", { from: fullDay(from ?? "", lang) });
    if (from === null) return t("daysUntil", { to: fullDay(to, lang) });
    return t("daysBoth", { from: fullDay(from, lang), to: fullDay(to, lang) });
  };
}
