import { type ReactNode, useId } from "react";
import type { CommandState } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";

export interface EntryFormProps {
  /** What is done: the heading and the button say it. */
  readonly title: string;
  readonly lead: string;
  readonly state: CommandState;
  readonly onSend: () => Promise<void>;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** The form of what is done about something recorded: beside its line, sent or left. */
export function EntryForm({ title, lead, state, onSend, onLeave, children }: EntryFormProps) {
  const t = useText(recordText);
  const id = useId();
  return (
    <section className="entry-form" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="quiet small">{lead}</p>
      {children}
      <ProblemNote state={state} />
      <div className="row">
        <button
          type="button"
          className="primary"
          aria-disabled={state.sending}
          onClick={() => void onSend()}
        >
          {title}
        </button>
        <button type="button" onClick={onLeave}>
          {t("leave")}
        </button>
      </div>
    </section>
  );
}
