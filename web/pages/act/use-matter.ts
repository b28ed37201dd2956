import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { childPage } from "../../../src/contract/views/child-page.ts";
import type { AnswerOf } from "../../api/client.ts";
import { childQuery, meQuery, staffQuery } from "../../api/queries.ts";
import type { Lang } from "../../../src/spec/types.ts";
import { useLang } from "../../text/text.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";
import { nameOf } from "../../components/person-label/name-of.ts";

export type ChildPageAnswer = AnswerOf<typeof childPage>;
export type MatterAnswer = ChildPageAnswer["matters"][number];

/** What the forms of a matter need: the child, the matter, its people and the day. */
export function useMatter(akt: string, matterId: string) {
  const child = useSuspenseQuery(childQuery(akt)).data;
  const me = useSuspenseQuery(meQuery).data;
  const staff = useSuspenseQuery(staffQuery).data;
  const matter = child.matters.find((entry) => entry.matter === matterId);
  const { lang } = useLang();
  const people = useMemo(() => peopleOf(child, lang), [child, lang]);
  return { child, matter, me, staff, ...people };
}

/** The people a form may name: the child, and each other person once with the relation. */
function peopleOf(
  child: ChildPageAnswer,
  lang: Lang,
): {
  readonly persons: readonly Choice[];
  readonly guardians: readonly Choice[];
} {
  const others = child.parties.filter((party) => party.person !== child.person);
  const choiceOf = (party: (typeof others)[number]): Choice => ({
    id: party.person,
    label: `${nameOf(party.label, lang)} (${party.relation[lang]})`,
    audience: party.audience,
  });
  return {
    persons: [{ id: child.person, label: child.child.name }, ...others.map(choiceOf)],
    guardians: others.filter((party) => party.kind === "guardian").map(choiceOf),
  };
}
