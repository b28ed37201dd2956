import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useState } from "react";
import { finderText } from "../../text/finder.ts";
import { useText } from "../../text/text.ts";
import { choicesFor, type FinderChoice } from "./choices-for.ts";
import "./finder.css";

/** As many as one reads; typing finds the others. */
const mostShown = 60;

/**
 * Finds one of many while one types, with the keyboard alone: a combobox with its list below. The focus stays in
 * the box; the arrows say which is meant, Enter takes it.
 */
export function Finder<C extends FinderChoice>({
  label,
  hint,
  choices,
  always,
  input,
  waiting = false,
  onChoose,
  onType,
  onKey,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly C[];
  /** Choices that what is typed makes, after those that it finds. */
  readonly always?: (typed: string) => readonly C[];
  readonly input: RefObject<HTMLInputElement | null>;
  /** The choices are on their way: what is typed meanwhile finds among them. */
  readonly waiting?: boolean;
  readonly onChoose: (choice: C) => void;
  readonly onType?: (typed: string) => void;
  /** What other keys do; `true` where it was one of them. */
  readonly onKey?: (key: string, typed: string) => boolean;
}) {
  const t = useText(finderText);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => [...choicesFor(choices, typed).slice(0, mostShown), ...(always?.(typed.trim()) ?? [])],
    [choices, typed, always],
  );
  const none = found.length === 0 && !waiting;
  const active = Math.min(at, found.length - 1);
  const optionId = (index: number): string => `${id}-${index}`;
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  function pressed(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const choice = found[active];
    if (event.nativeEvent.isComposing) return;
    if (step !== undefined && found.length > 0) {
      setAt((active + step + found.length) % found.length);
    } else if (event.key === "Enter" && choice !== undefined) onChoose(choice);
    else if (onKey?.(event.key, typed) !== true) return;
    event.preventDefault();
  }

  return (
    <div className="finder">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
        {...(active < 0 ? {} : { "aria-activedescendant": optionId(active) })}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          onType?.(event.target.value);
        }}
        onKeyDown={pressed}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {none ? t("none") : null}
        {found.length === 1 ? t("one") : null}
        {found.length > 1 ? t("many", { n: found.length }) : null}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={label} className="finder-list">
        {found.map((choice, index) => (
          <Option
            key={choice.id}
            id={optionId(index)}
            choice={choice}
            group={found[index - 1]?.group === choice.group ? undefined : choice.group}
            active={index === active}
            onChoose={() => onChoose(choice)}
          />
        ))}
      </div>
      {none ? <p className="quiet">{t("none")}</p> : null}
    </div>
  );
}

function Option({
  id,
  choice: { label, detail, keys, group: of },
  group,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly choice: FinderChoice;
  /** Shown above the first of a group. */
  readonly group: string | undefined;
  readonly active: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <>
      {group === undefined ? null : (
        <p className="finder-group" aria-hidden="true">
          {group}
        </p>
      )}
      {/* The keyboard stays in the box above, which says which of them is meant. */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        onMouseDown={(event) => {
          event.preventDefault();
          onChoose();
        }}
      >
        <span className="visually-hidden">{of}: </span>
        <span className="finder-label">{label}</span>
        {keys === undefined ? null : <kbd aria-hidden="true">{keys}</kbd>}
        {detail === undefined ? null : <span className="finder-detail">{detail}</span>}
      </div>
    </>
  );
}
