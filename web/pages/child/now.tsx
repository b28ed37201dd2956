import { Link } from "@tanstack/react-router";
import type { ChildPageAnswer, MatterAnswer } from "../../api/queries.ts";
import { ClockLine } from "../../components/clock-row/clock-line.tsx";
import { paths } from "../../paths.ts";
import { EmptyNote, Notice } from "../../components/notice/notice.tsx";
import { childText } from "../../text/child.ts";
import { phaseText } from "../../text/clock.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { Steps } from "./steps.tsx";

/** Where the running matters stand: the phase, what can be done next and what is missing, and the times. */
export function Now({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const { lang } = useLang();
  const running = child.matters.filter((matter) => matter.closedOn === null);
  return (
    <section className="child-section" id="now" aria-labelledby="now-title">
      <h2 id="now-title">{t("now")}</h2>
      {child.linkedAkter.map((akt) => (
        <p key={akt} className="effect">
          {t("linkedAkt")} <Link {...paths.child(akt)}>{t("openLinked")}</Link>
        </p>
      ))}
      {child.twoInvestigations.map(({ akt, number, openedOn }) => (
        <Notice key={akt} tone="warn">
          <strong>{t("twoInvestigations", { day: fullDay(openedOn, lang) })}</strong>{" "}
          {t("twoInvestigationsDo")}{" "}
          <Link {...paths.child(akt)}>
            {t("openLinked")}
            {number === null ? null : ` (${number})`}
          </Link>
        </Notice>
      ))}
      {running.length === 0 ? (
        <EmptyNote title={t("nothingRuns")}>{t("nothingRunsHelp")}</EmptyNote>
      ) : null}
      {running.map((matter) => (
        <NowMatter key={matter.matter} child={child} matter={matter} />
      ))}
    </section>
  );
}

function NowMatter({
  child,
  matter,
}: {
  readonly child: ChildPageAnswer;
  readonly matter: MatterAnswer;
}) {
  const t = useText(childText);
  return (
    <article className="now-matter" aria-label={t("now")}>
      <Standing akt={child.akt} matter={matter} />
      <div className="now-grid">
        <div>
          <Steps child={child} matter={matter} />
        </div>
        <div>
          <h3>{t("clocks")}</h3>
          {matter.clocks.length === 0 ? <p className="quiet">{t("noClocks")}</p> : null}
          <ul className="clock-lines">
            {matter.clocks.map((clock) => (
              <ClockLine key={clock.clock} clock={clock} />
            ))}
          </ul>
        </div>
      </div>
    </article>
  );
}

/** One sentence: the phase, since when, and who has it. */
function Standing({ akt, matter }: { readonly akt: string; readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const phase = useText(phaseText);
  const { lang } = useLang();
  function sinceWhen(): string {
    const investigation = matter.investigation;
    if (investigation === null) return t("beganOn", { day: fullDay(matter.startedOn, lang) });
    const { openedOn, closedOn } = investigation;
    if (closedOn === null) return t("openedOn", { day: fullDay(openedOn, lang) });
    return t("endedOn", { from: fullDay(openedOn, lang), to: fullDay(closedOn, lang) });
  }
  const known = matter.phase in phaseText;
  return (
    <p className="standing">
      <strong>
        {known ? phase(matter.phase as keyof typeof phaseText & string) : matter.phase}.
      </strong>{" "}
      {sinceWhen()}
      <span className="standing-who">
        {matter.worker === null ? t("noWorker") : t("worker", { name: matter.worker.name })}
        {matter.coWorker === null ? null : `, ${t("coWorker", { name: matter.coWorker.name })}`}
        {matter.unit === null ? null : `, ${matter.unit.name}`}
        {matter.number === null ? null : `, ${t("matterNumber", { number: matter.number })}`}
        <span className="no-print">
          {" · "}
          <Link {...paths.handover(akt, matter.matter)}>{t("handover")}</Link>
        </span>
      </span>
    </p>
  );
}
