import { useId, useState } from "react";
import { call, NoContactError, RefusedError } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { textOf } from "../../shell/form-text.ts";
import { setupText } from "../../text/setup.ts";
import { shellText } from "../../text/shell.ts";
import { useLang, useText } from "../../text/text.ts";
import type { MadeDemo } from "./demo-accounts.tsx";

const SIZES = ["families", "small", "typical"] as const;
const SIZE_TEXT = {
  families: ["sizeFamilies", "sizeFamiliesHelp"],
  small: ["sizeSmall", "sizeSmallHelp"],
  typical: ["sizeTypical", "sizeTypicalHelp"],
} as const;

/** What to try, and its one button. */
export function DemoBoardForm({ onMade }: { readonly onMade: (made: MadeDemo) => void }) {
  const t = useText(setupText);
  const s = useText(shellText);
  const { lang } = useLang();
  const id = useId();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function submit(form: FormData): Promise<void> {
    const name = textOf(form, "name").trim();
    setSending(true);
    setProblem(undefined);
    try {
      const size = SIZES.find((each) => each === textOf(form, "size")) ?? SIZES[0];
      const body = { code: textOf(form, "code").trim(), size, ...(name === "" ? {} : { name }) };
      onMade(await call(endpoints.makeDemoBoard, { body }));
    } catch (error) {
      if (error instanceof RefusedError)
        setProblem(error.problems.map((found) => found[lang]).join(" "));
      else setProblem(s(error instanceof NoContactError ? "noContactTitle" : "fault"));
    } finally {
      setSending(false);
    }
  }
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {problem === undefined ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className="field">
        <label htmlFor={`${id}-code`}>{t("code")}</label>
        <p className="field-help" id={`${id}-code-help`}>
          {t("codeHelp")}
        </p>
        <input
          id={`${id}-code`}
          name="code"
          type="text"
          autoComplete="one-time-code"
          spellCheck={false}
          aria-describedby={`${id}-code-help`}
          required
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-name`}>{t("name")}</label>
        <p className="field-help" id={`${id}-name-help`}>
          {t("nameHelp")}
        </p>
        <input
          id={`${id}-name`}
          name="name"
          type="text"
          autoComplete="off"
          aria-describedby={`${id}-name-help`}
        />
      </div>
      <fieldset className="field">
        <legend>{t("size")}</legend>
        <div className="choices">
          {SIZES.map((size) => (
            <label className="choice" key={size}>
              <input
                type="radio"
                name="size"
                value={size}
                defaultChecked={size === SIZES[0]}
                aria-describedby={`${id}-${size}`}
              />
              <span>
                {t(SIZE_TEXT[size][0])}
                <span className="entry-choice-help" id={`${id}-${size}`}>
                  {t(SIZE_TEXT[size][1])}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="primary" aria-disabled={sending}>
        {t("make")}
      </button>
      <p className="quiet" role="status">
        {sending ? t("making") : ""}
      </p>
    </form>
  );
}
