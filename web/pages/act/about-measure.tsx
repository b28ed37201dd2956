import { measureName } from "../../spec/measure-name.ts";
import { usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { measureText } from "../../text/measure.ts";
import { useLang, useText } from "../../text/text.ts";
import type { MatterAnswer } from "./use-matter.ts";

/** Which of the measures a form is about: what it is and when it was granted. */
export function AboutMeasure({
  measure,
  matter,
}: {
  readonly measure: MatterAnswer["measures"][number];
  readonly matter: Pick<MatterAnswer, "measures"> | undefined;
}) {
  const t = useText(measureText);
  const { lang } = useLang();
  const name = measureName(usePack(), measure, lang, matter?.measures);
  return (
    <p className="quiet">
      {t("about", { measure: name })} {t("aboutGranted", { day: fullDay(measure.grantedOn, lang) })}
    </p>
  );
}
