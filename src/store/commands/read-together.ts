import type { Uuid } from "../../kernel/ids.ts";
import type { Projected, Projector, Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { aktStates } from "../log/known-states.ts";
import { loadFreeDrafts } from "./akt-draft.ts";
import { findSomeKnown } from "./command-row.ts";
import { readForAkt, type AktReads } from "./execute-akt.ts";
import { loadFamiliesOfAkter } from "./load-akt.ts";
import { loadOrganisation } from "./organisation.ts";
import type { AktAnswer, AktRequest } from "./request.ts";

/**
 * As {@link readForAkt} for commands on different akter, with a statement for all of them where each would have one
 * of its own. What somebody else has locked is as if it were not there. Given in the order of the requests.
 */
export async function readForAkter(
  store: Store,
  tx: Tx,
  requests: readonly AktRequest[],
): Promise<readonly AktReads[]> {
  const [only, ...more] = requests;
  if (only === undefined) return [];
  if (more.length === 0) return [readForAkt(store, tx, only, { leaveHeld: true })];
  const akter = requests.map(({ akt }) => akt);
  const commandIds = requests.map(({ commandId }) => commandId);
  const reading = Promise.all([
    aktStates.lockSomeFree(tx, akter),
    findSomeKnown<AktAnswer>(tx, commandIds),
    loadOrganisation(store, tx),
    loadFamiliesOfAkter(tx, akter),
    loadFreeDrafts(tx, requests),
  ]);
  const projects = store.projectors.map(
    (projector) => projector.forSome?.(tx, akter) ?? forEach(tx, akter, projector),
  );
  const [heads, known, organisation, families, drafts] = await reading;
  return requests.map(({ akt, commandId, draft }) => ({
    parts: Promise.resolve([
      heads.get(akt),
      known.get(commandId),
      organisation,
      families.get(akt),
      draft === undefined ? undefined : drafts.get(draft),
    ]),
    projects,
  }));
}

function forEach(tx: Tx, akter: readonly Uuid[], projector: Projector) {
  const each = new Map(akter.map((akt) => [akt, projector(tx, akt)]));
  return async (change: Projected) => each.get(change.akt)?.(change);
}
