import { useId } from "react";

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onWrite: (value: string) => void;
}

/** One line to write in. */
export function Line({ label, value, problem, onWrite }: LineProps) {
  const id = useId();
  const wrong =
    problem === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${id}-p` };
  return (
    <div className="work-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} value={value} {...wrong} onChange={(event) => onWrite(event.target.value)} />
      {problem === undefined ? null : (
        <p id={`${id}-p`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
