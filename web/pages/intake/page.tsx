import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { meQuery } from "../../api/queries.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveStateLine } from "../../components/save-state/save-state.tsx";
import { controlId, FormContext } from "../../spec/form-context.ts";
import { useFormContext } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import { Reasons } from "../act/reasons.tsx";
import { ChildPicker } from "./child-picker.tsx";
import { controlOfReport } from "./control-of-report.ts";
import { Done } from "./done.tsx";
import { pairedDraft } from "./paired-draft.ts";
import { ProtectionPart } from "./protection-part.tsx";
import { Group, groups, TextParts } from "./report-parts.tsx";
import { useIntake } from "./use-intake.ts";
import "../act/act-form.css";
import "./intake.css";

/** One page for a report: its text, the children, the reporter and the protection assessment. */
export function Page(): ReactNode {
  const [round, setRound] = useState(0);
  const navigate = useNavigate();
  function again(): void {
    void navigate({ to: "/receive", search: {} }).then(() => setRound((before) => before + 1));
  }
  return <Intake key={round} onAnother={again} />;
}

function Intake({ onAnother }: { readonly onAnother: () => void }) {
  const t = useText(intakeText);
  const me = useSuspenseQuery(meQuery).data;
  const intake = useIntake("report");
  const { draft, chosen, state } = intake;
  const pack = useDraftPack(draft.specDigest);
  const document = documentOf(pack, "report");
  const problems = useMemo(() => [...state.problems, ...state.warnings], [state]);
  const form = useFormContext({
    pack,
    document,
    handle: draft,
    today: me.today,
    persons: [],
    problems,
  });
  const controlOf = (pointer: string) =>
    controlOfReport(
      pointer,
      chosen.map((child) => child.person),
    );
  if (intake.received !== undefined) {
    return <Done received={intake.received} known={intake.known} onAnother={onAnother} />;
  }
  return (
    <FormContext value={form}>
      <div className="intake">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <SaveStateLine state={draft.saveState} />
        <ErrorSummary problems={[...state.problems]} controlOf={controlOf} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void intake.receive();
          }}
        >
          <TextParts
            many={chosen.length > 1}
            names={new Map(chosen.map((child) => [child.person, child.name]))}
          />
          <section className="form-section" id={controlId("children")} tabIndex={-1}>
            <h2>{t("children")}</h2>
            <ChildPicker chosen={chosen} onChoose={intake.choose} onRemove={intake.remove} />
          </section>
          <Group title={t("arrival")} fields={groups.arrival} />
          <Group title={t("reporter")} fields={groups.reporter} />
          <Group title={t("what")} fields={undefined} />
          <section className="form-section">
            <h2>{t("protection")}</h2>
            <p className="protection-due">{t("protectionDue")}</p>
            {chosen.map((child, index) => (
              <ProtectionPart
                key={child.person}
                today={me.today}
                child={child}
                index={index}
                draftId={pairedDraft(draft.draftId(), child.person)}
                resumed={draft.resumed}
                problems={problems}
                onChange={intake.assess}
              />
            ))}
          </section>
          <Reasons
            warnings={state.warnings}
            reasons={intake.reasons}
            onChange={intake.giveReason}
          />
          <Foot sending={state.sending} noContact={state.noContact} />
        </form>
      </div>
    </FormContext>
  );
}

function Foot({ sending, noContact }: { readonly sending: boolean; readonly noContact: boolean }) {
  const t = useText(intakeText);
  const a = useText(actText);
  return (
    <div className="act-foot">
      {noContact ? (
        <p className="missing" role="alert">
          {a("nothingLost")}
        </p>
      ) : null}
      <button type="submit" className="primary" aria-disabled={sending}>
        {sending ? a("submitting") : t("save")}
      </button>
    </div>
  );
}
