import { useQueries } from "@tanstack/react-query";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";
import { relationText } from "../../text/person.ts";
import { useText } from "../../text/text.ts";
import type { ChosenChild } from "./child-picker.tsx";

/** Kinds of relation by which somebody may apply for a child. */
const guardianKinds = ["guardian", "special-guardian", "good-man"] as const;

/** Who may apply: the children chosen, and those who are guardians of them today. */
export function useApplicants(children: readonly ChosenChild[], today: string): readonly Choice[] {
  const relation = useText(relationText);
  const found = useQueries({
    queries: children.map(({ person }) => ({
      queryKey: ["person", person],
      queryFn: () => call(endpoints.readPerson, { params: { person } }),
    })),
  });
  const guardians = found
    .flatMap(({ data }) => data?.relations ?? [])
    .flatMap((each) => {
      const kind = guardianKinds.find((known) => known === each.kind);
      const ended = each.validTo !== null && each.validTo < today;
      if (kind === undefined || each.direction !== "from" || ended) return [];
      return [{ id: each.other.person, label: `${each.other.name} (${relation(kind)})` }];
    });
  const own = children.map(({ person, name }) => ({ id: person, label: name }));
  return [...new Map([...own, ...guardians].map((choice) => [choice.id, choice])).values()];
}
