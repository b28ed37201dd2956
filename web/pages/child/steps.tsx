import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ChildPageAnswer, MatterAnswer } from "../../api/queries.ts";
import { paths, stepPath } from "../../paths.ts";
import { measureName } from "../../spec/measure-name.ts";
import { thingName } from "../../spec/thing-name.ts";
import { usePack } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { useLang, useText } from "../../text/text.ts";
import { aboutOf } from "../act/step-of.ts";
import { besideTheChain } from "./beside-the-chain.ts";
import { useNameOf } from "../../components/person-label/name-of.ts";
import "./steps.css";

type Step = MatterAnswer["steps"][number];

/** What is written in the file at any time has places of its own beside the steps. */
const writing = [
  ["note.sign", "writeNote"],
  ["talk.sign", "writeTalk"],
  ["party.inform", "writeInform"],
  ["consent.give", "writeConsent"],
  ["instrument.score", "writeInstrument"],
  ["act.record", "recordAct"],
] as const;
/** Fixed where it is written, so the button that leads to the writing stands for it. */
const inDocument = "basis.fix";
const basisDocument = "decision-basis";

/** The steps of a matter: what can be done now, what is written, what cannot be done yet and why. */
export function Steps({
  child,
  matter,
}: {
  readonly child: ChildPageAnswer;
  readonly matter: MatterAnswer;
}) {
  const t = useText(childText);
  const elsewhere: readonly string[] = writing.map(([command]) => command);
  const steps = matter.steps.filter((step) => !elsewhere.includes(step.command));
  const named = useNameOf();
  const chain = steps.filter((step) => !besideTheChain.includes(step.command));
  const can = chain.filter((step) => step.possible && step.command !== inDocument);
  const cannot = chain.filter((step) => !step.possible);
  const beside = steps.filter((step) => besideTheChain.includes(step.command) && step.possible);
  const target = (step: Step) =>
    stepPath(child.akt, matter.matter, step.command, aboutOf(step, matter.steps));
  const writes = child.may.includes("draft.write") && writesBasis(matter);
  const one = can.length === 1;
  const names = new Map(child.parties.map(({ person, label }) => [person, named(label)]));
  return (
    <div className="steps">
      <h3>{t("steps")}</h3>
      {can.length === 0 && !writes ? <p className="quiet">{t("noSteps")}</p> : null}
      <ul className="steps-can">
        {writes ? (
          <BasisLink child={child} matter={matter} obvious={matter.basis === null} />
        ) : null}
        {can.map((step) => (
          <li key={keyOf(step)}>
            <StepLink
              step={step}
              names={names}
              matter={matter}
              to={target(step)}
              className={buttonClass(!writes && one)}
            />
            <Missing step={step} />
          </li>
        ))}
      </ul>
      {child.may.includes("akt.write") ? <Writing akt={child.akt} matter={matter} /> : null}
      {cannot.length === 0 ? null : (
        <>
          <h3>{t("notYet")}</h3>
          <ul className="steps-cannot">
            {cannot.map((step) => (
              <li key={keyOf(step)}>
                <StepLink
                  step={step}
                  names={names}
                  matter={matter}
                  to={target(step)}
                  className="step-name"
                />
                <Missing step={step} />
              </li>
            ))}
          </ul>
        </>
      )}
      {beside.length === 0 ? null : (
        <Line words={t("also")}>
          {beside.map((step) => (
            <StepLink
              key={keyOf(step)}
              step={step}
              names={names}
              matter={matter}
              to={target(step)}
            />
          ))}
        </Line>
      )}
    </div>
  );
}

/** Only where one step is the obvious one does it stand out: the page proposes no choice between several. */
function buttonClass(obvious: boolean): string {
  return obvious ? "button primary" : "button";
}

function keyOf(step: Step): string {
  return `${step.command} ${Object.values(step.ids).join(" ")}`;
}

/** The decision basis is written while the investigation runs and until it is final. */
function writesBasis({ investigation, basis }: MatterAnswer): boolean {
  return investigation !== null && investigation.closedOn === null && basis?.status !== "signed";
}

function BasisLink({
  child,
  matter,
  obvious,
}: {
  readonly child: ChildPageAnswer;
  readonly matter: MatterAnswer;
  readonly obvious: boolean;
}) {
  const t = useText(childText);
  const begun = child.drafts.some(
    (draft) => draft.matter === matter.matter && draft.document === basisDocument,
  );
  return (
    <li>
      <Link
        className={buttonClass(obvious)}
        data-row=""
        {...paths.document(child.akt, matter.matter, basisDocument)}
      >
        {begun ? t("goOnBasis") : t("writeBasis")}
      </Link>
    </li>
  );
}

/** What can be written at any time: a note, a talk, what somebody was told, another event. */
function Writing({ akt, matter }: { readonly akt: string; readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const known = matter.steps.map((step) => step.command);
  return (
    <Line words={t("write")}>
      <Link data-row="" {...paths.received(akt, matter.matter)}>
        {t("takeIn")}
      </Link>
      {writing
        .filter(([command]) => command !== "party.inform" || known.includes(command))
        .map(([command, words]) => (
          <Link key={command} data-row="" {...paths.act(akt, matter.matter, command)}>
            {t(words)}
          </Link>
        ))}
    </Line>
  );
}

function Line({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div className="steps-line">
      <h3>{words}</h3>
      <p>{children}</p>
    </div>
  );
}

function StepLink({
  step,
  matter,
  names,
  to,
  className,
}: {
  readonly step: Step;
  readonly matter: MatterAnswer;
  readonly names: ReadonlyMap<string, string>;
  readonly to: ReturnType<typeof stepPath>;
  readonly className?: string;
}) {
  const { lang } = useLang();
  const measure = matter.measures.find((each) => each.measure === step.ids["measure"]);
  return (
    <Link data-row="" {...(className === undefined ? {} : { className })} {...to}>
      {step[lang]}
      {measure === undefined ? null : <OfMeasure measure={measure} matter={matter} />}
      {measure === undefined && aboutOf(step, matter.steps) !== undefined ? (
        <OfThing step={step} matter={matter} names={names} />
      ) : null}
    </Link>
  );
}

/** Which measure a step is of: a matter may have several. */
function OfMeasure({
  measure,
  matter,
}: {
  readonly measure: MatterAnswer["measures"][number];
  readonly matter: MatterAnswer;
}) {
  const { lang } = useLang();
  return <>: {measureName(usePack(), measure, lang, matter.measures)}</>;
}

/** Which report, decision or consent a step is of, where there are several. */
function OfThing({
  step,
  matter,
  names,
}: {
  readonly step: Step;
  readonly matter: MatterAnswer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { lang } = useLang();
  const pack = usePack();
  const name = thingName(step.ids, matter, { pack, names, lang });
  return name === undefined ? null : <>: {name}</>;
}

/** What a step still lacks, by who asks for it, with the section of the law. */
function Missing({ step }: { readonly step: Step }) {
  const t = useText(childText);
  const { lang } = useLang();
  if (step.missing.length === 0) return null;
  return (
    <ul className="step-missing">
      {step.missing.map((item) => (
        <li key={`${item.ruleId ?? ""} ${item.sv}`}>
          <span className="step-level">{t(item.level === "law" ? "lacks" : "advised")}:</span>{" "}
          {item[lang]}{" "}
          {item.section === null ? null : <span className="step-section">{item.section}</span>}
        </li>
      ))}
    </ul>
  );
}
