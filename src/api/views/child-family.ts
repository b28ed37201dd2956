import type { PersonLabel } from "../../contract/shapes.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import { audienceOf } from "../../domain/audience.ts";
import { isGuardian, isHousehold } from "../../store/commands/load-akt.ts";
import type { AktView } from "../../store/views/read-akt.ts";
import type { RelationLine } from "../../store/views/read-person.ts";
import type { AnswerOf, RequestContext } from "../http/handler.ts";
import { wordsOf } from "./labels.ts";

type Family = AnswerOf<typeof childPage>["family"];

/**
 * Everybody who is or was something to the child, with the days: those of today first, then guardians, then by
 * the day it began. Whoever was a guardian once keeps the code by which the child's words were shared.
 */
export function familyOf(
  ctx: RequestContext,
  view: AktView,
  labels: ReadonlyMap<string, PersonLabel>,
  relations: readonly RelationLine[],
): Family {
  return relations
    .filter(({ direction }) => direction === "from")
    .flatMap(({ relation, person, kind, validFrom, validTo }) => {
      const label = labels.get(person);
      if (label === undefined) return [];
      const begun = validFrom === null || validFrom <= ctx.today;
      return [
        {
          relation,
          person,
          label,
          kind,
          words: wordsOf(ctx, `relation.${kind}`),
          guardian: isGuardian(kind),
          household: isHousehold(kind),
          from: validFrom,
          to: validTo,
          holds: begun && (validTo === null || validTo >= ctx.today),
          audience: audienceOf(person, view.child.person, view.guardianOrder),
        },
      ];
    })
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function placeOf({ holds, guardian, from, person }: Family[number]): string {
  return `${holds ? 0 : 1}${guardian ? 0 : 1}${from ?? ""}${person}`;
}
