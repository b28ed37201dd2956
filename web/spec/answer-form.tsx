import type { ReactNode } from "react";
import { useState } from "react";
import type { Route } from "../../src/contract/route.ts";
import { answersToSend } from "../api/answers-to-send.ts";
import type { BodyOf, Endpoint } from "../api/client.ts";
import { useCommand } from "../api/use-command.ts";
import { ErrorSummary } from "../components/error-summary/error-summary.tsx";
import { SaveBar } from "../components/save-bar/save-bar.tsx";
import { forgetDraft, keptDraft } from "../drafts/kept-draft.ts";
import { type DraftHandle, useDraft } from "../drafts/use-draft.ts";
import { actText } from "../text/act.ts";
import { useText } from "../text/text.ts";
import type { Choice } from "./fields/choice-field.tsx";
import { controlId } from "./form-context.ts";
import { SpecForm } from "./spec-form.tsx";
import { documentOf, useDraftPack } from "./use-pack.ts";
import "../pages/act/act-form.css";

/** What is sent of a form: its answers, and the draft they are from. */
export interface Answered {
  readonly commandId: string;
  readonly data: Record<string, never>;
  readonly draft: string;
}

export interface AnswerFormProps<R extends Route> {
  /** The document of the specification, and what its draft belongs to. */
  readonly document: string;
  readonly akt?: string;
  readonly matter?: string;
  readonly item?: string;
  readonly endpoint: Endpoint<R>;
  readonly body: (answered: Answered) => BodyOf<R>;
  readonly today: string;
  readonly persons?: readonly Choice[];
  readonly verb: string;
  /** Answers that are given in another way than by the form. */
  readonly hidden?: readonly string[];
  /** Parts the names of its controls from those of other forms on the page. */
  readonly scope?: string;
  /** Where the draft belongs to no akt: the name by which this browser finds it again. */
  readonly keptAs?: string;
  /** What stands before the questions, with the draft it writes in. */
  readonly before?: (draft: DraftHandle) => ReactNode;
  readonly onDone: () => void;
}

/** A document of the specification as a form: what is typed is saved as in every other, and sent with the button. */
export function AnswerForm<R extends Route>(props: AnswerFormProps<R>) {
  const { document, akt, matter, item, endpoint, before, onDone, scope = "" } = props;
  const t = useText(actText);
  const [begun] = useState(() => keptDraft(props.keptAs));
  const { made } = begun;
  const draft = useDraft({
    draft: made,
    document,
    ...(akt === undefined ? { fresh: begun.fresh } : { akt }),
    ...(matter === undefined ? {} : { matter }),
    ...(item === undefined ? {} : { item }),
  });
  const pack = useDraftPack(draft.specDigest);
  const { state, send } = useCommand(endpoint);
  async function submit(): Promise<void> {
    const written = await draft.written();
    if (!written.stored) return;
    const answer = await send((commandId) =>
      props.body({ commandId, data: answersToSend(written), draft: written.draft }),
    );
    if (answer === undefined) return;
    // Outside an akt the command does not know of the draft.
    if (akt === undefined) await draft.discard();
    forgetDraft(props.keptAs);
    onDone();
  }
  return (
    <div className="act-page">
      <SaveBar of={draft.saving} />
      <ErrorSummary
        problems={[...state.problems]}
        controlOf={(pointer) => controlOfPointer(pointer, scope)}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {before?.(draft)}
        <SpecForm
          pack={pack}
          document={documentOf(pack, document)}
          handle={draft}
          today={props.today}
          persons={props.persons ?? nobody}
          problems={[...state.problems, ...state.warnings]}
          hidden={props.hidden ?? nothing}
          scope={scope}
        />
        <div className="act-foot">
          {state.noContact ? (
            <p className="missing" role="alert">
              {t("nothingLost")}
            </p>
          ) : null}
          <button type="submit" className="primary" aria-disabled={state.sending}>
            {state.sending ? t("submitting") : props.verb}
          </button>
        </div>
      </form>
    </div>
  );
}

const nobody: readonly Choice[] = [];
const nothing: readonly string[] = [];

function controlOfPointer(pointer: string, scope: string): string | undefined {
  const [, , field = ""] = pointer.split("/");
  return field === "" ? undefined : controlId(field, scope);
}
