import { addDays, addMonths, parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { FollowupRow, RowKind, Values } from "../derive/rows.ts";
import { ownDay, type Lookup } from "../indicators/resolve-indicator.ts";
import type { Bar, Condition, Indicator, Step, TimeFrom } from "../indicators/types.ts";
import { isMissing, type Value } from "../value.ts";

/** A row as an indicator asks it: its values, and those of its guardians. */
export type CountedRow = Pick<FollowupRow, "kind" | "values" | "guardians"> & {
  readonly on: PlainDate;
};

/** How many rows each bar takes, counted one by one and without SQL: what the engine must agree with. */
export function recountBars(
  indicator: Indicator,
  bars: readonly Bar[],
  rows: readonly CountedRow[],
  lookup: Lookup,
): readonly number[] {
  const counts = bars.map(() => 0);
  for (const { row, values } of unitsOf(indicator, rows)) {
    const asks = (condition: Condition) => holds(condition, { row, values, lookup });
    if (indicator.where !== undefined && !asks(indicator.where)) continue;
    const at = bars.findIndex((bar) => asks(bar.when));
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** How many rows each step of a waterfall has in a period. */
export function recountSteps(
  steps: readonly Step[],
  rows: readonly CountedRow[],
  lookup: Lookup,
  period: { readonly from?: string; readonly to?: string } = {},
): readonly number[] {
  return steps.map(
    (step) =>
      rows.filter((row) => {
        const day = step.day === undefined ? row.on : dayOf(row.values[step.day]);
        if (row.kind !== step.row || !inPeriod(day, period)) return false;
        return holds(step.where, { row, values: row.values, lookup });
      }).length,
  );
}

/** The middle of the numbers, between the two in the middle where they are even in number. */
export function medianOf(variable: string, rows: readonly CountedRow[]): number | undefined {
  const numbers = rows
    .flatMap(({ values }) => {
      const value = values[variable];
      return typeof value === "number" ? [value] : [];
    })
    .toSorted((a, b) => a - b);
  const low = numbers[Math.floor((numbers.length - 1) / 2)];
  const high = numbers[Math.floor(numbers.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function inPeriod(
  day: PlainDate | undefined,
  { from, to }: { readonly from?: string; readonly to?: string },
): boolean {
  if (from === undefined && to === undefined) return true;
  return (
    day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to)
  );
}

interface Unit {
  readonly row: CountedRow;
  readonly values: Values;
}

function unitsOf({ row: kind, per }: Indicator, rows: readonly CountedRow[]): readonly Unit[] {
  const own: readonly CountedRow[] = rows.filter((row) => row.kind === kind);
  if (per === undefined) return own.map((row) => ({ row, values: row.values }));
  return own.flatMap((row) =>
    row.guardians.map((guardian) => ({ row, values: { ...row.values, ...guardian } })),
  );
}

interface Around extends Unit {
  readonly lookup: Lookup;
}

function holds(condition: Condition, around: Around): boolean {
  if ("all" in condition) return condition.all.every((each) => holds(each, around));
  if ("any" in condition) return condition.any.some((each) => holds(each, around));
  if ("not" in condition) return !holds(condition.not, around);
  if ("variable" in condition) {
    const values = valuesOf(condition.variable, around);
    return values.some((value) =>
      condition.in.some((text) => isIt(value, text, around, condition.variable)),
    );
  }
  const time = "within" in condition ? condition.within : condition.over;
  const end = endOf(time, around);
  if (end === undefined) return false;
  if ("over" in condition) return end < around.lookup.today;
  const to = condition.to === ownDay ? around.row.on : dayOf(around.values[condition.to]);
  return to !== undefined && to <= end;
}

/** Of a variable of guardians, in a row that is counted once, that of any of them. */
function valuesOf(id: string, { row, values }: Around): readonly (Value | undefined)[] {
  if (id in values) return [values[id]];
  const guardians = row.guardians.flatMap((guardian) => (id in guardian ? [guardian[id]] : []));
  return guardians.length > 0 ? guardians : [undefined];
}

function isIt(
  value: Value | undefined,
  text: string,
  { lookup }: Around,
  variable: string,
): boolean {
  if (value === undefined) return false;
  if (isMissing(value)) return value.missing === text;
  if (text === "answered") return true;
  if (typeof value === "boolean") return (value ? "yes" : "no") === text;
  if (typeof value === "number") {
    const span = lookup.span(text);
    return span !== undefined && value >= span[0] && value <= span[1];
  }
  const codes = typeof value === "string" ? [value] : value;
  const column = lookup.column(variable);
  const wanted = text.startsWith("group:") ? lookup.codesOfGroup(column, text.slice(6)) : [text];
  return codes.some((code) => wanted.includes(code));
}

function endOf(time: TimeFrom, { row, values, lookup }: Around): PlainDate | undefined {
  const from = time.from === ownDay ? row.on : dayOf(values[time.from]);
  if (from === undefined) return undefined;
  const { n, unit } = lookup.length(time);
  return unit === "day" ? addDays(from, n) : addMonths(from, n);
}

function dayOf(value: Value | undefined): PlainDate | undefined {
  return typeof value === "string" ? parsePlainDate(value.slice(0, 10)) : undefined;
}

/** Rows of an example as rows to count. */
export function exampleRows(indicator: Indicator, day: PlainDate): readonly CountedRow[] {
  return indicator.example.rows.flatMap(({ times = 1, row, on, values }) => {
    const read = Object.fromEntries(
      Object.entries(values).map(([id, value]): readonly [string, Value] => [id, valueOf(value)]),
    );
    const kind: RowKind = row ?? indicator.row;
    const guardians = indicator.per === "guardian" ? [read] : [];
    const own = indicator.per === "guardian" ? {} : read;
    const made = { kind, on: parsePlainDate(on ?? day) ?? day, values: own, guardians };
    return Array.from({ length: times }, () => made);
  });
}

const reasons = ["not_asked", "unknown", "declined", "not_relevant"] as const;

function valueOf(value: string | number | boolean | readonly string[]): Value {
  const reason = reasons.find((each) => each === value);
  return reason === undefined ? value : { missing: reason };
}
