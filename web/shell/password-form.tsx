import { useId, useRef, useState } from "react";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import type { Me } from "../api/queries.ts";
import { Notice } from "../components/notice/notice.tsx";
import { PasswordField } from "../components/password-field/password-field.tsx";
import { entryText } from "../text/entry.ts";
import { factorText } from "../text/factor.ts";
import { useText } from "../text/text.ts";
import { passkeysWork } from "./passkeys-work.ts";
import { textOf } from "./form-text.ts";
import { type NextStep, useWordsOfFailure } from "./sign-in-step.ts";

/** User name and password. What was typed stays after a refusal, but the password. */
export function PasswordForm({
  second = false,
  onAnswered,
  onCode,
}: {
  /** Another way of signing in stands above, and is the usual one. */
  readonly second?: boolean;
  readonly onAnswered: (answer: Me | NextStep) => void;
  readonly onCode: () => void;
}) {
  const t = useText(entryText);
  const wordsOf = useWordsOfFailure();
  const id = useId();
  const password = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function submit(form: FormData): Promise<void> {
    setSending(true);
    setProblem(undefined);
    try {
      const body = {
        username: textOf(form, "username"),
        password: textOf(form, "password"),
      };
      onAnswered(await call(endpoints.signIn, { body }));
    } catch (error) {
      setProblem(wordsOf(error));
      password.current?.focus();
      password.current?.select();
    } finally {
      setSending(false);
    }
  }
  async function withPasskey(): Promise<void> {
    setSending(true);
    setProblem(undefined);
    try {
      const { answerPasskey } = await import("./passkey.ts");
      const { step, options } = await call(endpoints.beginPasskeySignIn, { body: {} });
      const passkey = await answerPasskey(options);
      onAnswered(await call(endpoints.passkeySignIn, { body: { step, passkey } }));
    } catch (error) {
      setProblem(wordsOf(error));
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
        <label htmlFor={`${id}-username`}>{t("username")}</label>
        <input
          id={`${id}-username`}
          name="username"
          type="text"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <PasswordField ref={password} name="password" label={t("password")} kept="current-password" />
      <button type="submit" className={second ? undefined : "primary"} aria-disabled={sending}>
        {sending ? t("signingIn") : t("signIn")}
      </button>
      <OtherWays sending={sending} onPasskey={() => void withPasskey()} onCode={onCode} />
    </form>
  );
}

function OtherWays({
  sending,
  onPasskey,
  onCode,
}: {
  readonly sending: boolean;
  readonly onPasskey: () => void;
  readonly onCode: () => void;
}) {
  const t = useText(entryText);
  const f = useText(factorText);
  return (
    <p className="sign-in-other">
      {passkeysWork() ? (
        <button type="button" className="plain small" aria-disabled={sending} onClick={onPasskey}>
          {f("withPasskey")}
        </button>
      ) : null}
      <button type="button" className="plain small" onClick={onCode}>
        {t("haveCode")}
      </button>
    </p>
  );
}
