import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { childPage } from "../../../src/contract/views/child-page.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";

export type ChildPageAnswer = AnswerOf<typeof childPage>;
export type MatterAnswer = ChildPageAnswer["matters"][number];

/** The child's page as the server tells it now. */
export function childQuery(akt: string) {
  return queryOptions({
    queryKey: ["child", akt],
    queryFn: () => call(endpoints.childPage, { params: { akt } }),
  });
}

export const staffQuery = queryOptions({
  queryKey: ["staff"],
  queryFn: () => call(endpoints.listStaff, {}),
  staleTime: 60_000,
});

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => call(endpoints.readMe, {}),
  staleTime: 30_000,
});

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
