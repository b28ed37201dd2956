import { type ReactNode, useId, useSyncExternalStore } from "react";
import { Notice } from "../components/notice/notice.tsx";
import { keptWords } from "../drafts/kept-words.ts";
import { localCopies } from "../local-copy/local-copies.ts";
import { forgetRecovered, type LeftText, recovered } from "../local-copy/recovered.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";

/** Text that an earlier browser had not saved: that it is saved now, or what it said where it could not be. */
export function RecoveredNotice(): ReactNode {
  const t = useText(shellText);
  const { saved, left } = useSyncExternalStore(recovered.subscribe, recovered.get, recovered.get);
  const unsent = left.some((text) => text.unsent);
  const gone = left.some((text) => !text.unsent);
  const done = (): void => {
    const keys = left.map(({ key }) => key);
    keptWords.giveUp(keys);
    void localCopies.erase(keys);
    forgetRecovered();
  };
  return (
    <div role="status" className="told no-print">
      {saved === 0 && left.length === 0 ? null : (
        <Notice tone={left.length === 0 ? "good" : "warn"}>
          <h2>{t(gone ? "leftTitle" : unsent ? "unsentTitle" : "recoveredTitle")}</h2>
          {saved === 0 ? null : <p>{t("recovered", { n: saved })}</p>}
          {gone ? <p>{t("left")}</p> : null}
          {unsent ? <p>{t("unsent")}</p> : null}
          {left.map((text) => (
            <Left key={text.key} text={text} />
          ))}
          <div className="row">
            <button type="button" onClick={done}>
              {left.length === 0 ? t("toldRead") : t("leftDone")}
            </button>
          </div>
        </Notice>
      )}
    </div>
  );
}

function Left({ text }: { readonly text: LeftText }) {
  const t = useText(shellText);
  const id = useId();
  return text.texts.map((words, n) => (
    <div className="field" key={words}>
      <label htmlFor={`${id}${n}`}>{t("leftText")}</label>
      <textarea id={`${id}${n}`} readOnly rows={4} value={words} />
    </div>
  ));
}
