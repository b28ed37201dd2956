import { useEffect, useId, useRef, useState } from "react";
import type { beginConfirm, confirm } from "../../src/contract/session/confirm.ts";
import { type AnswerOf, type BodyOf, call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { stepUpState } from "../api/step-up.ts";
import { Notice } from "../components/notice/notice.tsx";
import { PasswordField } from "../components/password-field/password-field.tsx";
import { factorText } from "../text/factor.ts";
import { useText } from "../text/text.ts";
import { textOf } from "./form-text.ts";
import { answerPasskey } from "./passkey.ts";
import { passkeysWork } from "./passkeys-work.ts";
import { openProviderWindow, whenShown } from "./provider-window.ts";
import { useWordsOfFailure } from "./sign-in-step.ts";

type Ways = AnswerOf<typeof beginConfirm>;

/** Asks who it is before a sensitive act. What was typed stays under it, and the act is sent again by itself. */
export function StepUpDialog() {
  const t = useText(factorText);
  const wordsOf = useWordsOfFailure();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [ways, setWays] = useState<Ways>();
  const [sending, setSending] = useState(false);
  // Put into words where it is shown: what asks once need not know the language.
  const [failure, setFailure] = useState<unknown>();
  const problem = failure === undefined ? undefined : wordsOf(failure);
  useEffect(() => {
    const place = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (place instanceof HTMLElement && place.isConnected) place.focus();
    };
  }, []);
  useEffect(() => {
    let gone = false;
    call(endpoints.beginConfirm, { body: {} }).then(
      (found) => (gone ? undefined : setWays(found)),
      (error: unknown) => (gone ? undefined : setFailure(error)),
    );
    return () => {
      gone = true;
    };
  }, []);
  const leave = (): void => stepUpState.get()?.settle(false);
  async function show(body: () => Promise<BodyOf<typeof confirm>>): Promise<void> {
    setSending(true);
    setFailure(undefined);
    try {
      await call(endpoints.confirm, { body: await body() });
      stepUpState.get()?.settle(true);
    } catch (error) {
      setFailure(error);
      // A challenge is answered once.
      setWays(await call(endpoints.beginConfirm, { body: {} }).catch(() => ways));
    } finally {
      setSending(false);
    }
  }
  const passkey = ways?.passkey ?? null;
  return (
    <dialog
      ref={dialog}
      className="unsaved step-up no-print"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h2 id={`${id}-title`}>{t("confirmTitle")}</h2>
      <p>{t("confirmLead")}</p>
      {problem === undefined ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [password, code] = [textOf(form, "password"), textOf(form, "code")];
          void show(async () => (code === "" ? { password } : { code }));
        }}
      >
        {ways?.password === true && !ways.totp ? <OwnPassword /> : null}
        {ways?.totp === true ? <CodeField /> : null}
        <div className="row">
          {ways?.password === true || ways?.totp === true ? (
            <button type="submit" className="primary" aria-disabled={sending}>
              {t("confirm")}
            </button>
          ) : null}
          {passkey !== null && passkeysWork() ? (
            <button
              type="button"
              aria-disabled={sending}
              onClick={() =>
                void show(async () => ({
                  passkey: { step: passkey.step, answer: await answerPasskey(passkey.options) },
                }))
              }
            >
              {t("usePasskey")}
            </button>
          ) : null}
          <AtProvider ways={ways} onFailure={setFailure} />
          <button type="button" onClick={leave}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Shows it in the municipality's sign-in, in a window beside the page; the act goes on when that is done. */
function AtProvider({
  ways,
  onFailure,
}: {
  readonly ways: Ways | undefined;
  readonly onFailure: (failure: unknown) => void;
}) {
  const t = useText(factorText);
  useEffect(() => whenShown("confirm", () => stepUpState.get()?.settle(true)), []);
  async function go(): Promise<void> {
    onFailure(undefined);
    const begin = () => call(endpoints.beginProviderConfirm, { body: {} });
    await openProviderWindow(async () => (await begin()).url).catch(onFailure);
  }
  if (ways?.provider !== true) return null;
  const isOnly = !ways.password && !ways.totp;
  return (
    <button type="button" className={isOnly ? "primary" : undefined} onClick={() => void go()}>
      {t("atProvider")}
    </button>
  );
}

function OwnPassword() {
  const label = useText(factorText)("password");
  return <PasswordField ref={intoFocus} name="password" label={label} kept="current-password" />;
}

function CodeField() {
  const t = useText(factorText);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("code")}</label>
      <input
        id={id}
        name="code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        ref={intoFocus}
        required
      />
    </div>
  );
}

function intoFocus(input: HTMLInputElement | null): void {
  input?.focus();
}
