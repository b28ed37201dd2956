import { Link } from "@tanstack/react-router";
import type { MatterAnswer } from "../../api/queries.ts";
import { stepPath } from "../../paths.ts";
import { childText } from "../../text/child.ts";
import { useLang, useText } from "../../text/text.ts";
import "./steps.css";

type Step = MatterAnswer["steps"][number];

/** Steps beside the chain: they may be taken, but nobody waits for them. */
const besideTheChain: readonly string[] = [
  "preliminary.extend",
  "informing.postpone",
  "investigation.extend",
  "act.record",
  "matter.assign",
  "decision.appeal",
];
/** Notes and talks have buttons of their own on top of the page. */
const onTop: readonly string[] = ["note.sign", "talk.sign"];

/** The steps of a matter: what can be done now, what cannot be done yet and why, and what may be done beside. */
export function Steps({ akt, matter }: { readonly akt: string; readonly matter: MatterAnswer }) {
  const t = useText(childText);
  const steps = matter.steps.filter((step) => !onTop.includes(step.command));
  const chain = steps.filter((step) => !besideTheChain.includes(step.command));
  const can = chain.filter((step) => step.possible);
  const cannot = chain.filter((step) => !step.possible);
  const beside = steps.filter((step) => besideTheChain.includes(step.command) && step.possible);
  const target = (step: Step) => stepPath(akt, matter.matter, step.command);
  return (
    <div className="steps">
      <h3>{t("steps")}</h3>
      {can.length === 0 ? <p className="quiet">{t("noSteps")}</p> : null}
      <ul className="steps-can">
        {can.map((step) => (
          <li key={keyOf(step)}>
            <StepLink step={step} to={target(step)} className="button" />
            <Missing step={step} />
          </li>
        ))}
      </ul>
      {cannot.length === 0 ? null : (
        <>
          <h3>{t("notYet")}</h3>
          <ul className="steps-cannot">
            {cannot.map((step) => (
              <li key={keyOf(step)}>
                <StepLink step={step} to={target(step)} className="step-name" />
                <Missing step={step} />
              </li>
            ))}
          </ul>
        </>
      )}
      {beside.length === 0 ? null : (
        <p className="steps-beside">
          <span className="quiet">{t("also")}:</span>{" "}
          {beside.map((step, index) => (
            <span key={keyOf(step)}>
              {index === 0 ? null : " · "}
              <StepLink step={step} to={target(step)} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function keyOf(step: Step): string {
  return `${step.command} ${Object.values(step.ids).join(" ")}`;
}

function StepLink({
  step,
  to,
  className,
}: {
  readonly step: Step;
  readonly to: ReturnType<typeof stepPath>;
  readonly className?: string;
}) {
  const { lang } = useLang();
  return (
    <Link data-row="" {...(className === undefined ? {} : { className })} {...to}>
      {step[lang]}
    </Link>
  );
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
