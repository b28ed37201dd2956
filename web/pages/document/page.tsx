import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { memo, useDeferredValue, useMemo, useState } from "react";
import { OCCASIONS_SECTION, readSections } from "../../../src/spec/source-sections.ts";
import type { FactValue } from "../../../src/kernel/expression/types.ts";
import type { Answers } from "../../../src/domain/event.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { useDraft } from "../../drafts/use-draft.ts";
import { FieldView } from "../../spec/field-view.tsx";
import { FormAround } from "../../spec/form-around.tsx";
import { controlId, useAnswers, useForm } from "../../spec/form-context.ts";
import { holds } from "../../spec/holds.ts";
import { useFormContext } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack, useSay } from "../../spec/use-pack.ts";
import { Beside } from "../../sources/beside.tsx";
import { useBesideMatter } from "../../sources/use-beside-matter.ts";
import { useAddress } from "../../shell/use-address.ts";
import { actText } from "../../text/act.ts";
import { useText } from "../../text/text.ts";
import { endpointOfCommand } from "../act/act-definitions.ts";
import { Reasons } from "../act/reasons.tsx";
import { useReasons } from "../act/use-reasons.ts";
import { knownToForm } from "../act/known-to-form.ts";
import { useMatter } from "../act/use-matter.ts";
import { useCitable } from "../received/use-citable.ts";
import { PlanQuestions } from "../child/plan-questions.tsx";
import { AreaSections, listOf } from "./area-section.tsx";
import { CommentsContext } from "./comments-context.ts";
import { CommentsHere, CommentsLeft, useComments } from "./comments.tsx";
import { Occasions, type OccasionsProps } from "./occasions.tsx";
import { Outline } from "./outline.tsx";
import { PartyObjections } from "./party-objections.tsx";
import { Remains } from "./remains.tsx";
import "../act/act-form.css";
import "./document.css";

/** A document of the matter: contents left, the text in the middle, what remains to the right. */
export function Page(): ReactNode {
  const { akt, matter, document } = useAddress();
  return (
    <DocumentPage
      key={`${akt}/${matter}/${document}`}
      akt={akt}
      matterId={matter}
      documentId={document}
    />
  );
}

interface DocumentPageProps {
  readonly akt: string;
  readonly matterId: string;
  readonly documentId: string;
}

function DocumentPage({ akt, matterId, documentId }: DocumentPageProps) {
  const t = useText(actText);
  const say = useSay();
  const { child, matter, me, persons, guardians } = useMatter(akt, matterId);
  const [made] = useState(() => crypto.randomUUID());
  const draft = useDraft({ draft: made, document: documentId, akt, matter: matterId });
  const pack = useDraftPack(draft.specDigest);
  const document = documentOf(pack, documentId);
  const fix = useSigning("basis.fix");
  const sign = useSigning("basis.sign");
  const problems = [...fix.state.problems, ...sign.state.problems];
  const warnings = [...fix.state.warnings, ...sign.state.warnings];
  const reasons = useReasons(`${akt} ${matterId} ${documentId}`, warnings);
  const facts = useMemo(() => knownToForm(matter, child), [matter, child]);
  const known = useCitable(akt, matterId);
  const beside = useBesideMatter(akt, matterId, persons);
  const context = useFormContext({
    pack,
    document,
    handle: draft,
    today: me.today,
    persons,
    guardians,
    known,
    problems: [...problems, ...warnings],
    pointer: "/content",
  });
  const basis = matter?.basis ?? null;
  // What stands beside the text waits for it: writing goes first.
  const besides = useDeferredValue(draft.answers);
  const names = useMemo(() => new Map(persons.map(({ id, label }) => [id, label])), [persons]);

  const { comments } = useComments({ akt, matter: matterId });
  const around = useMemo(
    () => ({ of: { akt, matter: matterId }, comments }),
    [akt, matterId, comments],
  );
  const occasions = useMemo(() => ({ akt, matter: matterId, names }), [akt, matterId, names]);

  async function finish(which: typeof fix): Promise<void> {
    const written = await draft.written();
    if (!written.stored) return;
    const done = await which.run({
      akt,
      matter: matterId,
      document: basis?.document ?? made,
      version: basis?.version ?? 0,
      draft: written.draft,
      reasons: reasons.toSend(),
    });
    if (done) reasons.forget();
  }

  return (
    <FormAround form={context} answers={draft.answers}>
      <Beside of={beside} document={document}>
        <h1 tabIndex={-1}>{say(document.name)}</h1>
        <SaveBar of={draft.saving} />
        <ErrorSummary
          problems={problems}
          controlOf={(pointer) => controlOfContent(pointer, draft.answers)}
        />
        <div className="document">
          <Outline pack={pack} document={document} answers={besides} />
          <div className="document-main">
            <CommentsContext value={around}>
              <Sections documentId={document.id} facts={facts} beside={occasions} />
            </CommentsContext>
            <Reasons warnings={warnings} reasons={reasons} />
            <Foot
              fix={() => finish(fix)}
              sign={() => finish(sign)}
              sending={fix.state.sending || sign.state.sending}
            />
          </div>
          <aside className="document-side" aria-label={t("remains")}>
            {matter?.plan?.questions.length ? (
              <section aria-labelledby="plan-questions">
                <h2 id="plan-questions">{t("planQuestions")}</h2>
                <PlanQuestions questions={matter.plan.questions} />
              </section>
            ) : null}
            <CommentsLeft comments={comments} />
            {basis === null ? null : <PartyObjections akt={akt} matter={matterId} names={names} />}
            <Remains pack={pack} document={document.id} answers={besides} facts={facts} />
          </aside>
        </div>
      </Beside>
    </FormAround>
  );
}

/** What making a version means, before it is made. */
function Foot({
  fix,
  sign,
  sending,
}: {
  readonly fix: () => Promise<void>;
  readonly sign: () => Promise<void>;
  readonly sending: boolean;
}) {
  const t = useText(actText);
  return (
    <div className="document-foot">
      <p className="effect">{t("effect.basis.fix")}</p>
      <div className="row">
        <button type="button" aria-disabled={sending} onClick={() => void fix()}>
          {t("fix")}
        </button>
      </div>
      <p className="effect">{t("effect.basis.sign")}</p>
      <div className="row">
        <button
          type="button"
          className="primary"
          aria-disabled={sending}
          onClick={() => void sign()}
        >
          {t("finalise")}
        </button>
      </div>
    </div>
  );
}

interface SectionsProps {
  readonly documentId: string;
  readonly facts: Readonly<Record<string, FactValue | undefined>>;
  readonly beside: OccasionsProps;
}

const Sections = memo(function Sections({ documentId, facts, beside }: SectionsProps) {
  const { pack, today } = useForm();
  const answers = useAnswers();
  const say = useSay();
  const known = useMemo(() => ({ ...answers, ...definedOf(facts) }), [answers, facts]);
  return readSections(documentOf(pack, documentId))
    .filter((section) => holds(section.visibleWhen, known, today))
    .map((section) => (
      <section key={section.id} className="form-section" aria-labelledby={`s-${section.id}`}>
        <h2 id={`s-${section.id}`}>{say(section.title)}</h2>
        {section.help === undefined ? null : <p className="field-help">{say(section.help)}</p>}
        <CommentsHere part={`section/${section.id}`} />
        {section.id === OCCASIONS_SECTION ? (
          <Occasions {...beside} />
        ) : section.perArea === true ? (
          <AreaSections section={section} />
        ) : (
          section.fields
            .filter((field) => holds(field.visibleWhen, known, today))
            .map((field) => (
              <FieldView
                key={field.id}
                field={field}
                path={field.id}
                place={`/${field.id}`}
                value={answers[field.id]}
              />
            ))
        )}
      </section>
    ));
});

function definedOf(
  facts: Readonly<Record<string, FactValue | undefined>>,
): Record<string, string | number | boolean> {
  const defined: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      defined[name] = value;
  }
  return defined;
}

interface SigningInput {
  readonly akt: string;
  readonly matter: string;
  readonly document: string;
  readonly version: number;
  readonly draft: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Fixing or signing the draft as a version; afterwards the child's page shows what comes next. */
function useSigning(command: "basis.fix" | "basis.sign") {
  const endpoint = endpointOfCommand[command];
  if (endpoint === undefined) throw new Error(`no endpoint for ${command}`);
  const { state, send } = useCommand(endpoint);
  const navigate = useNavigate();
  async function run(input: SigningInput): Promise<boolean> {
    const answer = await send((commandId) => ({
      commandId,
      akt: input.akt,
      matter: input.matter,
      ids: { document: input.document },
      draft: input.draft,
      reasons: { ...input.reasons },
      expect: { basisVersion: input.version },
    }));
    if (answer === undefined) return false;
    await navigate({ to: "/child/$akt", params: { akt: input.akt } });
    return true;
  }
  return { state, run };
}

/** The control of an answer, also of one within an item of a list. */
function controlOfContent(pointer: string, answers: Answers): string | undefined {
  const [, root, field, index, inner] = pointer.split("/");
  if (root !== "content" || field === undefined) return undefined;
  const item = index === undefined ? undefined : listOf(answers[field])[Number(index)];
  if (item === undefined || inner === undefined) return controlId(field);
  return controlId(`${field}/${item.id}/${inner}`);
}
