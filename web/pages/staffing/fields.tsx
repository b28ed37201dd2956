import { useId } from "react";

interface PickProps {
  readonly label: string;
  readonly value: string;
  /** What stands for nothing chosen. */
  readonly empty: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly problem?: string | undefined;
  readonly onPick: (id: string) => void;
}

/** A list to choose one from. */
export function Pick({ label, value, empty, choices, problem, onPick }: PickProps) {
  const id = useId();
  return (
    <div className="work-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        {...aria(id, problem)}
        onChange={(event) => onPick(event.target.value)}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
      <Problem id={id} text={problem} />
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onPick: (day: string) => void;
}

/** A day. */
export function Day({ label, value, problem, onPick }: DayProps) {
  const id = useId();
  return (
    <div className="work-field staffing-day">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        {...aria(id, problem)}
        onChange={(event) => onPick(event.target.value)}
      />
      <Problem id={id} text={problem} />
    </div>
  );
}

function aria(id: string, problem: string | undefined) {
  return problem === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${id}-problem` };
}

function Problem({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p className="field-problem" id={`${id}-problem`}>
      {text}
    </p>
  );
}
