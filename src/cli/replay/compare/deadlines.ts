import { clockStatusOn, type ClockCertainty } from "../../../rules/clock.ts";
import type { Law } from "../../../rules/types.ts";
import type { ExpectedDeadline } from "../case-file.ts";
import type { Known, KnownClock } from "../known.ts";
import { reasonOfKind } from "../mapping/kinds.ts";
import { leftToRule } from "../mapping/left.ts";
import type { Tally } from "./tally.ts";

/** How the case format says how sure a day is. */
const certainties: Readonly<Record<ClockCertainty, string>> = {
  certain: "certain",
  interpretation: "interpretation",
  "roll-over-interpretation": "nominal certain; roll-over interpretation",
  "no-roll-over-interpretation": "nominal certain; no roll-over interpretation",
};

/** Compares each expected deadline with the clock of its rule, for each person it is for. */
export function compareDeadlines(known: Known, tally: Tally): void {
  const { deadlines } = known.plan.file.expected;
  deadlines.forEach((expected, index) => {
    const path = `/expected/deadlines/${index}`;
    const reason = whyNot(known, expected);
    if (reason !== undefined) {
      tally.leave(path, reason);
      return;
    }
    const persons = typeof expected.for === "string" ? [expected.for] : expected.for;
    for (const person of persons) {
      const at = persons.length === 1 ? path : `${path}/${person}`;
      const found = known.clocks.find((each) => isMeant(known, each, expected, person));
      if (found === undefined) {
        tally.differ([{ path: at, expected: expected.ruleId, actual: null }]);
      } else {
        tally.compare(at, fieldsOf(known, expected, found));
      }
    }
  });
}

/** Whether clocks of a rule run: the facts of the others come with later parts of the system. */
export function runs(law: Law, ruleId: string): boolean {
  return law.deadlines.get(ruleId)?.some((row) => row.runs) === true;
}

function whyNot(known: Known, expected: ExpectedDeadline): string | undefined {
  const { law } = known.world.specification.law;
  if (!runs(law, expected.ruleId)) {
    return leftToRule(expected.ruleId, `no clock of ${expected.ruleId} runs`);
  }
  const planned = known.plan.events.find(({ placed }) => placed.event.id === expected.fromEvent);
  if (planned === undefined) return `there is no event ${expected.fromEvent}`;
  return planned.covered ? undefined : reasonOfKind(planned.placed.event.kind);
}

function isMeant(
  known: Known,
  { clock, matter, startEvent }: KnownClock,
  expected: ExpectedDeadline,
  person: string,
): boolean {
  if (clock.ruleId !== expected.ruleId || startEvent !== expected.fromEvent) return false;
  if (clock.subject !== undefined) return clock.subject === known.world.ids.person(person);
  return known.plan.file.matters.some((each) => each.key === matter && each.child === person);
}

function fieldsOf(known: Known, expected: ExpectedDeadline, { clock, metEvent }: KnownClock) {
  const { asOf } = known.plan.file;
  const law = typeof expected["law"] === "string" ? expected["law"] : clock.lawShort;
  const { hours } = clock;
  const compared = [
    ["from", expected.from, hours?.from ?? clock.from],
    ["nominal", expected.nominal, hours?.due ?? clock.nominal],
    ["legalLatest", expected.legalLatest, hours?.due ?? clock.legalLatest],
    ["target", expected.target, hours?.due ?? clock.target],
    ["status", expected.status, clockStatusOn(clock, asOf)],
    ["certainty", expected.certainty, certainties[clock.certainty]],
  ] as const;
  return [
    // What the case does not say is not compared; when it was met is always said, or it was not.
    ...compared.filter(([, said]) => said !== undefined),
    ["metOn", expected.metOn, hours?.metAt ?? clock.metOn] as const,
    ["metEvent", expected.metEvent, metEvent] as const,
    // The case may go on to say how the section is called later.
    ["law", law, law.startsWith(clock.lawShort) ? law : clock.lawShort] as const,
  ];
}
