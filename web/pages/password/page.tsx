import { useId, useRef, useState, type ReactNode } from "react";
import { SHORTEST_PASSWORD } from "../../../src/contract/session/shortest-password.ts";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { call, NoContactError, RefusedError } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { PasswordField } from "../../components/password-field/password-field.tsx";
import { textOf } from "../../shell/form-text.ts";
import { entryText } from "../../text/entry.ts";
import { shellText } from "../../text/shell.ts";
import { useText } from "../../text/text.ts";
import "./password.css";

/** The server knows the names it is held to besides. */
const NOBODY: readonly string[] = [];

/** What became of the last try. */
type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "changed"; readonly ended: number }
  | { readonly kind: "no-contact" }
  | { readonly kind: "differ" }
  | { readonly kind: "refused"; readonly problems: readonly ProblemShape[] };

/** One's own password: the old one, and the new one twice. What was typed stays after a refusal. */
export function Page(): ReactNode {
  const t = useText(entryText);
  const s = useText(shellText);
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  async function submit(given: FormData): Promise<void> {
    if (textOf(given, "new") !== textOf(given, "again")) {
      setOutcome({ kind: "differ" });
      return;
    }
    setSending(true);
    const body = { old: textOf(given, "old"), new: textOf(given, "new") };
    const answer = await outcomeOf(body);
    setSending(false);
    setOutcome(answer);
    if (answer.kind === "changed") form.current?.reset();
  }
  return (
    <>
      <h1 tabIndex={-1}>{t("changePassword")}</h1>
      <p className="quiet">{t("changePasswordLead", { n: SHORTEST_PASSWORD })}</p>
      {outcome.kind === "refused" ? (
        <ErrorSummary
          problems={[...outcome.problems]}
          controlOf={(pointer) => `${id}-${pointer.slice(1)}`}
        />
      ) : null}
      {outcome.kind === "differ" ? (
        <Notice tone="danger" role="alert">
          {t("passwordsDiffer")}
        </Notice>
      ) : null}
      {outcome.kind === "no-contact" ? (
        <Notice tone="danger" role="alert">
          {s("noContactTitle")}
        </Notice>
      ) : null}
      {outcome.kind === "changed" ? (
        <Notice role="status">
          {outcome.ended === 0
            ? t("passwordChanged")
            : t("passwordChangedEnded", { n: outcome.ended })}
        </Notice>
      ) : null}
      <form
        ref={form}
        className="password-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <PasswordField
          id={`${id}-old`}
          name="old"
          label={t("oldPassword")}
          kept="current-password"
        />
        <PasswordField
          id={`${id}-new`}
          name="new"
          label={t("newPassword")}
          kept="new-password"
          judgedFor={NOBODY}
        />
        <PasswordField
          id={`${id}-again`}
          name="again"
          label={t("newPasswordAgain")}
          kept="new-password"
        />
        <button type="submit" className="primary" aria-disabled={sending}>
          {t("changePassword")}
        </button>
      </form>
    </>
  );
}

async function outcomeOf(body: { readonly old: string; readonly new: string }): Promise<Outcome> {
  try {
    const { ended } = await call(endpoints.changePassword, { body });
    return { kind: "changed", ended };
  } catch (error) {
    if (error instanceof NoContactError) return { kind: "no-contact" };
    if (error instanceof RefusedError) return { kind: "refused", problems: error.problems };
    throw error;
  }
}
