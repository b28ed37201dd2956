import type { Calendar } from "../kernel/calendar.ts";
import { evaluateTruth } from "../kernel/expression/evaluate.ts";
import type { Expression, FactValue } from "../kernel/expression/types.ts";
import type { ClockFact } from "./clock-facts.ts";
import { fieldsOf } from "./expression-fields.ts";
import { linkOf, linkedFacts } from "./fact-order.ts";
import type { FactIndex, PlacedFact } from "./fact-order.ts";
import type { LinkKey } from "./types.ts";

type Fields = Readonly<Record<string, FactValue | undefined>>;

/** Where a condition of a clock is asked: the start, and the fact that is tried or has met it. */
export interface ConditionScope {
  readonly index: FactIndex;
  readonly start: PlacedFact;
  readonly per: LinkKey;
  readonly calendar: Calendar;
}

const FIRST = "first.";
const OPEN_AT_START = "investigation.openAtStart";
const OPENING = "investigation.opened";
const CLOSING = "investigation.closed";

/**
 * Asks a condition of a deadline row; missing counts as no. Only what the condition names is looked
 * up. The names are those of `clockFacts` in facts.ts.
 */
export function holds(
  condition: Expression | undefined,
  scope: ConditionScope,
  more: { readonly fact?: ClockFact; readonly met?: ClockFact } = {},
): boolean {
  if (condition === undefined) return true;
  const { fact: start } = scope.start;
  const fields: Fields = {
    ...prefixed("start", start.data),
    "start.on": start.on,
    ...prefixed("report", reportOf(scope)?.data),
    ...prefixed("fact", more.fact?.data),
    ...prefixed("met", more.met?.data),
    ...lookedUp(condition, scope),
  };
  const env = { today: start.on, calendar: scope.calendar };
  return evaluateTruth(condition, { fields }, env) === true;
}

function prefixed(prefix: string, data: ClockFact["data"]): Fields {
  if (data === undefined) return {};
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [`${prefix}.${name}`, value]),
  );
}

function reportOf({ index, start }: ConditionScope): ClockFact | undefined {
  const { report } = start.fact;
  if (report === undefined) return undefined;
  return index.byName.get("report.received")?.find(({ fact }) => fact.report === report)?.fact;
}

function lookedUp(condition: Expression, scope: ConditionScope): Fields {
  const fields: Record<string, FactValue> = {};
  for (const field of fieldsOf(condition)) {
    if (field === OPEN_AT_START) fields[field] = isOpenAt(scope);
    if (!field.startsWith(FIRST)) continue;
    const ref = { fact: field.slice(FIRST.length) };
    const first = linkedFacts(scope.index, scope.start, ref, scope.per, true)[0];
    if (first !== undefined) fields[field] = first.fact.on;
  }
  return fields;
}

/** An investigation of the child was opened before the start and had not ended. */
function isOpenAt({ index, start }: ConditionScope): boolean {
  let open: readonly ClockFact[] = [];
  for (const { fact } of index.all.slice(0, start.place)) {
    if (fact.name === OPENING) open = [...open, fact];
    if (fact.name === CLOSING) {
      open = open.filter((opened) => linkOf(opened, fact, "investigation") === "none");
    }
  }
  return open.length > 0;
}
