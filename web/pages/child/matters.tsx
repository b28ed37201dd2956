import type { ChildPageAnswer, MatterAnswer } from "../../api/queries.ts";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { phaseText } from "../../text/clock.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { FollowUp23 } from "./follow-up-23.tsx";
import { Consents, InstrumentResults } from "./registers.tsx";
import { PlanQuestions } from "./plan-questions.tsx";
import { CameBack } from "./came-back.tsx";
import { useMatterName } from "./use-matter-name.ts";
import "./matters.css";

/** Every matter of the child, running ones first, each with its chain from report to decision. */
export function Matters({
  child,
  names,
}: {
  readonly child: ChildPageAnswer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useText(childText);
  const running = child.matters.filter((matter) => matter.closedOn === null);
  const closed = child.matters.filter((matter) => matter.closedOn !== null);
  const others = child.otherMatters;
  return (
    <section className="child-section" id="matters" aria-labelledby="matters-title">
      <h2 id="matters-title">{t("matters")}</h2>
      {[...running, ...closed].map((matter) => (
        <MatterChain key={matter.matter} matter={matter} names={names} />
      ))}
      {others === 0 ? null : (
        <p className="quiet">
          {others === 1 ? t("otherMatter") : t("otherMatters", { n: others })}
        </p>
      )}
    </section>
  );
}

function MatterChain({
  matter,
  names,
}: {
  readonly matter: MatterAnswer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useText(childText);
  const phase = useText(phaseText);
  const nameOf = useMatterName();
  const { lang } = useLang();
  const state =
    matter.closedOn === null
      ? matter.phase in phaseText
        ? phase(matter.phase as keyof typeof phaseText & string)
        : matter.phase
      : t("closedOn", { day: fullDay(matter.closedOn, lang) });
  return (
    <details className="matter" open={matter.closedOn === null}>
      <summary>
        <h3>{nameOf(matter)}</h3>
        <span className="quiet">{state}</span>
      </summary>
      <dl>
        <Reports matter={matter} />
        <Investigation matter={matter} />
        <Plan matter={matter} />
        <Consents matter={matter} names={names} />
        <InstrumentResults matter={matter} />
        <Basis matter={matter} names={names} />
        <Decisions matter={matter} names={names} />
        <FollowUp23 matter={matter} />
      </dl>
    </details>
  );
}

function Reports({ matter }: { readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  const label = (list: string, code: unknown): string =>
    typeof code === "string" ? say(codeLabel(pack, list, code)) : "";
  return matter.reports.map((report) => {
    const from = label("reporter-kind", report.data["reporterKind"]);
    const protection = report.protection?.["outcome"];
    const facts = [
      from,
      t("arrived", { day: fullDay(report.arrivedOn, lang) }),
      ...(report.moreChildren ? [t("moreChildren")] : []),
    ].filter((fact) => fact !== "");
    const outcome =
      report.outcome === null
        ? t("waitsForDecision")
        : [
            label("opening-outcome", report.outcome),
            report.outcomeOn === null ? "" : fullDay(report.outcomeOn, lang),
          ].join(", ");
    return (
      <div className="link" key={report.report}>
        <dt>{label("report-kind", report.data["kind"]) || t("report")}</dt>
        <dd>
          <p>{sentence(facts)}</p>
          {report.data["kind"] === "application" ? null : (
            <p className="quiet">
              {t("protection")}:{" "}
              {protection === undefined
                ? t("noProtection")
                : label("protection-outcome", protection)}
            </p>
          )}
          <p className="quiet">
            {t("outcome")}: {outcome}
          </p>
          <CameBack report={report} />
        </dd>
      </div>
    );
  });
}

function Investigation({ matter }: { readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  const investigation = matter.investigation;
  if (investigation === null) return null;
  const { openedOn, extendedUntil, closedOn, result } = investigation;
  const facts = [
    t("opened", { day: fullDay(openedOn, lang) }),
    ...(extendedUntil === null ? [] : [t("extended", { day: fullDay(extendedUntil, lang) })]),
    ...(closedOn === null ? [] : [t("closedOn", { day: fullDay(closedOn, lang) })]),
    ...(result === null ? [] : [say(codeLabel(pack, "investigation-result", result))]),
  ];
  return (
    <div className="link">
      <dt>{t("investigation")}</dt>
      <dd>{sentence(facts)}</dd>
    </div>
  );
}

function Plan({ matter }: { readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const { lang } = useLang();
  const { plan } = matter;
  if (plan === null) return null;
  const facts = [
    t("planMade", { day: fullDay(plan.madeOn, lang) }),
    ...(plan.revisedOn === null ? [] : [t("planRevised", { day: fullDay(plan.revisedOn, lang) })]),
    ...(plan.targetOn === null ? [] : [t("planTarget", { day: fullDay(plan.targetOn, lang) })]),
  ];
  return (
    <div className="link">
      <dt>{t("plan")}</dt>
      <dd>
        <p>{sentence(facts)}</p>
        <PlanQuestions questions={plan.questions} />
      </dd>
    </div>
  );
}

interface WithNames {
  readonly matter: MatterAnswer;
  readonly names: ReadonlyMap<string, string>;
}

function Basis({ matter, names }: WithNames) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  const basis = matter.basis;
  if (basis === null) return null;
  const facts = [
    basis.signedOn === null ? t("fixed") : t("signed", { day: fullDay(basis.signedOn, lang) }),
    t("version", { n: basis.version }),
    ...(basis.returned
      ? [t("returned")]
      : basis.reviewedOn === null
        ? []
        : [t("reviewed", { day: fullDay(basis.reviewedOn, lang) })]),
  ];
  return (
    <div className="link">
      <dt>{t("basis")}</dt>
      <dd>
        <p>{sentence(facts)}</p>
        {basis.communicated.map((sent) => (
          <p className="quiet" key={sent.party}>
            {sentence([
              t("communicated", {
                name: names.get(sent.party) ?? "–",
                day: fullDay(sent.on, lang),
              }),
              sent.answeredOn === null
                ? t("answerBy", { day: fullDay(sent.answerBy, lang) })
                : t("answered", { day: fullDay(sent.answeredOn, lang) }),
              ...(sent.position === null
                ? []
                : [say(codeLabel(pack, "party-position", sent.position))]),
            ])}
          </p>
        ))}
      </dd>
    </div>
  );
}

function Decisions({ matter, names }: WithNames) {
  const t = useText(childText);
  const say = useSay();
  const pack = usePack();
  const { lang } = useLang();
  return matter.decisions.map((decision) => (
    <div className="link" key={decision.decision}>
      <dt>{t("decision")}</dt>
      <dd>
        <p>
          {sentence([
            say(codeLabel(pack, "decision-type", decision.type)),
            t("decidedBy", { day: fullDay(decision.on, lang), name: decision.decider }),
          ])}
        </p>
        <p className="narrative">{decision.wording}</p>
        <p className="quiet">
          {decision.notified.length === 0
            ? sentence([t("notNotified")])
            : sentence(
                decision.notified.map((told) =>
                  t("notified", {
                    name: names.get(told.party) ?? "–",
                    day: fullDay(told.receivedOn, lang),
                  }),
                ),
              )}
        </p>
      </dd>
    </div>
  ));
}

/** Facts as one sentence with a capital letter. */
function sentence(facts: readonly string[]): string {
  const text = facts.join(", ");
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}
