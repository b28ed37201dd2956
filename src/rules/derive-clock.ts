import type { Calendar } from "../kernel/calendar.ts";
import { parseLocalDateTime, stockholmLocal, type LocalDateTime } from "../kernel/instant.ts";
import { addDays, parsePlainDate } from "../kernel/plain-date.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Clock, ClockCertainty } from "./clock.ts";
import { holds } from "./clock-conditions.ts";
import type { ConditionScope } from "./clock-conditions.ts";
import type { ClockFact } from "./clock-facts.ts";
import { computeDeadline, hoursFrom } from "./deadline.ts";
import type { Deadline } from "./deadline.ts";
import { linkedFacts } from "./fact-order.ts";
import type { FactIndex, PlacedFact } from "./fact-order.ts";
import type { DeadlineRow, FactRef, Law, LinkKey, StartRef } from "./types.ts";

/** A row that a fact may start. */
export interface ClockStart {
  readonly row: DeadlineRow;
  readonly ref: StartRef;
  readonly start: PlacedFact;
  readonly from: PlainDate;
}

/** The day a row counts from: the one its data names, else the day of the fact. */
export function startDay(row: DeadlineRow, fact: ClockFact): PlainDate {
  return (row.startDay === undefined ? undefined : dateIn(fact, row.startDay)) ?? fact.on;
}

/** What one clock is derived within. */
interface Derivation {
  readonly row: DeadlineRow;
  readonly start: PlacedFact;
  readonly scope: ConditionScope;
}

/**
 * The clock of one start, or nothing where its conditions do not hold. `inTime` collects the facts
 * that extended an earlier clock in time; starts must come in order for it to be complete.
 */
export function deriveClock(
  candidate: ClockStart,
  index: FactIndex,
  law: Law,
  calendar: Calendar,
  inTime: Set<PlacedFact>,
): Clock | undefined {
  const { row, ref, start } = candidate;
  const per = ref.by ?? row.per;
  const at: Derivation = { row, start, scope: { index, start, per, calendar } };
  if (!holds(ref.when, at.scope) || !holds(row.when, at.scope)) return undefined;
  if ((ref.requires ?? []).some((each) => found(each, at, true).length === 0)) return undefined;
  const base = countedFrom(candidate, calendar);
  if (base === undefined) return undefined;
  const isExtension = isExtensionRule(law, row.id);
  if (isExtension && !inTime.has(start)) return { ...base, status: "not-applicable" };
  if (row.unless !== undefined && holds(row.unless, at.scope)) {
    return { ...base, status: "not-applicable" };
  }
  return withOutcome(base, at, law, inTime);
}

interface Counted {
  readonly row: DeadlineRow;
  readonly calendar: Calendar;
  readonly clock: Clock | undefined;
}

/** A fact never changes, and neither do the days that a row counts from it: counted once for every state it is in. */
const ofFact = new WeakMap<ClockFact, Counted[]>();

/** The clock as nothing has happened to it yet; undefined where its days can't be counted. */
function countedFrom(candidate: ClockStart, calendar: Calendar): Clock | undefined {
  const { row, start } = candidate;
  const counted = ofFact.get(start.fact) ?? [];
  const known = counted.find((each) => each.row === row && each.calendar === calendar);
  if (known !== undefined) return known.clock;
  const clock = countFrom(candidate, calendar);
  counted.push({ row, calendar, clock });
  ofFact.set(start.fact, counted);
  return clock;
}

function countFrom(candidate: ClockStart, calendar: Calendar): Clock | undefined {
  const { row, start, from } = candidate;
  const fixedDay = "fixed" in row.period ? dateIn(start.fact, row.period.fixed) : undefined;
  const hours = hoursFrom(row.period, startMoment(row, start.fact));
  const days = computeDeadline(row, from, calendar, fixedDay, hours?.due);
  if (!days.ok) return undefined;
  const clock = clockOf(candidate, days.value, certaintyOf(row, days.value, calendar));
  return hours === undefined ? clock : { ...clock, hours };
}

/** The first of what happened: met, extended, or the state it belongs to ended. */
function withOutcome(base: Clock, at: Derivation, law: Law, inTime: Set<PlacedFact>): Clock {
  const met = metBy(at);
  const clock = withGrace(base, at, met);
  const before = (placed: PlacedFact): boolean => met === undefined || placed.place < met.place;
  const extension = extensionsOf(at, law).find(
    (placed) => placed.fact.on <= clock.legalLatest && before(placed),
  );
  const ended = (at.row.endsWith ?? []).flatMap((ref) => found(ref, at)).toSorted(byPlace)[0];
  if (
    ended !== undefined &&
    before(ended) &&
    (extension === undefined || ended.place < extension.place)
  ) {
    return { ...clock, status: "superseded", endedOn: ended.fact.on };
  }
  if (extension !== undefined) {
    inTime.add(extension);
    return { ...clock, status: "extended", endedOn: extension.fact.on };
  }
  if (met === undefined) return clock;
  const done = { ...clock, status: "met" as const, metOn: met.fact.on, metFact: met.fact.id };
  const { hours } = clock;
  if (hours === undefined || met.fact.at === undefined) return done;
  return { ...done, hours: { ...hours, metAt: stockholmLocal(met.fact.at) } };
}

/** The moment hours count from: the one its data names, else that of the fact. */
function startMoment(row: DeadlineRow, fact: ClockFact): LocalDateTime | undefined {
  const named = row.startDay === undefined ? undefined : fact.data?.[row.startDay];
  const moment = typeof named === "string" ? parseLocalDateTime(named) : undefined;
  return moment ?? (fact.at === undefined ? undefined : stockholmLocal(fact.at));
}

function clockOf(candidate: ClockStart, days: Deadline, certainty: ClockCertainty): Clock {
  const { row, start, from } = candidate;
  const { fact } = start;
  return {
    id: [row.id, fact.matter, fact.id, fact.subject].filter((part) => part !== undefined).join(":"),
    ruleId: row.id,
    name: row.name,
    matter: fact.matter,
    ...(fact.subject === undefined ? {} : { subject: fact.subject }),
    ...(fact.report === undefined ? {} : { report: fact.report }),
    ...(fact.investigation === undefined ? {} : { investigation: fact.investigation }),
    ...(fact.decision === undefined ? {} : { decision: fact.decision }),
    startFact: fact.id,
    from,
    ...days,
    grace: false,
    severity: row.severity,
    owner: row.owner,
    warnDaysBefore: row.warnDaysBefore,
    section: row.cited,
    lawShort: row.short,
    certainty,
    ...(row.reminder === undefined ? {} : { reminder: row.reminder }),
    whenPassed: row.whenPassed ?? "missed",
    status: "open",
  };
}

function certaintyOf(row: DeadlineRow, days: Deadline, calendar: Calendar): ClockCertainty {
  if (row.certainty === "interpretation") return "interpretation";
  if ("unit" in row.period && row.period.unit === "hour") return "certain";
  if (row.rollCertain === true || !calendar.isRestDay(days.nominal)) return "certain";
  return row.roll === "no" ? "no-roll-over-interpretation" : "roll-over-interpretation";
}

/** The fact that meets the clock: the first of `metBy`, or the last of what `metByAll` needs. */
function metBy(at: Derivation): PlacedFact | undefined {
  const { row } = at;
  const first = row.metBy.flatMap((ref) => found(ref, at)).toSorted(byPlace)[0];
  if (row.metByAll === undefined || first !== undefined) return first;
  const end = row.countsUntil === undefined ? undefined : found(row.countsUntil, at)[0];
  const last: PlacedFact[] = [];
  for (const ref of row.metByAll) {
    const candidates = found(ref, at);
    const counted = candidates.filter((placed) => end === undefined || placed.place < end.place);
    // What is missing at the end may still come, too late as it then is.
    const done = counted.at(-1) ?? candidates[0];
    if (done === undefined) return undefined;
    last.push(done);
  }
  return last.toSorted(byDay).at(-1);
}

function withGrace(clock: Clock, at: Derivation, met: PlacedFact | undefined): Clock {
  const condition = at.row.graceNextDayWhen;
  if (condition === undefined) return clock;
  const more = met === undefined ? {} : { met: met.fact };
  if (!holds(condition, at.scope, more)) return clock;
  return { ...clock, grace: true, legalLatest: addDays(clock.nominal, 1) };
}

/** The facts that would start the rule that extends this one. */
function extensionsOf(at: Derivation, law: Law): readonly PlacedFact[] {
  const { extendedBy } = at.row;
  if (extendedBy === undefined) return [];
  const refs = (law.deadlines.get(extendedBy) ?? []).flatMap((row) => row.start);
  const named = new Map(refs.map((ref) => [ref.fact, ref]));
  return [...named.values()]
    .flatMap((ref) => found(ref, at))
    .filter((placed) => placed.place > at.start.place)
    .toSorted(byPlace);
}

/** A rule that only lives as the extension of another: its period is set by a decision. */
function isExtensionRule(law: Law, ruleId: string): boolean {
  let rules = extensionRules.get(law);
  if (rules === undefined) {
    const extended = [...law.deadlines.values()].flat();
    rules = new Set(
      extended.flatMap((row) => (row.extendedBy === row.id ? [] : (row.extendedBy ?? []))),
    );
    extensionRules.set(law, rules);
  }
  return rules.has(ruleId);
}

/** The law does not change: looked through once. */
const extensionRules = new WeakMap<Law, ReadonlySet<string>>();

function found(ref: FactRef, at: Derivation, anyTime = false): readonly PlacedFact[] {
  const per: LinkKey = at.scope.per;
  return linkedFacts(at.scope.index, at.start, ref, per, anyTime).filter(
    (placed) => placed !== at.start && holds(ref.when, at.scope, { fact: placed.fact }),
  );
}

function dateIn(fact: ClockFact, field: string): PlainDate | undefined {
  const value = fact.data?.[field];
  return typeof value === "string" ? parsePlainDate(value.slice(0, dayLength)) : undefined;
}

/** A moment names a day too: `2025-09-17T13:00`. */
const dayLength = "YYYY-MM-DD".length;

function byPlace(a: PlacedFact, b: PlacedFact): number {
  return a.place - b.place;
}

/** By day first: of two facts of the same day the later one in order. */
function byDay(a: PlacedFact, b: PlacedFact): number {
  return a.fact.on === b.fact.on ? a.place - b.place : a.fact.on < b.fact.on ? -1 : 1;
}
