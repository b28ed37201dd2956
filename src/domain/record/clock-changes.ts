import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clock.ts";
import type { Text } from "../../rules/types.ts";

/** The last day of a duty and the day it was met. */
export interface ClockDays {
  readonly latest: PlainDate;
  readonly metOn?: PlainDate;
}

/** What became of a duty when something earlier was corrected, or recorded afterwards. */
export interface ClockChange {
  readonly ruleId: string;
  readonly name: Text;
  readonly section: string;
  readonly subject?: string;
  /** Absent where the duty began with the change. */
  readonly before?: ClockDays;
  /** Absent where there is no such duty any more. */
  readonly after?: ClockDays;
}

/** The duties whose days are other than they were, in the order of the later ones. Pure. */
export function clockChanges(
  before: readonly Clock[],
  after: readonly Clock[],
): readonly ClockChange[] {
  const earlier = running(before);
  const later = running(after);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((id) => {
    const [was, is] = [earlier.get(id), later.get(id)];
    const clock = is ?? was;
    if (clock === undefined || same(was, is)) return [];
    const { ruleId, name, section, subject } = clock;
    return [
      {
        ruleId,
        name,
        section,
        ...(subject === undefined ? {} : { subject }),
        ...(was === undefined ? {} : { before: daysOf(was) }),
        ...(is === undefined ? {} : { after: daysOf(is) }),
      },
    ];
  });
}

/** A duty that never began is none. */
function running(clocks: readonly Clock[]): ReadonlyMap<string, Clock> {
  return new Map(
    clocks.filter(({ status }) => status !== "not-applicable").map((clock) => [clock.id, clock]),
  );
}

function same(one: Clock | undefined, other: Clock | undefined): boolean {
  return one?.legalLatest === other?.legalLatest && one?.metOn === other?.metOn;
}

function daysOf({ legalLatest, metOn }: Clock): ClockDays {
  return { latest: legalLatest, ...(metOn === undefined ? {} : { metOn }) };
}
