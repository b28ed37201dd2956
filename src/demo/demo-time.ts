import type { Calendar } from "../kernel/calendar.ts";
import {
  instantOfLocal,
  instantOfMillis,
  millisOf,
  parseLocalDateTime,
  stockholmDate,
  type Instant,
} from "../kernel/instant.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import type { DemoWhen } from "./demo-files.ts";

const MINUTE = 60_000;

/** When the things of the demo happened, counted back from the day the board is made. */
export interface DemoTime {
  readonly now: Instant;
  /** So many days from today; a rest day becomes the workday before. */
  day(days: number): PlainDate;
  /** A moment; never later than now. */
  moment(when: DemoWhen): Instant;
}

/** Makes the time of a demo that is made `now`. */
export function demoTime(now: Instant, calendar: Calendar): DemoTime {
  const today = stockholmDate(now);
  const known = new Map<number, PlainDate>();
  function day(days: number): PlainDate {
    const found = known.get(days) ?? calendar.previousWorkday(addDays(today, days));
    known.set(days, found);
    return found;
  }
  function moment(when: DemoWhen): Instant {
    if ("minutesAgo" in when) return before(now, when.minutesAgo);
    const local = parseLocalDateTime(`${day(when.day)}T${when.at}`);
    if (local === undefined) throw new RangeError(`Not a time of day: ${when.at}`);
    const instant = instantOfLocal(local);
    return instant < now ? instant : before(now, 1);
  }
  return { now, day, moment };
}

/** In the order in which things happened: by the day and time written down, those of today last. */
export function inOrder<T extends DemoWhen>(things: readonly T[]): readonly T[] {
  return things
    .map((thing) => ({ thing, rank: rank(thing) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}

/** The moment `minutes` after another. */
export function after(moment: Instant, minutes: number): Instant {
  return instantOfMillis(millisOf(moment) + minutes * MINUTE);
}

function before(moment: Instant, minutes: number): Instant {
  return after(moment, -minutes);
}

function rank(when: DemoWhen): number {
  if ("minutesAgo" in when) return 24 * 60 - when.minutesAgo / 1000;
  const [hours = 0, minutes = 0] = when.at.split(":").map(Number);
  return when.day * 24 * 60 + hours * 60 + minutes;
}
