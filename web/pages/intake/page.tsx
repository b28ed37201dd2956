import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { meQuery } from "../../api/queries.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { FormAround } from "../../spec/form-around.tsx";
import { controlId } from "../../spec/form-context.ts";
import { useFormContext } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack } from "../../spec/use-pack.ts";
import { withCodes } from "../../spec/with-codes.ts";
import { actText } from "../../text/act.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import { Reasons } from "../act/reasons.tsx";
import { paths } from "../../paths.ts";
import { useSearchText } from "../../shell/use-address.ts";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { applicationKind } from "../../../src/domain/intake/report-kinds.ts";
import type { Pack } from "../../../src/spec/types.ts";
import { ChildPart } from "./child-part.tsx";
import { ChildPicker, type ChosenChild } from "./child-picker.tsx";
import { controlOfReport } from "./control-of-report.ts";
import { Done } from "./done.tsx";
import { pairedDraft } from "./paired-draft.ts";
import { Group, groups, TextParts } from "./report-parts.tsx";
import { useApplicants } from "./use-applicants.ts";
import { type Coming, useIntake } from "./use-intake.ts";
import "../act/act-form.css";
import "./intake.css";

/** One page for what comes in: a report with its protection assessment, or an application. */
export function Page(): ReactNode {
  const [round, setRound] = useState(0);
  const navigate = useNavigate();
  const coming: Coming = useSearchText("what") === "application" ? "application" : "report";
  function again(): void {
    void navigate({ to: "/receive", search: {} }).then(() => setRound((before) => before + 1));
  }
  return <Intake key={`${round} ${coming}`} coming={coming} onAnother={again} />;
}

/** What differs between a report and an application on this page. */
const words = {
  report: {
    text: "text",
    label: "commonOne",
    children: "children",
    part: "protection",
    due: "protectionDue",
    save: "save",
  },
  application: {
    text: "textApplication",
    label: "commonApplication",
    children: "childrenApplication",
    part: "opening",
    due: "openingDue",
    save: "saveApplication",
  },
} as const;

interface IntakeProps {
  readonly coming: Coming;
  readonly onAnother: () => void;
}

function Intake({ coming, onAnother }: IntakeProps) {
  const t = useText(intakeText);
  const me = useSuspenseQuery(meQuery).data;
  const intake = useIntake(coming);
  const { draft, chosen, state } = intake;
  const specified = useDraftPack(draft.specDigest);
  const pack = useMemo(() => withoutApplication(specified), [specified]);
  const document = documentOf(pack, coming);
  const persons = useApplicants(coming === "application" ? chosen : nobody, me.today);
  const problems = useMemo(() => [...state.problems, ...state.warnings], [state]);
  const form = useFormContext({
    pack,
    document,
    handle: draft,
    today: me.today,
    persons,
    problems,
  });
  const controlOf = (pointer: string) =>
    controlOfReport(
      pointer,
      chosen.map((child) => child.person),
    );
  if (intake.received !== undefined) {
    return (
      <Done
        title={t(coming === "report" ? "received" : "receivedApplication")}
        received={intake.received}
        known={intake.known}
        onAnother={onAnother}
      />
    );
  }
  return (
    <FormAround form={form} answers={draft.answers}>
      <div className="intake">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <Choose coming={coming} />
        <SaveBar of={draft.saving} />
        <ErrorSummary problems={[...state.problems]} controlOf={controlOf} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void intake.receive();
          }}
        >
          <Answers coming={coming} intake={intake} />
          <AtOnce coming={coming} intake={intake} today={me.today} problems={problems} />
          <Reasons warnings={state.warnings} reasons={intake.reasons} />
          <Foot save={t(words[coming].save)} sending={state.sending} noContact={state.noContact} />
        </form>
      </div>
    </FormAround>
  );
}

const nobody: readonly ChosenChild[] = [];

/** What a report can be: an application has a form of its own, one button away. */
function withoutApplication(pack: Pack): Pack {
  return withCodes(pack, reportKinds, (code) => code.id !== applicationKind);
}

/** The codelist of what has come in. */
const reportKinds = "report-kind";

/** Which of the two it is; what was begun of the other one is kept as a draft. */
function Choose({ coming }: { readonly coming: Coming }) {
  const t = useText(intakeText);
  return (
    <nav className="row intake-choice" aria-label={t("coming")}>
      <Link
        {...paths.receive}
        className="button"
        {...(coming === "report" ? { "aria-current": "page" as const } : {})}
      >
        {t("comingReport")}
      </Link>
      <Link
        {...paths.receive}
        search={{ what: "application" }}
        className="button"
        {...(coming === "application" ? { "aria-current": "page" as const } : {})}
      >
        {t("comingApplication")}
      </Link>
    </nav>
  );
}

interface PartProps {
  readonly coming: Coming;
  readonly intake: ReturnType<typeof useIntake>;
}

function Answers({ coming, intake }: PartProps) {
  const t = useText(intakeText);
  const { chosen } = intake;
  const group = (title: string, fields: readonly string[] | undefined) => (
    <Group documentId={coming} title={title} fields={fields} />
  );
  return (
    <>
      <TextParts
        title={t(words[coming].text)}
        label={t(words[coming].label)}
        many={chosen.length > 1}
        names={new Map(chosen.map((child) => [child.person, child.name]))}
      />
      <section className="form-section" id={controlId("children")} tabIndex={-1}>
        <h2>{t(words[coming].children)}</h2>
        <ChildPicker chosen={chosen} onChoose={intake.choose} onRemove={intake.remove} />
      </section>
      {group(t("applicant"), groups.applicant)}
      {group(t("arrival"), groups.arrival)}
      {group(t("reporter"), groups.reporter)}
      {group(t(coming === "report" ? "what" : "more"), undefined)}
    </>
  );
}

interface AtOnceProps extends PartProps {
  readonly today: string;
  readonly problems: readonly ProblemShape[];
}

/** What is done the same day, for each child: it can be done here or later. */
function AtOnce({ coming, intake, today, problems }: AtOnceProps) {
  const t = useText(intakeText);
  const { part, due } = words[coming];
  return (
    <section className="form-section">
      <h2>{t(part)}</h2>
      <p className="protection-due">{t(due)}</p>
      {intake.chosen
        .filter((child) => part === "protection" || !child.running)
        .map((child) => (
          <ChildPart
            key={child.person}
            part={part}
            today={today}
            child={child}
            index={intake.chosen.indexOf(child)}
            draftId={pairedDraft(intake.draft.draftId(), child.person)}
            resumed={intake.draft.resumed}
            problems={problems}
            onChange={intake.assess}
          />
        ))}
    </section>
  );
}

interface FootProps {
  readonly save: string;
  readonly sending: boolean;
  readonly noContact: boolean;
}

function Foot({ save, sending, noContact }: FootProps) {
  const a = useText(actText);
  return (
    <div className="act-foot">
      {noContact ? (
        <p className="missing" role="alert">
          {a("nothingLost")}
        </p>
      ) : null}
      <button type="submit" className="primary" aria-disabled={sending}>
        {sending ? a("submitting") : save}
      </button>
    </div>
  );
}
