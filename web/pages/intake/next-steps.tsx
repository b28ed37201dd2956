import { useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useRef, useState } from "react";
import type { Pack } from "../../../src/spec/types.ts";
import { childQuery, type MatterAnswer } from "../../api/queries.ts";
import { ClockLine } from "../../components/clock-row/clock-line.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { usePack } from "../../spec/use-pack.ts";
import { intakeText } from "../../text/intake.ts";
import { useLang, useText } from "../../text/text.ts";
import { ActForm } from "../act/act-form.tsx";
import { subjectOf } from "../act/step-of.ts";
import { CameBack } from "../child/came-back.tsx";
import { besideTheChain } from "../child/beside-the-chain.ts";

type Step = MatterAnswer["steps"][number];

export interface NextStepsProps {
  readonly akt: string;
  readonly matter: string;
}

/**
 * What can be done at once with what was just received, without leaving the page: the assessment, or the
 * decision to open or not. Each step is an act of its own, with its own form and its own button.
 */
export function NextSteps({ akt, matter: matterId }: NextStepsProps) {
  const { lang } = useLang();
  const [going, setGoing] = useState<Step | undefined>();
  const [done, setDone] = useState<string | undefined>();
  const t = useText(intakeText);
  // Whoever may receive but not read the file has nothing more to do here.
  const { data: child } = useQuery({ ...childQuery(akt), retry: false });
  const matter = child?.matters.find((entry) => entry.matter === matterId);
  if (matter === undefined) return null;
  if (going === undefined) return <Choice matter={matter} done={done} onChoose={setGoing} />;
  return (
    <Suspense fallback={<Loading />}>
      <ActForm
        akt={akt}
        matterId={matterId}
        asked={going.command}
        askedAbout={subjectOf(going.ids) ?? ""}
        heading="h3"
        back={t("notNow")}
        onBack={() => {
          setDone(undefined);
          setGoing(undefined);
        }}
        onDone={() => {
          setDone(going[lang]);
          setGoing(undefined);
        }}
      />
    </Suspense>
  );
}

interface ChoiceProps {
  readonly matter: MatterAnswer;
  /** The step that was taken last. */
  readonly done: string | undefined;
  readonly onChoose: (step: Step) => void;
}

/** What was done last, what can be done now, and the times that run. */
function Choice({ matter, done, onChoose }: ChoiceProps) {
  const t = useText(intakeText);
  const { lang } = useLang();
  const steps = stepsAtOnce(usePack(), matter);
  const place = useRef<HTMLParagraphElement>(null);
  // Whoever uses keys or listens is led to what was said last.
  useEffect(() => place.current?.focus(), [done]);
  return (
    <>
      {done === undefined ? null : (
        <p className="step-done" role="status" ref={place} tabIndex={-1}>
          {t("stepDone", { step: done })}
        </p>
      )}
      {matter.reports.slice(-1).map((report) => (
        <CameBack key={report.report} report={report} />
      ))}
      {steps.length === 0 ? null : <p className="quiet">{t("nextSteps")}</p>}
      <ul className="row next-steps">
        {steps.map((step) => (
          <li key={step.command}>
            <button type="button" onClick={() => onChoose(step)}>
              {step[lang]}
            </button>
          </li>
        ))}
      </ul>
      <ul className="clock-lines">
        {matter.clocks.map((clock) => (
          <ClockLine key={clock.clock} clock={clock} />
        ))}
      </ul>
    </>
  );
}

/** The part of the chain this page is about. An investigation is the work of weeks and has the child's page. */
const part = "intake";

function stepsAtOnce(pack: Pack, matter: MatterAnswer): readonly Step[] {
  const here = pack.process.acts.filter((act) => act.step === part).map((act) => act.id);
  return matter.steps.filter(
    ({ command, possible }) =>
      possible && here.includes(command) && !besideTheChain.includes(command),
  );
}
