import { type DragEvent, useRef, useState } from "react";
import { mostTelling } from "../../components/error-summary/most-telling.ts";
import { receivedText } from "../../text/received.ts";
import { useLang, useText } from "../../text/text.ts";
import { sizeInWords } from "./size-in-words.ts";
import type { UploadState } from "./use-upload.ts";

/** The control that problems of the file point at. */
export const fileControl = "received-file";

const accepted = ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.txt";

/** Chooses the original: the browser's own control, and a place to drop a file for those who like that. */
export function FilePart({
  state,
  onChoose,
}: {
  readonly state: UploadState;
  readonly onChoose: (file: File | undefined) => void;
}) {
  const t = useText(receivedText);
  const { lang } = useLang();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { problems, uploaded, sending } = state;
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    // The control shows what was dropped, as if it had been chosen there.
    if (input.current !== null) input.current.files = event.dataTransfer.files;
    onChoose(file);
  }
  function remove(): void {
    if (input.current !== null) {
      input.current.value = "";
      input.current.focus();
    }
    onChoose(undefined);
  }
  const pages = uploaded?.pages ?? null;
  const facts =
    uploaded === undefined
      ? []
      : [
          ...(pages === null ? [] : [pages === 1 ? t("onePage") : t("pages", { n: pages })]),
          sizeInWords(uploaded.size, lang),
        ];
  return (
    <section className="form-section" aria-labelledby="s-original">
      <h2 id="s-original">{t("original")}</h2>
      <div
        className={over ? "field file-drop over" : "field file-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={fileControl}>{t("file")}</label>
        <p className="field-help" id={`${fileControl}-help`}>
          {t("fileHelp")} {t("drop")}
        </p>
        {problems.length === 0 ? null : (
          <p className="field-problem" id={`${fileControl}-problem`}>
            {mostTelling(problems).map((found) => (
              <span key={found.id}>{found[lang]}</span>
            ))}
          </p>
        )}
        <input
          ref={input}
          id={fileControl}
          type="file"
          accept={accepted}
          aria-describedby={`${fileControl}-help${problems.length === 0 ? "" : ` ${fileControl}-problem`}`}
          {...(problems.length === 0 ? {} : { "aria-invalid": true })}
          onChange={(event) => onChoose(event.target.files?.[0])}
        />
        <p role="status" className="file-state">
          {sending ? t("sendingFile") : null}
          {uploaded === undefined ? null : t("fileReady", { what: facts.join(", ") })}
        </p>
        {uploaded === undefined ? null : (
          <button type="button" className="plain" onClick={remove}>
            {t("removeFile")}
          </button>
        )}
      </div>
    </section>
  );
}
