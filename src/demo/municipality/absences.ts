import type { Dice } from "./dice.ts";

/** Somebody is away, days counted from today, and a colleague of the same unit stands in. */
export interface Absence {
  readonly key: string;
  readonly substitute: string;
  readonly from: number;
  readonly to: number;
}

interface Desk {
  readonly unit: string;
  readonly turns: readonly { readonly day: number; readonly key: string }[];
}

const DAYS_A_YEAR = 365;
const WEEK = 7;
/** Times that somebody is ill or away for long, a desk and year. */
const SICK_A_YEAR = 2;
const LONG_SICKNESS = 0.12;

/**
 * Holidays in weeks of their own, short illness and now and then a long one, for every desk of a unit where somebody
 * else can stand in. Nobody stands in who is away then.
 */
export function makeAbsences(
  dice: Dice,
  desks: readonly Desk[],
  years: number,
): readonly Absence[] {
  const absences: Absence[] = [];
  const isAway = (key: string, from: number, to: number): boolean =>
    absences.some(
      (each) => [each.key, each.substitute].includes(key) && each.from <= to && from <= each.to,
    );
  function add(desk: Desk, from: number, days: number): void {
    const to = from + days - 1;
    const key = keptBy(desk, from, to);
    const others = desks
      .filter((other) => other !== desk && other.unit === desk.unit)
      .flatMap((other) => keptBy(other, from, to) ?? [])
      .filter((other) => !isAway(other, from, to));
    if (key === undefined || others.length === 0 || to >= 0 || isAway(key, from, to)) return;
    absences.push({ key, substitute: dice.pick(others), from, to });
  }
  for (const desk of desks) {
    for (let year = 1; year <= years; year += 1) {
      const start = -DAYS_A_YEAR * year;
      add(desk, start + dice.integer(200, 240), 3 * WEEK);
      for (let turn = 0; turn < SICK_A_YEAR; turn += 1) {
        const long = dice.chance(LONG_SICKNESS);
        add(desk, start + dice.integer(0, 360), long ? dice.integer(30, 90) : dice.integer(1, 6));
      }
    }
  }
  return absences.toSorted((a, b) => a.from - b.from);
}

/** Whoever has the desk all that time. */
function keptBy({ turns }: Desk, from: number, to: number): string | undefined {
  const holder = (on: number) => turns.findLast(({ day }) => day <= on)?.key;
  return holder(from) === holder(to) ? holder(from) : undefined;
}
