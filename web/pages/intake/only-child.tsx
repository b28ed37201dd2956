import { useId, useState } from "react";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";

export interface OnlyChildProps {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** There are so many that each is one line until something is written. */
  readonly folded: boolean;
  readonly onChange: (text: string) => void;
}

/** What of a report concerns one of its children alone. */
export function OnlyChild({ id, name, text, folded, onChange }: OnlyChildProps) {
  const t = useText(intakeText);
  const helpId = useId();
  // What has been opened stays open, also when its text is taken out again.
  const [open] = useState(text !== "");
  const label = t("onlyChild", { name });
  const area = (
    <textarea
      id={id}
      lang="sv"
      spellCheck
      aria-label={folded ? label : undefined}
      aria-describedby={helpId}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  const help = (
    <p className="field-help" id={helpId}>
      {t("onlyChildHelp")}
    </p>
  );
  if (folded) {
    return (
      <details className="only-child" open={open}>
        <summary>{label}</summary>
        {help}
        {area}
      </details>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help}
      {area}
    </div>
  );
}
