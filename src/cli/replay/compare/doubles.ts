import { stockholmDate } from "../../../kernel/instant.ts";
import type { PersonState } from "../../../domain/person/person-state.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { personRow } from "../../../store/projections/person.ts";
import { foldAll, personFold } from "../../../store/log/streams.ts";
import { APART } from "../../../store/search/find-doubles.ts";
import { likenessOf } from "../../../store/search/likely-double.ts";
import type { Known } from "../known.ts";

/** The rule that a person has one record: likely doubles are shown on the page as long as they are there. */
export const doublesRule = "U-07";

/** Whether the page of a child of the case showed a likely double on a day, by what had been recorded until then. */
export function doubleShownOn(known: Known, day: PlainDate): boolean {
  const rows = [...known.recorded].flatMap(([person, events]) => {
    const state = foldAll(
      personFold,
      person,
      events.filter(({ recordedAt }) => stockholmDate(recordedAt) <= day),
    );
    return state === undefined ? [] : [{ state, row: personRow(state, day) }];
  });
  const children = new Set<Uuid>([...known.akts.values()].map(({ person }) => person));
  return rows.some(
    ({ state, row }) =>
      children.has(row.person) &&
      rows.some((other) => {
        if (other.row.person === row.person || other.row.protected || row.protected) return false;
        const apart = areApart(state, other.state) || areApart(other.state, state);
        return likenessOf(row, other.row, apart)?.kind === "double";
      }),
  );
}

function areApart(one: PersonState, two: PersonState): boolean {
  return one.relations.some(({ kind, to }) => kind === APART && to === two.person);
}
