import { useId, useState } from "react";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import { PersonHits } from "../search/person-hits.tsx";
import { NewPerson } from "./new-person.tsx";

export interface ChosenChild {
  readonly person: string;
  readonly name: string;
  readonly running: boolean;
}

export interface ChildPickerProps {
  /** What the search is called, where it is for others than the children of a report. */
  readonly label?: string;
  readonly chosen: readonly ChosenChild[];
  readonly onChoose: (child: ChosenChild) => void;
  readonly onRemove: (person: string) => void;
}

/** The children of a report as chips; search as one types, with the reason for each hit. */
export function ChildPicker({ label, chosen, onChoose, onRemove }: ChildPickerProps) {
  const t = useText(intakeText);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [registering, setRegistering] = useState(false);
  function choose(child: ChosenChild): void {
    onChoose(child);
    setTyped("");
    setRegistering(false);
  }
  return (
    <div>
      <ul className="chips">
        {chosen.map((child) => (
          <li key={child.person}>
            <span>{child.name}</span>
            {child.running ? <span className="note">{t("running")}</span> : null}
            <button
              type="button"
              aria-label={t("remove", { name: child.name })}
              onClick={() => onRemove(child.person)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor={id}>{label ?? t("search")}</label>
        <p className="field-help" id={`${id}-help`}>
          {t("searchHelp")}
        </p>
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-help`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <PersonHits
        typed={typed}
        without={chosen.map(({ person }) => person)}
        onChoose={({ person, name, running }) => choose({ person, name, running })}
      />
      {registering ? (
        <NewPerson typed={typed} onDone={choose} onCancel={() => setRegistering(false)} />
      ) : (
        <button type="button" onClick={() => setRegistering(true)}>
          {t("newPerson")}
        </button>
      )}
    </div>
  );
}
