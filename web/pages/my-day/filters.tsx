import type { ClockShape } from "../../../src/contract/shapes.ts";
import { myDayText } from "../../text/my-day.ts";
import { useText } from "../../text/text.ts";

export type Scope = "mine" | "unit";
export type DayFilter = "all" | "late" | "statutory";

/** Whether a duty is shown under a filter. */
export function shows(filter: DayFilter, clock: ClockShape): boolean {
  if (filter === "late") return clock.daysLeft < 0;
  return filter === "all" || clock.severity !== "C";
}

const filters = [
  ["all", "all"],
  ["late", "onlyLate"],
  ["statutory", "onlyStatutory"],
] as const;
const scopes = [
  ["mine", "mine"],
  ["unit", "wholeUnit"],
] as const;

/** Filters as words in a sentence: "Visar mina ärenden · allt". */
export function Filters({
  scope,
  filter,
  onScope,
  onFilter,
}: {
  readonly scope: Scope;
  readonly filter: DayFilter;
  /** Undefined for somebody without a unit. */
  readonly onScope: ((scope: Scope) => void) | undefined;
  readonly onFilter: (filter: DayFilter) => void;
}) {
  const t = useText(myDayText);
  return (
    <div className="day-filters no-print">
      <span aria-hidden="true">{t("showing")}</span>
      {onScope === undefined ? null : (
        <div role="group" aria-label={t("showing")}>
          {scopes.map(([id, words]) => (
            <Word key={id} pressed={scope === id} words={t(words)} onPress={() => onScope(id)} />
          ))}
        </div>
      )}
      <div role="group" aria-label={t("showing")}>
        {filters.map(([id, words]) => (
          <Word key={id} pressed={filter === id} words={t(words)} onPress={() => onFilter(id)} />
        ))}
      </div>
    </div>
  );
}

function Word({
  pressed,
  words,
  onPress,
}: {
  readonly pressed: boolean;
  readonly words: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="word" aria-pressed={pressed} onClick={onPress}>
      {words}
    </button>
  );
}
