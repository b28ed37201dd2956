import { findPersonFacts, mayWithPerson } from "../../access/person-reach.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import type { PersonBrief } from "../../store/views/person-brief.ts";
import type { RequestContext } from "../http/handler.ts";
import { glassOf } from "../http/through-glass.ts";

/**
 * Those among some persons whose data are protected and whom the one who asks does not work with: they are
 * named to nobody by standing in a matter, a sentence or a clock about somebody else (OSL 21:3 a, 26:1).
 */
export async function hiddenPersons(
  tx: Tx,
  ctx: RequestContext,
  briefs: Iterable<Pick<PersonBrief, "person" | "protected">>,
): Promise<ReadonlySet<Uuid>> {
  // Through an opening one sees the child it was made for, and no other protected person.
  const seen = glassOf(ctx)?.person;
  const asked = [...briefs]
    .filter((brief) => brief.protected && brief.person !== seen)
    .map(({ person }) => person);
  const facts = await findPersonFacts(tx, asked);
  const hidden = asked.filter((person) => {
    const known = facts.get(person);
    return (
      known === undefined ||
      "deny" in mayWithPerson(ctx.actor, "person.read", "case-handling", known)
    );
  });
  return new Set(hidden);
}
