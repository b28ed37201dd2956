import { Link } from "@tanstack/react-router";
import type { ChildPageAnswer, MatterAnswer } from "../../api/queries.ts";
import { ClockLine } from "../../components/clock-row/clock-line.tsx";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { paths } from "../../paths.ts";
import { childText } from "../../text/child.ts";
import { phaseText } from "../../text/clock.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { Steps } from "./steps.tsx";

/** Where the running matters stand: the phase, what can be done next and what is missing, and the times. */
export function Now({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const running = child.matters.filter((matter) => matter.closedOn === null);
  return (
    <section className="child-section" id="now" aria-labelledby="now-title">
      <h2 id="now-title">{t("now")}</h2>
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
      <Standing matter={matter} />
      <div className="now-grid">
        <div>
          <Writing child={child} matter={matter} />
          <Steps akt={child.akt} matter={matter} />
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
function Standing({ matter }: { readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const phase = useText(phaseText);
  const { lang } = useLang();
  const since = matter.investigation?.openedOn ?? matter.startedOn;
  const known = matter.phase in phaseText;
  return (
    <p className="standing">
      <strong>
        {known ? phase(matter.phase as keyof typeof phaseText & string) : matter.phase}
      </strong>{" "}
      {t("since", { day: fullDay(since, lang) })}
      <span className="standing-who">
        {matter.worker === null ? t("noWorker") : t("worker", { name: matter.worker.name })}
        {matter.coWorker === null ? null : `, ${t("coWorker", { name: matter.coWorker.name })}`}
        {matter.unit === null ? null : `, ${matter.unit.name}`}
      </span>
    </p>
  );
}

const basisDocument = "decision-basis";

/** What is written in this matter: a note, a talk, and the decision basis while an investigation runs. */
function Writing({
  child,
  matter,
}: {
  readonly child: ChildPageAnswer;
  readonly matter: MatterAnswer;
}) {
  const t = useText(childText);
  const investigation = matter.investigation;
  const writesBasis =
    investigation !== null && investigation.closedOn === null && matter.basis?.status !== "signed";
  const begun = child.drafts.some(
    (draft) => draft.matter === matter.matter && draft.document === basisDocument,
  );
  return (
    <div className="row writing no-print">
      {writesBasis ? (
        <Link className="button" {...paths.document(child.akt, matter.matter, basisDocument)}>
          {begun ? t("goOnBasis") : t("writeBasis")}
        </Link>
      ) : null}
      <Link className="button" {...paths.act(child.akt, matter.matter, "note.sign")}>
        {t("writeNote")}
      </Link>
      <Link className="button" {...paths.act(child.akt, matter.matter, "talk.sign")}>
        {t("writeTalk")}
      </Link>
      <Link className="button" {...paths.act(child.akt, matter.matter, "act.record")}>
        {t("recordAct")}
      </Link>
    </div>
  );
}
