import { useSyncExternalStore } from "react";
import { pageEdits } from "../../drafts/draft-edits.ts";
import type { Saving } from "../../drafts/draft-snapshot.ts";
import { lastUndone, useUndo } from "../../drafts/use-undo.ts";
import { editsText } from "../../text/edits.ts";
import { useText } from "../../text/text.ts";
import { SaveStateLine } from "../save-state/save-state.tsx";
import "./save-bar.css";

/** Above a form that is kept as a draft: whether it is saved, and the steps that can be taken back. */
export function SaveBar({ of }: { readonly of: Saving }) {
  const state = useSyncExternalStore(of.subscribe, of.get, of.get);
  return (
    <div className="save-bar">
      <SaveStateLine state={state} />
      <UndoTools />
    </div>
  );
}

/** The two buttons stay where they are and keep the focus also when there is nothing more to take back. */
function UndoTools() {
  const t = useText(editsText);
  const undo = useUndo();
  const canUndo = useSyncExternalStore(pageEdits.subscribe, pageEdits.canUndo);
  const canRedo = useSyncExternalStore(pageEdits.subscribe, pageEdits.canRedo);
  const words = useSyncExternalStore(lastUndone.subscribe, lastUndone.get);
  return (
    <div className="undo-tools" role="group" aria-label={t("tools")}>
      <button
        type="button"
        className="plain small"
        aria-disabled={!canUndo}
        aria-keyshortcuts="Control+Z"
        onClick={() => undo("undo")}
      >
        {t("undo")} <kbd aria-hidden="true">Ctrl+Z</kbd>
      </button>
      <button
        type="button"
        className="plain small"
        aria-disabled={!canRedo}
        aria-keyshortcuts="Control+Shift+Z Control+Y"
        onClick={() => undo("redo")}
      >
        {t("redo")} <kbd aria-hidden="true">Ctrl+Y</kbd>
      </button>
      {words === "" ? null : (
        <span className="undo-words" aria-hidden="true">
          {words}
        </span>
      )}
    </div>
  );
}
