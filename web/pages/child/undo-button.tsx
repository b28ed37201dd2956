import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";

/** Takes back one's own line of today; it stands in the story as undone. */
export function UndoButton({
  akt,
  matter,
  entry,
}: {
  readonly akt: string;
  readonly matter: string;
  readonly entry: number;
}) {
  const t = useText(recordText);
  const { state, send } = useCommand(endpoints.undoEntry);
  return (
    <>
      <button
        type="button"
        aria-disabled={state.sending}
        onClick={() => void send((commandId) => ({ commandId, akt, matter, data: { entry } }))}
      >
        {t("undo")}
      </button>
      <ProblemNote state={state} />
    </>
  );
}
