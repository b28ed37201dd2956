import { weekDay } from "../text/dates.ts";
import { shellText } from "../text/shell.ts";
import { useLang, useText } from "../text/text.ts";
import "./shell.css";

/** On every page and paper of a synthetic board: no real personal data here; and the day, where it is a simulated one. */
export function Banner({ simulatedToday }: { readonly simulatedToday?: string | null }) {
  const t = useText(shellText);
  const { lang } = useLang();
  return (
    <section className="banner" aria-label={t("notice")}>
      <strong>{t("testOnly")}</strong>
      {simulatedToday === undefined || simulatedToday === null ? null : (
        <span>{t("simulated", { day: weekDay(simulatedToday, lang) })}</span>
      )}
    </section>
  );
}
