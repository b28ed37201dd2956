import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { fullDay } from "../text/dates.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";
import { searchSources, type SourceChoice } from "./source-choices.ts";

/** As many as one reads; typing finds the others. */
const mostShown = 50;

/**
 * Finds a source while one types and chooses it with the keyboard: a combobox with its list. `Escape`, or going
 * elsewhere, gives back what was typed, so that nothing is lost.
 */
export function SourcePicker({
  choices,
  onChoose,
  onLeave,
}: {
  readonly choices: readonly SourceChoice[];
  readonly onChoose: (choice: SourceChoice) => void;
  readonly onLeave: (typed: string, back: boolean) => void;
}) {
  const t = useText(sourcesText);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The box loses the focus also when it has done its work.
  const done = useRef(false);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => searchSources(choices, typed), [choices, typed]);
  const shown = found.slice(0, mostShown);
  const active = Math.min(at, shown.length - 1);
  const optionId = (index: number): string => `${id}-${index}`;
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  function choose(choice: SourceChoice): void {
    done.current = true;
    onChoose(choice);
  }

  function leave(back: boolean): void {
    if (done.current) return;
    done.current = true;
    onLeave(typed, back);
  }

  function onKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && shown.length > 0) {
      setAt((active + step + shown.length) % shown.length);
    } else if (event.key === "Enter") {
      const choice = shown[active];
      if (choice !== undefined) choose(choice);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      leave(true);
    } else return;
    event.preventDefault();
  }

  return (
    <div className="source-picker">
      <label htmlFor={id} className="small">
        {t("search")}
      </label>
      <input
        id={id}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-describedby={`${id}-hint`}
        {...(active < 0 ? {} : { "aria-activedescendant": optionId(active) })}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
        onBlur={() => leave(false)}
      />
      <p id={`${id}-hint`} className="quiet small">
        {t("searchHint")}
      </p>
      <p className="visually-hidden" role="status">
        {found.length === 0
          ? t("foundNone")
          : found.length === 1
            ? t("foundOne")
            : t("found", { n: found.length })}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={t("sources")} className="source-list">
        {shown.map((choice, index) => (
          <Option
            key={choice.id}
            id={optionId(index)}
            choice={choice}
            active={index === active}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
      {found.length === 0 ? <p className="quiet">{t("foundNone")}</p> : null}
    </div>
  );
}

function Option({
  id,
  choice,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly choice: SourceChoice;
  readonly active: boolean;
  readonly onChoose: () => void;
}) {
  const t = useText(sourcesText);
  const { lang } = useLang();
  const { label, on, excerpt, limited, mark } = choice;
  const facts = [
    ...(on === undefined ? [] : [fullDay(on, lang)]),
    ...(mark === null ? [] : [t(mark.kind, { day: fullDay(mark.on, lang) })]),
    ...(limited ? [t("limited")] : []),
  ];
  return (
    // The keyboard stays in the box above, which says which of them is meant.
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
      <span className="source-label">{label}</span>
      {facts.length === 0 ? null : <span className="quiet small"> {facts.join(" · ")}</span>}
      {excerpt === "" ? null : <span className="source-excerpt">{excerpt}</span>}
    </div>
  );
}
