import { useSyncExternalStore } from "react";
import { lastUndone } from "../drafts/use-undo.ts";

/** Says to screen readers what was taken back or done anew. */
export function UndoStatus() {
  const words = useSyncExternalStore(lastUndone.subscribe, lastUndone.get);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
