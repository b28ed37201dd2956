import type { ReactNode } from "react";
import { useState } from "react";
import { answersToSend } from "../../api/answers-to-send.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { SaveBar } from "../../components/save-bar/save-bar.tsx";
import { type DraftHandle, useDraft } from "../../drafts/use-draft.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";
import { controlId } from "../../spec/form-context.ts";
import { SpecForm } from "../../spec/spec-form.tsx";
import { documentOf, useDraftPack } from "../../spec/use-pack.ts";
import { disclosureText } from "../../text/disclosure.ts";
import { useText } from "../../text/text.ts";
import type { AktEndpoint } from "../act/act-definitions.ts";
import "../act/act-form.css";

export interface AnswerFormProps {
  readonly akt: string;
  readonly matter: string;
  /** The document of the specification that is answered, and the request it is about. */
  readonly document: string;
  readonly disclosure: string;
  readonly endpoint: AktEndpoint;
  /** Ids the command carries besides that of the request. */
  readonly ids?: Readonly<Record<string, string>>;
  readonly today: string;
  readonly persons: readonly Choice[];
  readonly verb: string;
  /** Answers that are given in another way than by the form. */
  readonly hidden?: readonly string[];
  /** What stands before the questions, with the draft it writes in. */
  readonly before?: (draft: DraftHandle) => ReactNode;
  readonly onDone: () => void;
}

/** The form of one step of a request: what is typed is saved as in every other form, and sent with the button. */
export function AnswerForm(props: AnswerFormProps) {
  const { akt, matter, document, disclosure, endpoint, before, onDone } = props;
  const t = useText(disclosureText);
  const [made] = useState(() => crypto.randomUUID());
  const draft = useDraft({ draft: made, document, akt, matter, item: disclosure });
  const pack = useDraftPack(draft.specDigest);
  const { state, send } = useCommand(endpoint);
  async function submit(): Promise<void> {
    const written = await draft.written();
    if (!written.stored) return;
    const answer = await send((commandId) => ({
      commandId,
      akt,
      matter,
      ids: { disclosure, ...props.ids },
      data: answersToSend(written),
      draft: written.draft,
      reasons: {},
    }));
    if (answer !== undefined) onDone();
  }
  return (
    <div className="act-page">
      <SaveBar of={draft.saving} />
      <ErrorSummary problems={[...state.problems]} controlOf={controlOfPointer} />
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
          persons={props.persons}
          problems={[...state.problems, ...state.warnings]}
          hidden={props.hidden ?? none}
        />
        <div className="act-foot">
          {state.noContact ? (
            <p className="missing" role="alert">
              {t("nothingLost")}
            </p>
          ) : null}
          <button type="submit" className="primary" aria-disabled={state.sending}>
            {state.sending ? t("sending") : props.verb}
          </button>
        </div>
      </form>
    </div>
  );
}

const none: readonly string[] = [];

function controlOfPointer(pointer: string): string | undefined {
  const [, , field = ""] = pointer.split("/");
  return field === "" ? undefined : controlId(field);
}
