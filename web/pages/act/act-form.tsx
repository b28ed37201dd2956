import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import { answersToSend } from "../../api/answers-to-send.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { useBesideForm } from "../../sources/use-beside.tsx";
import { controlId } from "../../spec/form-context.ts";
import { type FormHandle, SpecForm } from "../../spec/spec-form.tsx";
import { documentOf } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { useLang, useText } from "../../text/text.ts";
import { endpointOfCommand, hiddenFields, impliedAnswers, isDecision } from "./act-definitions.ts";
import { AboutMeasure } from "./about-measure.tsx";
import { AboutThing } from "./about-thing.tsx";
import { Foot, Missing } from "./act-foot.tsx";
import { knownToForm } from "./known-to-form.ts";
import { Reasons } from "./reasons.tsx";
import { useReasons } from "./use-reasons.ts";
import { OthersRecord } from "./others-record.tsx";
import { StaffChoices, type StaffChoice } from "./staff-choices.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { type AskedAct, useAct } from "./use-act.ts";
import { actsFor, decidersOf, decisionMade } from "./who-may.ts";
import "./act-form.css";

/** A page gives its own heading the focus; a form that opens within a page takes it itself. */
function focus(heading: HTMLHeadingElement | null): void {
  heading?.focus();
}

const nothingImplied: Readonly<Record<string, string>> = {};

export interface ActFormProps extends AskedAct {
  /** Where it stands on a page of its own its title is that page's; else it is a part of the page. */
  readonly heading: "h1" | "h3";
  /** What leaving it says, and does. */
  readonly back: string;
  readonly onBack: () => void;
  /** When it has been carried out. */
  readonly onDone: () => void | Promise<void>;
}

/** The form of one step of the chain: its answers, who decides, what it leads to, and what stands in its way. */
export function ActForm(props: ActFormProps): ReactNode {
  const { akt, matterId, asked, askedAbout, heading: Heading } = props;
  const t = useText(actText);
  const { lang } = useLang();
  const act = useAct({ akt, matterId, asked, askedAbout });
  const { matter, me, staff, persons, guardians } = act;
  const { command, step, measure, documentId, draft, pack, ids, known } = act;
  const own = useMemo(() => actsFor(pack, me), [pack, me]);
  const document = documentOf(pack, documentId);
  const around = useBesideForm(akt, matterId, persons, document);
  const endpoint = endpointOfCommand[command] ?? endpointOfCommand["act.record"];
  if (endpoint === undefined) throw new Error(`no endpoint for ${command}`);
  const { state, send } = useCommand(endpoint);
  const reasons = useReasons(`${akt} ${matterId} ${command} ${askedAbout}`, state.warnings);
  const [chosen, setChosen] = useState<StaffChoice>({});
  const [unit, setUnit] = useState("");
  const implied = impliedAnswers[command] ?? nothingImplied;
  const effect = `effect.${command}`;
  const handle = useKnowing(act, implied);

  async function submit(): Promise<void> {
    // What could not be saved would be missing in what is signed; why is told beside the title.
    const written = await draft.written();
    if (!written.stored) return;
    const answer = await send((commandId) => ({
      commandId,
      akt,
      matter: matterId,
      ids: { ...ids, ...(decides ? chosen : {}), ...(unit === "" ? {} : { unit }) },
      data: { ...answersToSend(written), ...implied },
      draft: written.draft,
      reasons: reasons.toSend(),
    }));
    if (answer === undefined) return;
    reasons.forget();
    await props.onDone();
  }

  const decision = decisionMade(pack, command, draft.answers, step?.decision);
  const decides = command === "act.record" ? decision !== undefined : isDecision(command);
  const title = step?.[lang] ?? document.name[lang];
  const verb = pack.process.acts.find((act) => act.id === command)?.verb[lang] ?? title;
  return (
    <div className="act-page">
      <Heading tabIndex={-1} ref={Heading === "h1" ? null : focus}>
        {title}
      </Heading>
      {measure === undefined ? null : <AboutMeasure measure={measure} matter={matter} />}
      <AboutThing akt={akt} step={step} matter={matter} persons={persons} pack={pack} />
      <SaveBar of={draft.saving} />
      <ErrorSummary problems={[...state.problems]} controlOf={controlOfPointer} />
      {step === undefined || step.missing.length === 0 ? null : <Missing items={step.missing} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SpecForm
          pack={own.pack}
          document={document}
          handle={handle}
          today={me.today}
          persons={persons}
          guardians={guardians}
          known={known}
          problems={[...state.problems, ...state.warnings]}
          around={around}
          hidden={[...hiddenFields, ...Object.keys(implied)]}
        />
        {command === "act.record" ? <OthersRecord others={own.others} /> : null}
        {decides ? (
          <StaffChoices
            key={decision}
            command={command}
            staff={staff.staff}
            deciders={decidersOf(staff, me, decision)}
            me={me.staff}
            onChange={setChosen}
          />
        ) : null}
        {command === "matter.hand-over" ? (
          <UnitChoice staff={staff.staff} from={matter?.unit?.id} value={unit} onPick={setUnit} />
        ) : null}
        <Reasons warnings={state.warnings} reasons={reasons} />
        <Foot
          effect={effect in actText ? t(effect as keyof typeof actText & string) : undefined}
          verb={verb}
          state={state}
          back={props.back}
          onBack={props.onBack}
        />
      </form>
    </div>
  );
}

/** The conditions of the form know what the button says already, and what is on record. */
function useKnowing(
  { draft, matter, child }: Pick<ReturnType<typeof useAct>, "draft" | "matter" | "child">,
  implied: Readonly<Record<string, string>>,
): FormHandle {
  return useMemo(
    () => ({ ...draft, answers: { ...draft.answers, ...knownToForm(matter, child), ...implied } }),
    [draft, matter, child, implied],
  );
}

/** `/data/list/0/field` and `/data/field` name a control; the staff choices have their own. */
function controlOfPointer(pointer: string): string | undefined {
  const [, root = "", field = ""] = pointer.split("/");
  if (root === "ids") return `staff-${field}`;
  // A rule about who decides names the decider alone.
  const name = field === "" ? root : field;
  if (["decider", "investigator", "coInvestigator"].includes(name)) return `staff-${name}`;
  return field === "" ? undefined : controlId(field);
}
