import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";

/** What a matter is called where there may be several: by its number, if it has one, and the day it began. */
export function useMatterName(): (matter: {
  readonly number: string | null;
  readonly startedOn: string;
}) => string {
  const t = useText(childText);
  const { lang } = useLang();
  return ({ number, startedOn }) => {
    const day = fullDay(startedOn, lang);
    return number === null ? t("matterOf", { day }) : t("numberedMatter", { number, day });
  };
}
