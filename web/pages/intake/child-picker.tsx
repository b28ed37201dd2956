import { useId, useRef, useState } from "react";
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
  // What was pressed goes away: the next child is searched for where the last one was.
  const box = useRef<HTMLInputElement>(null);
  function choose(child: ChosenChild): void {
    onChoose(child);
    setTyped("");
    endRegistering();
  }
  function endRegistering(): void {
    setRegistering(false);
    box.current?.focus();
  }
  function remove(person: string): void {
    onRemove(person);
    box.current?.focus();
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
              onClick={() => remove(child.person)}
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
          ref={box}
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
        <NewPerson typed={typed} onDone={choose} onCancel={endRegistering} />
      ) : (
        <button type="button" onClick={() => setRegistering(true)}>
          {t("newPerson")}
        </button>
      )}
    </div>
  );
}
