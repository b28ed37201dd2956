import { textOf } from "./form-text.ts";
import { useId, useRef, useState } from "react";
import { call, NoContactError, RefusedError } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import type { Me } from "../api/queries.ts";
import { Notice } from "../components/notice/notice.tsx";
import { entryText } from "../text/entry.ts";
import { shellText } from "../text/shell.ts";
import { useLang, useText } from "../text/text.ts";

/** User name and password. What was typed stays after a refusal, but the password. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) {
  const t = useText(entryText);
  const s = useText(shellText);
  const { lang } = useLang();
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
      onSignedIn(await call(endpoints.signIn, { body }));
    } catch (error) {
      setProblem(wordsOf(error));
      password.current?.focus();
      password.current?.select();
    } finally {
      setSending(false);
    }
  }
  function wordsOf(error: unknown): string {
    if (error instanceof NoContactError) return s("noContactTitle");
    if (error instanceof RefusedError && error.problems.length > 0)
      return error.problems.map((found) => found[lang]).join(" ");
    return t("wrong");
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
      <div className="field">
        <label htmlFor={`${id}-password`}>{t("password")}</label>
        <input
          id={`${id}-password`}
          ref={password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </div>
      <button type="submit" className="primary" aria-disabled={sending}>
        {sending ? t("signingIn") : t("signIn")}
      </button>
    </form>
  );
}
