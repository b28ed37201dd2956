import type { ChildPageAnswer, MatterAnswer } from "../../api/queries.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { measureText } from "../../text/measure.ts";
import { useLang, useText } from "../../text/text.ts";
import { MeasureDays } from "./measure-days.tsx";
import { Needs } from "./needs.tsx";
import { useMatterName } from "./use-matter-name.ts";
import "./measures.css";

/** What is to become better for the child: the needs, the goals for them, and what is given to reach them. */
export function Measures({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(measureText);
  const some = child.matters.filter(leadsToMore);
  const running = some.filter((matter) => matter.closedOn === null);
  const closed = some.filter((matter) => matter.closedOn !== null);
  return (
    <section className="child-section" id="measures" aria-labelledby="measures-title">
      <h2 id="measures-title">{t("title")}</h2>
      {some.length === 0 ? <EmptyNote title={t("none")}>{t("noneHelp")}</EmptyNote> : null}
      {[...running, ...closed].map((matter) => (
        <MatterMeasures key={matter.matter} akt={child.akt} matter={matter} />
      ))}
    </section>
  );
}

function leadsToMore({ needs, goals, measures }: MatterAnswer): boolean {
  return needs.length + goals.length + measures.length > 0;
}

function MatterMeasures({ akt, matter }: { readonly akt: string; readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const nameOf = useMatterName();
  const { lang } = useLang();
  return (
    <details className="matter" open={matter.closedOn === null}>
      <summary>
        <h3>{nameOf(matter)}</h3>
        {matter.closedOn === null ? null : (
          <span className="quiet">{t("closedOn", { day: fullDay(matter.closedOn, lang) })}</span>
        )}
      </summary>
      <div className="measures">
        <Needs matter={matter} />
        {matter.measures.map((measure) => (
          <MeasureDays key={measure.measure} akt={akt} matter={matter} measure={measure} />
        ))}
      </div>
    </details>
  );
}
