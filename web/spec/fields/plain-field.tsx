import type { FieldFrame } from "./field-shell.tsx";
import { describedBy, FieldShell } from "./field-shell.tsx";

export interface ControlProps {
  readonly frame: FieldFrame;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function common(frame: FieldFrame) {
  return {
    id: frame.id,
    "aria-describedby": describedBy(frame),
    ...(frame.problems.length > 0 ? { "aria-invalid": true } : {}),
  } as const;
}

/** Text on one line. */
export function TextField({ frame, value, onChange }: ControlProps) {
  return (
    <FieldShell frame={frame}>
      <input
        {...common(frame)}
        type="text"
        lang="sv"
        spellCheck
        autoComplete="off"
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldShell>
  );
}

/** A day, or a day and time in local time. */
export function DateField({
  frame,
  value,
  onChange,
  withTime,
}: ControlProps & { readonly withTime: boolean }) {
  return (
    <FieldShell frame={frame}>
      <input
        {...common(frame)}
        type={withTime ? "datetime-local" : "date"}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldShell>
  );
}

/** A whole number. */
export function NumberField({ frame, value, onChange }: ControlProps) {
  return (
    <FieldShell frame={frame}>
      <input
        {...common(frame)}
        type="text"
        inputMode="numeric"
        className="number"
        value={typeof value === "number" ? String(value) : typeof value === "string" ? value : ""}
        onChange={(event) =>
          onChange(
            /^\d+$/u.test(event.target.value) ? Number(event.target.value) : event.target.value,
          )
        }
      />
    </FieldShell>
  );
}
