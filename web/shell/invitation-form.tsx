import { useId, useRef, useState } from "react";
import { SHORTEST_PASSWORD } from "../../src/contract/session/shortest-password.ts";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import type { Me } from "../api/queries.ts";
import { Notice } from "../components/notice/notice.tsx";
import { PasswordField } from "../components/password-field/password-field.tsx";
import { entryText } from "../text/entry.ts";
import { useText } from "../text/text.ts";
import { textOf } from "./form-text.ts";
import { type NextStep, useWordsOfFailure } from "./sign-in-step.ts";

/** The server knows the names it is held to besides. */
const NOBODY: readonly string[] = [];

/** The first password, or a new one for a forgotten one, with the one-time code. What was typed stays after a refusal. */
export function InvitationForm({
  onAnswered,
  onBack,
}: {
  readonly onAnswered: (answer: Me | NextStep) => void;
  readonly onBack: () => void;
}) {
  const t = useText(entryText);
  const wordsOf = useWordsOfFailure();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const note = useRef<HTMLDivElement>(null);
  async function submit(form: FormData): Promise<void> {
    setProblem(undefined);
    const password = textOf(form, "password");
    if (password !== textOf(form, "again")) {
      setProblem(t("passwordsDiffer"));
      return;
    }
    setSending(true);
    try {
      const body = { username: textOf(form, "username"), code: textOf(form, "code"), password };
      onAnswered(await call(endpoints.acceptInvitation, { body }));
    } catch (error) {
      setProblem(wordsOf(error));
      note.current?.scrollIntoView({ block: "nearest" });
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
      <div ref={note}>
        {problem === undefined ? null : (
          <Notice tone="danger" role="alert">
            {problem}
          </Notice>
        )}
      </div>
      <p className="quiet">{t("haveCodeLead", { n: SHORTEST_PASSWORD })}</p>
      <Field name="username" label={t("username")} kept="username" first />
      <Field name="code" label={t("code")} kept="one-time-code" />
      <PasswordField
        name="password"
        label={t("newPassword")}
        kept="new-password"
        judgedFor={NOBODY}
      />
      <PasswordField name="again" label={t("newPasswordAgain")} kept="new-password" />
      <button type="submit" className="primary" aria-disabled={sending}>
        {sending ? t("signingIn") : t("choosePassword")}
      </button>
      <p className="sign-in-other">
        <button type="button" className="plain small" onClick={onBack}>
          {t("backToSignIn")}
        </button>
      </p>
    </form>
  );
}

function Field({
  name,
  label,
  kept,
  first = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly kept: string;
  readonly first?: boolean;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        autoComplete={kept}
        autoCapitalize="none"
        spellCheck={false}
        // The one who asked for this form is about to write in it.
        ref={(input) => {
          if (first) input?.focus();
        }}
        required
      />
    </div>
  );
}
