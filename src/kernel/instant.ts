import type { Brand } from "./brand.ts";
import { dayNumberOf, padNumber, weekdayOfDayNumber } from "./civil.ts";
import { dateExists, dayNumber, plainDate, plainDateOfDayNumber } from "./plain-date.ts";
import type { PlainDate } from "./plain-date.ts";

/** A moment: 'YYYY-MM-DDTHH:mm:ss.sssZ', always UTC with milliseconds, so it sorts as text. */
export type Instant = Brand<string, "Instant">;

/** Wall clock time in Europe/Stockholm: 'YYYY-MM-DDTHH:mm'. */
export type LocalDateTime = Brand<string, "LocalDateTime">;

const INSTANT_SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))?Z$/;
const LOCAL_SHAPE = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;
const SUNDAY = 7;

/** Reads a UTC moment with or without milliseconds; undefined for any other text. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT_SHAPE.exec(text);
  if (match === null) return undefined;
  if (!dateExists(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined;
  const millis = (match[7] ?? "").padEnd(3, "0");
  return `${text.slice(0, 19)}.${millis}Z` as Instant;
}

/** The moment `ms` milliseconds after 1970-01-01 UTC. Throws RangeError beyond 0001-9999. */
export function instantOfMillis(ms: number): Instant {
  if (!Number.isSafeInteger(ms)) throw new RangeError("Not a whole number of milliseconds");
  const days = Math.floor(ms / MS_PER_DAY);
  const rest = ms - days * MS_PER_DAY;
  const seconds = Math.floor(rest / 1000);
  const time = `${clockText(Math.floor(seconds / 60))}:${padNumber(seconds % 60, 2)}`;
  // Made from checked parts, in the one shape of an instant.
  return `${plainDateOfDayNumber(days)}T${time}.${padNumber(rest % 1000, 3)}Z` as Instant;
}

/** Milliseconds since 1970-01-01 UTC. */
export function millisOf(instant: Instant): number {
  const days = dayNumber(plainDate(instant.slice(0, 10)));
  const seconds = minutesOf(instant) * 60 + Number(instant.slice(17, 19));
  return days * MS_PER_DAY + seconds * 1000 + Number(instant.slice(20, 23));
}

/** The moments of the very first day lie before the year 1 in UTC, where there are no instants. */
const FIRST_LOCAL = "0001-01-02";

/** Reads 'YYYY-MM-DDTHH:mm'; undefined for any other text and for the first day of the year 1. */
export function parseLocalDateTime(text: string): LocalDateTime | undefined {
  const match = LOCAL_SHAPE.exec(text);
  if (match === null) return undefined;
  if (!dateExists(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined;
  return text < FIRST_LOCAL ? undefined : (text as LocalDateTime);
}

/** The date in Sweden at a moment. */
export function stockholmDate(instant: Instant): PlainDate {
  return localDateOf(stockholmLocal(instant));
}

/** The wall clock in Sweden at a moment, seconds dropped. */
export function stockholmLocal(instant: Instant): LocalDateTime {
  const known = locals.get(instant);
  if (known !== undefined) return known;
  const ms = millisOf(instant);
  const local = localOfMillis(ms + offsetAt(ms));
  if (locals.size >= MOST_LOCALS) locals.clear();
  locals.set(instant, local);
  return local;
}

/** A command asks for the few moments of its akt again and again. */
const locals = new Map<Instant, LocalDateTime>();
const MOST_LOCALS = 500;

/**
 * The moment of a wall clock time in Sweden. The hour that is doubled in autumn means the later
 * moment (nothing can then be dated before it happened); the hour that is skipped in spring is
 * shifted forward: 02:30 means 03:30.
 */
export function instantOfLocal(local: LocalDateTime): Instant {
  const wall = dayNumber(localDateOf(local)) * MS_PER_DAY + minutesOf(local) * MS_PER_MINUTE;
  const asWinter = wall - MS_PER_HOUR;
  const asSummer = wall - 2 * MS_PER_HOUR;
  return instantOfMillis(isSummerTime(asWinter) && isSummerTime(asSummer) ? asSummer : asWinter);
}

/** The date part. */
export function localDateOf(local: LocalDateTime): PlainDate {
  return plainDate(local.slice(0, 10));
}

function localOfMillis(ms: number): LocalDateTime {
  const days = Math.floor(ms / MS_PER_DAY);
  const minutes = Math.floor((ms - days * MS_PER_DAY) / MS_PER_MINUTE);
  // Made from checked parts, in the one shape of a local time.
  return `${plainDateOfDayNumber(days)}T${clockText(minutes)}` as LocalDateTime;
}

function clockText(minutes: number): string {
  return `${padNumber(Math.floor(minutes / 60), 2)}:${padNumber(minutes % 60, 2)}`;
}

function minutesOf(text: string): number {
  return Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
}

function offsetAt(ms: number): number {
  return isSummerTime(ms) ? 2 * MS_PER_HOUR : MS_PER_HOUR;
}

interface SummerTime {
  readonly start: number;
  readonly end: number;
}

const summerTimes = new Map<number, SummerTime | undefined>();

function isSummerTime(ms: number): boolean {
  const year = Number(plainDateOfDayNumber(Math.floor(ms / MS_PER_DAY)).slice(0, 4));
  if (!summerTimes.has(year)) summerTimes.set(year, summerTimeOf(year));
  const period = summerTimes.get(year);
  return period !== undefined && ms >= period.start && ms < period.end;
}

/**
 * Summer time in Sweden, in UTC: none before 1980; in 1980 from the first Sunday of April; since
 * 1981 from the last Sunday of March; to the last Sunday of September until 1995, then of October
 * (directive 2000/84/EC; förordning 2001:127). The switch is at 01:00 UTC.
 */
function summerTimeOf(year: number): SummerTime | undefined {
  if (year < 1980) return undefined;
  const start = year === 1980 ? lastSundayUntil(year, 4, 7) : lastSundayUntil(year, 3, 31);
  const end = year < 1996 ? lastSundayUntil(year, 9, 30) : lastSundayUntil(year, 10, 31);
  return { start: start * MS_PER_DAY + MS_PER_HOUR, end: end * MS_PER_DAY + MS_PER_HOUR };
}

function lastSundayUntil(year: number, month: number, day: number): number {
  const last = dayNumberOf(year, month, day);
  return last - (weekdayOfDayNumber(last) % SUNDAY);
}
