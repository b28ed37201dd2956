import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import type { Answers } from "../../../src/domain/event.ts";
import { type AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { meQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import type { receiveReport } from "../../../src/contract/intake/receive-report.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveStateLine } from "../../components/save-state/save-state.tsx";
import { useDraft } from "../../drafts/use-draft.ts";
import { FieldView, holds } from "../../spec/field-view.tsx";
import { controlId, FormContext, useForm } from "../../spec/form-context.ts";
import { useFormContext } from "../../spec/spec-form.tsx";
import { documentOf, usePack } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import { Reasons } from "../act/reasons.tsx";
import { ChildPicker, type ChosenChild } from "./child-picker.tsx";
import { childrenOf, commonAudience, partsOf, reportToSend } from "./children.ts";
import { ProtectionPart } from "./protection-part.tsx";
import "../act/act-form.css";
import "./intake.css";

type Received = AnswerOf<typeof receiveReport>;

/** Fields of the report in the groups the page shows them in; every other field stands in the last group. */
const groups = {
  arrival: ["kind", "arrivedAt", "channel", "deemedArrivalOn", "readBack"],
  reporter: [
    "reporterKind",
    "reporterClass",
    "reporterAnonymous",
    "reporterName",
    "reporterContact",
    "reporterShielded",
    "shieldBasis",
    "wantsFeedback",
    "familyKnows",
  ],
} as const;

/** One page for a report: its text, the children, the reporter and the protection assessment. */
export function Page() {
  const [round, setRound] = useState(0);
  return <Intake key={round} onAnother={() => setRound((before) => before + 1)} />;
}

function Intake({ onAnother }: { readonly onAnother: () => void }) {
  const t = useText(intakeText);
  const a = useText(actText);
  const pack = usePack();
  const me = useSuspenseQuery(meQuery).data;
  const document = documentOf(pack, "report");
  const [draftId] = useState(() => crypto.randomUUID());
  const draft = useDraft({ draft: draftId, document: document.id });
  const [known, setKnown] = useState<ReadonlyMap<string, ChosenChild>>(new Map());
  const [assessments, setAssessments] = useState<ReadonlyMap<string, Answers>>(new Map());
  const [ids] = useState(() => new Map<string, { report: string; matter: string }>());
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [received, setReceived] = useState<Received | undefined>();
  const { state, send } = useCommand(endpoints.receiveReport);
  const problems = useMemo(() => [...state.problems, ...state.warnings], [state]);
  const form = useFormContext({
    pack,
    document,
    handle: draft,
    today: me.today,
    persons: [],
    problems,
  });
  const chosen = childrenOf(draft.answers).map(
    (person) => known.get(person) ?? { person, name: "–", running: false },
  );

  const assess = useCallback((person: string, answers: Answers | undefined) => {
    setAssessments((all) => {
      const next = new Map(all);
      if (answers === undefined) next.delete(person);
      else next.set(person, answers);
      return next;
    });
  }, []);

  function choose(child: ChosenChild): void {
    setKnown((all) => new Map(all).set(child.person, child));
    draft.addItem("parts", { audience: child.person, text: "" });
  }

  function remove(person: string): void {
    for (const part of partsOf(draft.answers))
      if (part["audience"] === person) draft.removeItem("parts", part.id);
  }

  async function receive(): Promise<void> {
    await draft.flush();
    const answer = await send((commandId) => ({
      commandId,
      data: reportToSend(draft.answers) as Record<string, never>,
      draft: draft.draftId(),
      reasons: { ...reasons },
      children: chosen.map((child) => {
        const made = ids.get(child.person) ?? {
          report: crypto.randomUUID(),
          matter: crypto.randomUUID(),
        };
        ids.set(child.person, made);
        const protection = assessments.get(child.person);
        return {
          person: child.person,
          ...made,
          ...(protection === undefined ? {} : { protection: protection as Record<string, never> }),
        };
      }),
    }));
    if (answer !== undefined) setReceived(answer);
  }

  if (received !== undefined)
    return <Done received={received} known={known} onAnother={onAnother} />;
  return (
    <FormContext value={form}>
      <div className="intake">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <SaveStateLine state={draft.saveState} />
        <ErrorSummary problems={[...state.problems]} controlOf={controlOfReport} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void receive();
          }}
        >
          <TextParts
            many={chosen.length > 1}
            names={new Map(chosen.map((child) => [child.person, child.name]))}
          />
          <section className="form-section" id={controlId("children")} tabIndex={-1}>
            <h2>{t("children")}</h2>
            <ChildPicker chosen={chosen} onChoose={choose} onRemove={remove} />
          </section>
          <Group title={t("arrival")} fields={groups.arrival} />
          <Group title={t("reporter")} fields={groups.reporter} />
          <Group title={t("what")} fields={undefined} />
          <section className="form-section">
            <h2>{t("protection")}</h2>
            <p className="protection-due">
              {t("protectionDue", { section: pack.texts.sv["section.protection"] ?? "" }).replace(
                " ()",
                "",
              )}
            </p>
            {chosen.map((child) => (
              <ProtectionPart
                key={child.person}
                pack={pack}
                today={me.today}
                child={child}
                problems={problems}
                onChange={assess}
              />
            ))}
          </section>
          <Reasons
            warnings={state.warnings}
            reasons={reasons}
            onChange={(ruleId, text) => setReasons((all) => ({ ...all, [ruleId]: text }))}
          />
          <div className="act-foot">
            {state.noContact ? (
              <p className="missing" role="alert">
                {a("nothingLost")}
              </p>
            ) : null}
            <button type="submit" className="primary" aria-disabled={state.sending}>
              {state.sending ? a("submitting") : t("save")}
            </button>
          </div>
        </form>
      </div>
    </FormContext>
  );
}

/** The report's text first: what concerns all, and what concerns one child only when there are several. */
function TextParts({
  many,
  names,
}: {
  readonly many: boolean;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useText(intakeText);
  const { answers, set, addItem } = useForm();
  const parts = partsOf(answers);
  const common = parts.find((part) => part["audience"] === commonAudience);
  return (
    <section className="form-section" id={controlId("parts")} tabIndex={-1}>
      <h2>{t("text")}</h2>
      <div className="field common">
        <label htmlFor="part-common">{many ? t("common") : t("commonOne")}</label>
        <textarea
          id="part-common"
          lang="sv"
          value={typeof common?.["text"] === "string" ? common["text"] : ""}
          onChange={(event) => {
            if (common === undefined)
              addItem("parts", { audience: commonAudience, text: event.target.value });
            else set(`parts/${common.id}/text`, event.target.value);
          }}
        />
      </div>
      {many
        ? parts
            .filter((part) => part["audience"] !== commonAudience)
            .map((part) => (
              <div className="field" key={part.id}>
                <label htmlFor={`part-${part.id}`}>
                  {t("onlyChild", { name: names.get(String(part["audience"])) ?? "" })}
                </label>
                <p className="field-help" id={`part-${part.id}-help`}>
                  {t("onlyChildHelp")}
                </p>
                <textarea
                  id={`part-${part.id}`}
                  lang="sv"
                  aria-describedby={`part-${part.id}-help`}
                  value={typeof part["text"] === "string" ? part["text"] : ""}
                  onChange={(event) => set(`parts/${part.id}/text`, event.target.value)}
                />
              </div>
            ))
        : null}
    </section>
  );
}

/** A group of the report's fields; `undefined` = all that stand in no other group. */
function Group({
  title,
  fields,
}: {
  readonly title: string;
  readonly fields: readonly string[] | undefined;
}) {
  const { pack, answers, today } = useForm();
  const grouped: readonly string[] = [...groups.arrival, ...groups.reporter, "parts"];
  const shown = documentOf(pack, "report")
    .sections.flatMap((section) => section.fields)
    .filter((field) =>
      fields === undefined ? !grouped.includes(field.id) : fields.includes(field.id),
    )
    .filter((field) => holds(field.visibleWhen, answers, today));
  if (shown.length === 0) return null;
  return (
    <section className="form-section">
      <h2>{title}</h2>
      {shown.map((field) => (
        <FieldView
          key={field.id}
          field={field}
          path={field.id}
          place={`/${field.id}`}
          value={answers[field.id]}
        />
      ))}
    </section>
  );
}

function Done({
  received,
  known,
  onAnother,
}: {
  readonly received: Received;
  readonly known: ReadonlyMap<string, ChosenChild>;
  readonly onAnother: () => void;
}) {
  const t = useText(intakeText);
  const n = received.children.length;
  return (
    <div className="intake" role="status">
      <h1 tabIndex={-1}>{t("received")}</h1>
      <p className="lead">{n === 1 ? t("receivedOne") : t("receivedMany", { n })}</p>
      <ul className="chips">
        {received.children.map((child) => (
          <li key={child.akt}>
            <Link to="/child/$akt" params={{ akt: child.akt }}>
              {t("open", { name: known.get(child.person)?.name ?? "" })}
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onAnother}>
        {t("another")}
      </button>
    </div>
  );
}

function controlOfReport(pointer: string): string | undefined {
  const [, root, field] = pointer.split("/");
  if (root === "children") return controlId("children");
  return root === "data" && field !== undefined ? controlId(field) : undefined;
}
