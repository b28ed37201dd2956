import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { MatterReducer } from "../akt-change.ts";
import type { AktState, MatterState, TalkSummary } from "../akt-state.ts";
import { personsOf } from "../investigation/apply-investigation.ts";
import { countContact } from "../measure/count-contact.ts";
import { codesOf, textOf, truthOf } from "../read.ts";
import { withOccasion } from "./occasions.ts";

/** A signed note: only a participation code in it changes the state, its text lives in the log. During the investigation it is an occasion. */
export const noteSigned: MatterReducer = (matter, event) => {
  const code = textOf(event.body.data["childParticipation"]);
  const told = code !== undefined && investigationRunning(matter);
  return withParticipation(told ? withOccasion(matter, event) : matter, code);
};

/**
 * A signed talk. Counted for the investigation only between its opening and closing, so that the number of
 * talks with the child is the number of investigation talks.
 */
export const talkSigned: MatterReducer = (matter, event, akt) => {
  const withPersons = personsOf(codesOf(event.body.data["withPersons"]));
  const child = withPersons.includes(akt.person);
  const alone = child && truthOf(event.body.data["alone"]) === true;
  const counted = child
    ? countContact(matter, { talks: 1, alone: alone ? 1 : 0, visits: 0 })
    : matter;
  if (!investigationRunning(matter)) return counted;
  const { talks } = child ? withOccasion(matter, event) : matter;
  return {
    ...counted,
    talks: {
      ...talks,
      withChild: talks.withChild + (child ? 1 : 0),
      alone: talks.alone + (alone ? 1 : 0),
      adults: countAdults(talks, adultsOf(withPersons, akt), "talks"),
      ...(child ? { lastOn: stockholmDate(event.occurredAt) } : {}),
    },
  };
};

/** Who besides the child took part. */
export function adultsOf(persons: readonly Uuid[], akt: AktState): readonly Uuid[] {
  return persons.filter((person) => person !== akt.person);
}

/** Counts a talk or a visit for each adult present. */
export function countAdults(
  talks: TalkSummary,
  persons: readonly Uuid[],
  what: "talks" | "visits",
): TalkSummary["adults"] {
  const counted = talks.adults.map((adult) =>
    persons.includes(adult.person) ? { ...adult, [what]: adult[what] + 1 } : adult,
  );
  const known = new Set(counted.map((adult) => adult.person));
  const added = persons
    .filter((person) => !known.has(person))
    .map((person) => ({ person, talks: 0, visits: 0, [what]: 1 }));
  return [...counted, ...added];
}

/** Keeps each participation code once, in the order they came. */
export function withParticipation(matter: MatterState, code: string | undefined): MatterState {
  if (code === undefined || matter.talks.participation.includes(code)) return matter;
  return {
    ...matter,
    talks: { ...matter.talks, participation: [...matter.talks.participation, code] },
  };
}

/** Whether the matter has an investigation that is not closed. */
export function investigationRunning(matter: MatterState): boolean {
  return matter.investigation !== undefined && matter.investigation.closedOn === undefined;
}
