import { findFactsOfAkter, mayReadAkt } from "../../access/akt-reach.ts";
import { childPage } from "../../contract/views/child-page.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { type AktView, readAktState } from "../../store/views/read-akt.ts";
import type { RequestContext } from "../http/handler.ts";

/** A matter of another akt about the same child. */
export interface LinkedMatter {
  readonly akt: Uuid;
  readonly matter: MatterState;
}

/** The matters of the other akter about the same child, as far as each of them may be read by the one who asks. */
export async function linkedReached(
  tx: Tx,
  ctx: RequestContext,
  { state }: AktView,
): Promise<readonly LinkedMatter[]> {
  const akter = (state.linked ?? []).map(({ akt }) => akt);
  if (akter.length === 0) return [];
  const facts = await findFactsOfAkter(tx, akter);
  const { action, purpose } = childPage;
  const found = await Promise.all(
    [...facts.values()].map(async (each) => {
      const reading = mayReadAkt(ctx.actor, action, purpose, each);
      if ("deny" in reading) return [];
      const other = await readAktState(tx, each.akt);
      const matters = Object.values(other?.matters ?? {});
      return matters
        .filter(({ matter }) => reading.matters.has(matter))
        .map((matter) => ({ akt: each.akt, matter }));
    }),
  );
  return found.flat();
}
