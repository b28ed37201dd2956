import { findFactsOfAkter, mayReadAkt } from "../../access/akt-reach.ts";
import { childPage } from "../../contract/views/child-page.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { type AktView, readAktState } from "../../store/views/read-akt.ts";
import type { RequestContext } from "../http/handler.ts";

/** The matters of the other akter about the same child, as far as each of them may be read by the one who asks. */
export async function linkedReached(
  tx: Tx,
  ctx: RequestContext,
  { state }: AktView,
): Promise<readonly MatterState[]> {
  const akter = (state.linked ?? []).map(({ akt }) => akt);
  if (akter.length === 0) return [];
  const facts = await findFactsOfAkter(tx, akter);
  const { action, purpose } = childPage;
  const found = await Promise.all(
    [...facts.values()].map(async (each) => {
      const reading = mayReadAkt(ctx.actor, action, purpose, each);
      if ("deny" in reading) return [];
      const other = await readAktState(tx, each.akt);
      return Object.values(other?.matters ?? {}).filter(({ matter }) =>
        reading.matters.has(matter),
      );
    }),
  );
  return found.flat();
}
