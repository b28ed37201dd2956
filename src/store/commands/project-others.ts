import type { AktState, MatterState } from "../../domain/akt-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Projected, Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { readStreamState } from "../log/stream-state.ts";
import { aktFold } from "../log/streams.ts";
import { statement } from "../statement.ts";
import { kinOf, loadFamilyOfAkt, lockAkt } from "./load-akt.ts";

/** The akter whose rows say something of a person: its own, and those of the children it is related to. */
const OF_PERSON = statement(
  "akt_saying_something_of",
  `select a.akt from akt a where a.tenant = $1 and (a.person = $2 or a.person in
     (select r.other from relation r where r.tenant = $1 and r.person = $2))
   order by a.akt`,
);

/**
 * What projectors are told of an akt as it stands, all its matters; undefined where there is no such akt. Locks
 * nothing: who writes rows of it locks the akt before.
 */
export async function readProjected(
  store: Store,
  tx: Tx,
  akt: Uuid,
  today: PlainDate,
): Promise<Projected | undefined> {
  const [head, family] = await Promise.all([
    readStreamState(tx, aktFold, akt),
    loadFamilyOfAkt(tx, akt),
  ]);
  if (head === undefined || family === undefined) return undefined;
  const { state } = head;
  const linked = await linkedMatters(tx, state);
  const pack = store.packs.current(tx.tenant);
  const matters = Object.values(state.matters).map(({ matter }) => matter);
  const about = { tenant: tx.tenant, akt, state, linked, matters, child: family.child, today };
  return { ...about, ...kinOf(family), pack: pack.pack, packDigest: pack.digest };
}

/** The matters of the akter that are about the same child. */
export async function linkedMatters(tx: Tx, state: AktState): Promise<readonly MatterState[]> {
  const heads = await Promise.all(
    (state.linked ?? []).map(({ akt }) => readStreamState(tx, aktFold, akt)),
  );
  return heads.flatMap((head) => Object.values(head?.state.matters ?? {}));
}

/** Brings the rows of the akter about the same child up to date, once a change of one of them is written. */
export async function projectLinked(
  store: Store,
  tx: Tx,
  state: AktState,
  today: PlainDate,
): Promise<void> {
  for (const { akt } of (state.linked ?? []).toSorted((a, b) => (a.akt < b.akt ? -1 : 1))) {
    await projectOthers(store, tx, akt, today);
  }
}

/**
 * Writes the rows of other parts about an akt, which they compare with theirs by themselves. The akt is locked:
 * no command changes it until they are written. Throws where there is no such akt.
 */
export async function projectOthers(
  store: Store,
  tx: Tx,
  akt: Uuid,
  today: PlainDate,
): Promise<void> {
  const lock = lockAkt(tx, akt);
  const projects = store.projectors.map((projector) => projector(tx, akt));
  const [, change] = await Promise.all([lock, readProjected(store, tx, akt, today)]);
  if (change === undefined) throw new Error(`There is no akt ${akt}`);
  for (const project of projects) await project(change);
}

/**
 * Brings the rows of other parts up to date that say something of a person, once its change is written: those
 * of its own akt, and of the children it is a guardian or sibling of. The akter are locked in the order of
 * their ids, after the person.
 */
export async function projectRelated(
  store: Store,
  tx: Tx,
  person: Uuid,
  today: PlainDate,
): Promise<void> {
  if (store.projectors.length === 0) return;
  const rows = await tx.rows<{ akt: Uuid }>(OF_PERSON, [tx.tenant, person]);
  for (const { akt } of rows) await projectOthers(store, tx, akt, today);
}
