import { useEffect, useRef } from "react";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";

export interface UnsavedProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before text that is not saved is thrown away; the safe answer comes first and has the focus. */
export function Unsaved({ onStay, onLeave }: UnsavedProps) {
  const t = useText(shellText);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="unsaved" aria-labelledby="unsaved-title" onCancel={onStay}>
      <h2 id="unsaved-title">{t("unsavedTitle")}</h2>
      <p>{t("unsaved")}</p>
      <div className="row">
        <button type="button" className="primary" onClick={onStay}>
          {t("stay")}
        </button>
        <button type="button" onClick={onLeave}>
          {t("throwAway")}
        </button>
      </div>
    </dialog>
  );
}
