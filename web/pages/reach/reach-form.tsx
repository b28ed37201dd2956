import type { ReactNode } from "react";
import type { CommandState } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";

/** The frame of a form of the page: what it does, what it asks, why it was refused, and its one button. */
export function ReachForm({
  title,
  help,
  button,
  state,
  onSave,
  children,
}: {
  readonly title: string;
  readonly help: string;
  readonly button: string;
  readonly state: CommandState;
  readonly onSave: () => Promise<void>;
  readonly children: ReactNode;
}) {
  return (
    <form
      className="work-form reach-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <h2>{title}</h2>
      <p className="quiet">{help}</p>
      {children}
      <ProblemNote state={state} />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {button}
        </button>
      </div>
    </form>
  );
}
