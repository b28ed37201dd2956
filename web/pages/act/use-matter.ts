import { useSuspenseQuery } from "@tanstack/react-query";
import { childQuery, meQuery, staffQuery } from "../../api/queries.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";

/** What the forms of a matter need: the child, the matter, its people and the day. */
export function useMatter(akt: string, matterId: string) {
  const child = useSuspenseQuery(childQuery(akt)).data;
  const me = useSuspenseQuery(meQuery).data;
  const staff = useSuspenseQuery(staffQuery).data.staff;
  const matter = child.matters.find((entry) => entry.matter === matterId);
  const persons: readonly Choice[] = [
    { id: child.person, label: child.child.name },
    ...child.parties
      .filter((party) => party.person !== child.person)
      .map((party) => ({ id: party.person, label: `${party.label.name} (${party.relation})` })),
  ];
  return { child, matter, me, staff, persons };
}
