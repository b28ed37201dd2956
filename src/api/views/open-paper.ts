import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findBriefsOfAkt } from "../../store/views/person-brief.ts";
import { accessEntry, denied } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { openAkt } from "./open-akt.ts";

type Opened = ReturnType<typeof openAkt>;

/**
 * As {@link openAkt}, for a paper about the child: set and signed once, it names the family as it is. Where somebody
 * among them has protected data, it is neither made for nor shown to those who do not work with that person.
 */
export async function openPaper(
  tx: Tx,
  ctx: RequestContext,
  route: Parameters<typeof openAkt>[2],
  akt: Uuid,
): Opened {
  const opened = await openAkt(tx, ctx, route, akt);
  if ("problem" in opened) return opened;
  const family = await findBriefsOfAkt(tx, akt);
  const hidden = await hiddenPersons(tx, ctx, family.values());
  if (hidden.size === 0) return opened;
  const entry = accessEntry(ctx, route, { akt, persons: [opened.facts.person] });
  return { problem: await denied(tx, ctx, entry, "access.protected") };
}
