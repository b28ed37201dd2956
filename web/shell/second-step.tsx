import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import type { Me } from "../api/queries.ts";
import { Notice } from "../components/notice/notice.tsx";
import { factorText } from "../text/factor.ts";
import { useText } from "../text/text.ts";
import { textOf } from "./form-text.ts";
import { answerPasskey } from "./passkey.ts";
import { passkeysWork } from "./passkeys-work.ts";
import { type NextStep, useWordsOfFailure } from "./sign-in-step.ts";

/** After the password: a code from the telephone, a passkey, or one of the codes on paper. */
export function SecondStep({
  next,
  onSignedIn,
  onBack,
}: {
  readonly next: NextStep;
  readonly onSignedIn: (me: Me) => void;
  readonly onBack: () => void;
}) {
  const t = useText(factorText);
  const wordsOf = useWordsOfFailure();
  const input = useRef<HTMLInputElement>(null);
  const has = (factor: NextStep["factors"][number]): boolean => next.factors.includes(factor);
  const [paper, setPaper] = useState(!has("totp"));
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const typed = has("totp") || has("recovery");
  async function go(show: () => Promise<Me>): Promise<void> {
    setSending(true);
    setProblem(undefined);
    try {
      onSignedIn(await show());
    } catch (error) {
      setProblem(wordsOf(error));
      input.current?.focus();
      input.current?.select();
    } finally {
      setSending(false);
    }
  }
  const byCode = (code: string) =>
    call(endpoints.secondFactor, { body: { step: next.step, code } });
  async function byPasskey(): Promise<Me> {
    const { options } = await call(endpoints.factorPasskey, { body: { step: next.step } });
    const passkey = await answerPasskey(options);
    return call(endpoints.secondFactor, { body: { step: next.step, passkey } });
  }
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        const code = textOf(new FormData(event.currentTarget), "code");
        void go(() => byCode(code));
      }}
    >
      {problem === undefined ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <p>{t(paper ? (typed ? "paperLead" : "passkeyLead") : "codeLead")}</p>
      {has("passkey") && passkeysWork() ? (
        <p>
          <button
            type="button"
            className={typed ? undefined : "primary"}
            aria-disabled={sending}
            onClick={() => void go(byPasskey)}
          >
            {t("usePasskey")}
          </button>
        </p>
      ) : null}
      {typed ? (
        <>
          <CodeField paper={paper} input={input} />
          <button type="submit" className="primary" aria-disabled={sending}>
            {t("goOn")}
          </button>
        </>
      ) : null}
      <p className="sign-in-other">
        {has("totp") && has("recovery") ? (
          <button type="button" className="plain small" onClick={() => setPaper(!paper)}>
            {t(paper ? "telephoneInstead" : "paperInstead")}
          </button>
        ) : null}
        <button type="button" className="plain small" onClick={onBack}>
          {t("back")}
        </button>
      </p>
    </form>
  );
}

/** Where the code is written; it has the focus, also when another kind is asked for. */
function CodeField({
  paper,
  input,
}: {
  readonly paper: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
}) {
  const t = useText(factorText);
  const id = useId();
  useEffect(() => input.current?.focus(), [input, paper]);
  return (
    <div className="field">
      <label htmlFor={id}>{t(paper ? "paperCode" : "code")}</label>
      <input
        key={paper ? "paper" : "telephone"}
        id={id}
        ref={input}
        name="code"
        type="text"
        inputMode={paper ? "text" : "numeric"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
      />
    </div>
  );
}
