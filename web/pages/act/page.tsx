import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { AnswerValue } from "../../../src/domain/event.ts";
import { type CommandState, useCommand } from "../../api/use-command.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveStateLine } from "../../components/save-state/save-state.tsx";
import { controlId } from "../../spec/form-context.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf } from "../../spec/use-pack.ts";
import { useAddress, useSearchText } from "../../shell/use-address.ts";
import { actText } from "../../text/act.ts";
import { useLang, useText } from "../../text/text.ts";
import { endpointOfCommand, hiddenFields, impliedAnswers, isDecision } from "./act-definitions.ts";
import { AboutMeasure } from "./about-measure.tsx";
import { knownToForm } from "./known-to-form.ts";
import { Reasons } from "./reasons.tsx";
import { OthersRecord } from "./others-record.tsx";
import { StaffChoices, type StaffChoice } from "./staff-choices.tsx";
import { type AskedAct, useAct } from "./use-act.ts";
import { actsFor, decidersOf, decisionMade } from "./who-may.ts";
import "./act-form.css";

/** The form of one step of the chain: its answers, who decides, what it leads to, and what stands in its way. */
export function Page(): ReactNode {
  const { akt, matter, command } = useAddress();
  const about = useSearchText("about");
  const key = `${akt}/${matter}/${command}/${about}`;
  return <ActForm key={key} akt={akt} matterId={matter} asked={command} askedAbout={about} />;
}

const nothingImplied: Readonly<Record<string, string>> = {};

function ActForm({ akt, matterId, asked, askedAbout }: AskedAct) {
  const t = useText(actText);
  const { lang } = useLang();
  const navigate = useNavigate();
  const act = useAct({ akt, matterId, asked, askedAbout });
  const { child, matter, me, staff, persons, guardians } = act;
  const { command, step, measure, documentId, draft, pack, ids, known } = act;
  const own = useMemo(() => actsFor(pack, me), [pack, me]);
  const document = documentOf(pack, documentId);
  const endpoint = endpointOfCommand[command] ?? endpointOfCommand["act.record"];
  if (endpoint === undefined) throw new Error(`no endpoint for ${command}`);
  const { state, send } = useCommand(endpoint);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [chosen, setChosen] = useState<StaffChoice>({});
  const implied = impliedAnswers[command] ?? nothingImplied;
  const effect = `effect.${command}`;
  // The conditions of the form know what the button says already, and what is on record.
  const handle = useMemo(
    () => ({ ...draft, answers: { ...draft.answers, ...knownToForm(matter, child), ...implied } }),
    [draft, matter, child, implied],
  );

  async function submit(): Promise<void> {
    await draft.flush();
    const answer = await send((commandId) => ({
      commandId,
      akt,
      matter: matterId,
      ids: { ...ids, ...(decides ? chosen : {}) },
      data: { ...answersToSend(draft.answers), ...implied },
      draft: draft.draftId(),
      reasons,
    }));
    if (answer !== undefined) await navigate({ to: "/child/$akt", params: { akt } });
  }

  const decision = decisionMade(pack, command, draft.answers, step?.decision);
  const decides = command === "act.record" ? decision !== undefined : isDecision(command);
  const title = step?.[lang] ?? document.name[lang];
  const verb = pack.process.acts.find((act) => act.id === command)?.verb[lang] ?? title;
  return (
    <div className="act-page">
      <h1 tabIndex={-1}>{title}</h1>
      {measure === undefined ? null : <AboutMeasure measure={measure} matter={matter} />}
      <SaveStateLine state={draft.saveState} />
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
        <Reasons
          warnings={state.warnings}
          reasons={reasons}
          onChange={(ruleId, text) => setReasons((all) => ({ ...all, [ruleId]: text }))}
        />
        <Foot
          effect={effect in actText ? t(effect as keyof typeof actText & string) : undefined}
          verb={verb}
          state={state}
          onBack={() => void navigate({ to: "/child/$akt", params: { akt } })}
        />
      </form>
    </div>
  );
}

interface FootProps {
  /** What the act leads to, in words. */
  readonly effect: string | undefined;
  /** What the button says. */
  readonly verb: string;
  readonly state: CommandState;
  readonly onBack: () => void;
}

function Foot({ effect, verb, state, onBack }: FootProps) {
  const t = useText(actText);
  return (
    <div className="act-foot">
      {effect === undefined ? null : <p className="effect">{effect}</p>}
      {state.noContact ? (
        <p className="missing" role="alert">
          {t("nothingLost")}
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {state.sending ? t("submitting") : state.noContact ? t("tryAgain") : verb}
        </button>
        <button type="button" className="plain" onClick={onBack}>
          {t("back")}
        </button>
      </div>
    </div>
  );
}

function Missing({
  items,
}: {
  readonly items: readonly {
    readonly sv: string;
    readonly en: string;
    readonly section: string | null;
  }[];
}) {
  const t = useText(actText);
  const { lang } = useLang();
  return (
    <section className="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{t("missingTitle")}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.sv}>
            {item[lang]} <span className="quiet">{item.section}</span>
          </li>
        ))}
      </ul>
    </section>
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

function answersToSend(answers: Readonly<Record<string, AnswerValue>>): Record<string, never> {
  // The contract's answers and the domain's are the same shapes; one is mutable in type only.
  return structuredClone(answers) as Record<string, never>;
}
