import type { Calendar } from "../kernel/calendar.ts";
import { evaluateTruth } from "../kernel/expression/evaluate.ts";
import type { Expression, FactValue } from "../kernel/expression/types.ts";
import type { ClockFact } from "./clock-facts.ts";
import { fieldsOf } from "./expression-fields.ts";
import { linkOf, linkedFacts } from "./fact-order.ts";
import type { FactIndex, PlacedFact } from "./fact-order.ts";
import type { LinkKey } from "./types.ts";

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
  const fields: Record<string, FactValue | undefined> = {};
  for (const field of fieldsOf(condition)) fields[field] = valueOf(field, scope, more);
  const env = { today: scope.start.fact.on, calendar: scope.calendar };
  return evaluateTruth(condition, { fields }, env) === true;
}

/** The value of one name: `start.on`, data of the start, its report, the fact tried or met, or a first day. */
function valueOf(
  field: string,
  scope: ConditionScope,
  more: { readonly fact?: ClockFact; readonly met?: ClockFact },
): FactValue | undefined {
  const { fact: start } = scope.start;
  if (field === "start.on") return start.on;
  if (field === OPEN_AT_START) return isOpenAt(scope);
  if (field.startsWith(FIRST)) return firstDayOf(field.slice(FIRST.length), scope);
  const dot = field.indexOf(".");
  const name = field.slice(dot + 1);
  switch (field.slice(0, dot)) {
    case "start":
      return start.data?.[name];
    case "report":
      return reportOf(scope)?.data?.[name];
    case "fact":
      return more.fact?.data?.[name];
    case "met":
      return more.met?.data?.[name];
    default:
      return undefined;
  }
}

function firstDayOf(fact: string, scope: ConditionScope): FactValue | undefined {
  return linkedFacts(scope.index, scope.start, { fact }, scope.per, true)[0]?.fact.on;
}

function reportOf({ index, start }: ConditionScope): ClockFact | undefined {
  const { report } = start.fact;
  if (report === undefined) return undefined;
  return index.byName.get("report.received")?.find(({ fact }) => fact.report === report)?.fact;
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
