import { type Ref, lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { entryText } from "../../text/entry.ts";
import { useText } from "../../text/text.ts";
import "./password-field.css";

/** Only who chooses a password needs it. */
const StrengthLine = lazy(async () => {
  const { StrengthLine: loaded } = await import("./strength-line.tsx");
  return { default: loaded };
});

interface Props {
  readonly id?: string;
  readonly name: string;
  readonly label: string;
  /** What the browser's store of passwords should make of it. */
  readonly kept: "current-password" | "new-password";
  /** Tell how strong it is while it is written, for whoever has these names. */
  readonly judgedFor?: readonly string[];
  readonly ref?: Ref<HTMLInputElement>;
}

/** A password, which can be shown while nobody else looks; it is hidden again when the form is sent. */
export function PasswordField({ id, name, label, kept, judgedFor, ref }: Props) {
  const t = useText(entryText);
  const made = useId();
  const own = id ?? made;
  const [shown, setShown] = useState(false);
  const [text, setText] = useState("");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    const hide = (): void => setShown(false);
    const empty = (): void => setText("");
    form?.addEventListener("submit", hide);
    form?.addEventListener("reset", empty);
    return () => {
      form?.removeEventListener("submit", hide);
      form?.removeEventListener("reset", empty);
    };
  }, []);
  return (
    <div className="field" ref={box}>
      <label htmlFor={own}>{label}</label>
      <div className="password-field">
        <input
          id={own}
          ref={ref}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={kept}
          // While it is shown it is text, and must not be sent anywhere to be spelled.
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={judgedFor === undefined ? undefined : `${own}-strength`}
          onChange={judgedFor === undefined ? undefined : (event) => setText(event.target.value)}
          required
        />
        <button
          type="button"
          className="small"
          aria-controls={own}
          aria-label={t(shown ? "hideOf" : "showOf", { label })}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? "hide" : "show")}
        </button>
      </div>
      <span role="status" className="visually-hidden">
        {shown ? t("nowShown") : ""}
      </span>
      {judgedFor === undefined ? null : (
        <div id={`${own}-strength`}>
          {text === "" ? null : (
            <Suspense fallback={null}>
              <StrengthLine password={text} names={judgedFor} />
            </Suspense>
          )}
        </div>
      )}
    </div>
  );
}
