import { addMonths, maxDate, type PlainDate } from "../kernel/plain-date.ts";

/** Days from and to, both included; without a last day it still runs. */
export interface Stretch {
  readonly from: PlainDate;
  readonly to: PlainDate | undefined;
}

/** Time without contact while a matter ran: since the contact (or the start of the matter) on `from`. */
export interface QuietStretch {
  readonly from: PlainDate;
  /** The day of the next contact or of the closing; undefined = still quiet today. */
  readonly to: PlainDate | undefined;
  readonly months: number;
}

/**
 * The stretches of at least `least` whole months without contact while some matter ran, oldest first. Between
 * matters nobody is to have contact, so that such time is no stretch.
 */
export function quietStretches(
  contacts: readonly PlainDate[],
  matters: readonly Stretch[],
  today: PlainDate,
  least: number,
): readonly QuietStretch[] {
  const days = [...new Set(contacts)].filter((day) => day <= today).toSorted();
  return joined(matters, today).flatMap(({ from, to }) => {
    const inside = days.filter((day) => day > from && (to === undefined || day < to));
    const ends = [...inside, to];
    return ends.flatMap((end, at): readonly QuietStretch[] => {
      const start = inside[at - 1] ?? from;
      const months = wholeMonths(start, end ?? today);
      return months < least ? [] : [{ from: start, to: end, months }];
    });
  });
}

/** Matters that overlap or touch as one stretch. */
function joined(matters: readonly Stretch[], today: PlainDate): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const matter of matters.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stretches.at(-1);
    if (last === undefined || (last.to !== undefined && last.to < matter.from)) {
      if (matter.from <= today) stretches.push(matter);
      continue;
    }
    const to =
      last.to === undefined || matter.to === undefined ? undefined : maxDate(last.to, matter.to);
    stretches[stretches.length - 1] = { from: last.from, to };
  }
  return stretches;
}

/** Whole months between two days. */
function wholeMonths(from: PlainDate, to: PlainDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}
