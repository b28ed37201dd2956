import type { AktState } from "../../domain/akt-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { PackInUse, Projected, Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { append } from "../log/append.ts";
import { aktStates } from "../log/known-states.ts";
import { saveEnd, saveStream } from "../log/stream-state.ts";
import { aktFold } from "../log/streams.ts";
import { projectAkt } from "../projections/akt.ts";
import { changedMatters } from "../projections/matter.ts";
import type { DecidedAkt } from "./decide-on.ts";
import { linkedMatters, projectLinked } from "./project-others.ts";
import type { Family } from "./load-akt.ts";
import { kinOf } from "./load-akt.ts";

/** What is known beside the akt itself when its change is written. */
export interface WriteContext {
  readonly akt: Uuid;
  readonly before: AktState | undefined;
  readonly family: Family;
  readonly pack: PackInUse;
  readonly today: PlainDate;
  /** The projectors, told of the akt when it was read; those of an akt that begins are told now. */
  readonly projects?: readonly ((change: Projected) => Promise<void>)[];
}

/**
 * Writes a decided akt: its events, their fold, every projection and the rows of other parts. No answer
 * is waited for.
 */
export async function writeAkt(
  store: Store,
  tx: Tx,
  decided: DecidedAkt,
  context: WriteContext,
): Promise<void> {
  const { akt, before, family, pack, today } = context;
  const { state, end, steps, links } = decided;
  if (state === undefined || end === undefined || steps.length === 0) return;
  const head = { state, seq: end.seq, hash: Buffer.from(end.hash) };
  const { guardians, siblings } = kinOf(family);
  const matters = changedMatters(before, state);
  // A plain note leaves every matter as it was: no row of another part can say anything else.
  const asBefore =
    before !== undefined &&
    matters.length === 0 &&
    Object.keys(before.matters).length === Object.keys(state.matters).length &&
    before.linked === state.linked &&
    before.glass === state.glass;
  const projects = context.projects ?? store.projectors.map((projector) => projector(tx, akt));
  for (const link of links) append(tx, link);
  const stays = asBefore && before.lastEntryOn === state.lastEntryOn;
  if (!stays || !saveEnd(tx, akt, head, before)) {
    saveStream(tx, aktFold, akt, head, before === undefined);
  }
  aktStates.keep(tx, akt, head);
  const change: Projected = {
    tenant: tx.tenant,
    akt,
    state,
    linked: state.linked === undefined ? [] : await linkedMatters(tx, state),
    matters,
    child: family.child,
    guardians,
    siblings,
    pack: pack.pack,
    packDigest: pack.digest,
    today,
  };
  await Promise.all([
    projectAkt(tx, { before, after: state, steps }, store.law.law, store.calendar),
    ...(asBefore ? [] : projects.map((project) => project(change))),
  ]);
  if (state.linked !== undefined && !asBefore) await projectLinked(store, tx, state, today);
}
