import { useEffect, useRef } from "react";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";

export interface UnsavedProps {
  /** It has not reached the server yet, or stands in a form that was not sent. */
  readonly what: "unsaved" | "unsent";
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before text that is not saved is thrown away; the safe answer comes first and has the focus. */
export function Unsaved({ what, onStay, onLeave }: UnsavedProps) {
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
      <h2 id="unsaved-title">{t(what === "unsaved" ? "unsavedTitle" : "unsentAskTitle")}</h2>
      <p>{t(what === "unsaved" ? "unsaved" : "unsentAsk")}</p>
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
