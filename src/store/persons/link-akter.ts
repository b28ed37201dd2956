import { applyAkt } from "../../domain/apply.ts";
import type { AktState } from "../../domain/akt-state.ts";
import { AKT_LINKED, AKT_UNLINKED } from "../../domain/matter/akt-links.ts";
import type { DomainEvent } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { BoardTime } from "../commands/organisation.ts";
import { loadFamilyOfAkt, lockAkt } from "../commands/load-akt.ts";
import { undecided } from "../commands/decide-on.ts";
import { writeAkt } from "../commands/write-akt.ts";
import type { PackInUse, Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { chain, type Origin } from "../log/append.ts";
import type { StreamHead } from "../log/stream-state.ts";

/** What the events of linking share. */
export interface Linking {
  readonly joining: Uuid;
  readonly actor: Uuid;
  readonly time: BoardTime;
  readonly origin: Origin;
  readonly pack: PackInUse;
}

/** Says in both akter that they are about the same child; each keeps its own matters and its own log. */
export function linkAkter(
  store: Store,
  tx: Tx,
  akter: readonly [Uuid, Uuid],
  linking: Linking,
): Promise<void> {
  return writeBoth(store, tx, akter, linking, AKT_LINKED);
}

/** Takes back in both that they are about the same child. */
export function unlinkAkter(
  store: Store,
  tx: Tx,
  akter: readonly [Uuid, Uuid],
  linking: Linking,
): Promise<void> {
  return writeBoth(store, tx, akter, linking, AKT_UNLINKED);
}

async function writeBoth(
  store: Store,
  tx: Tx,
  [one, two]: readonly [Uuid, Uuid],
  linking: Linking,
  type: string,
): Promise<void> {
  const pairs = [
    { akt: one, other: two },
    { akt: two, other: one },
  ].toSorted((a, b) => (a.akt < b.akt ? -1 : 1));
  const heads: StreamHead<AktState>[] = [];
  for (const { akt } of pairs) {
    const head = await lockAkt(tx, akt);
    if (head === undefined) throw new Error(`There is no akt ${akt}`);
    heads.push(head);
  }
  for (const [index, { akt, other }] of pairs.entries()) {
    const head = heads[index];
    if (head !== undefined) await writeOne(store, tx, head, { akt, other, type, ...linking });
  }
}

async function writeOne(
  store: Store,
  tx: Tx,
  head: StreamHead<AktState>,
  linking: Linking & { readonly akt: Uuid; readonly other: Uuid; readonly type: string },
): Promise<void> {
  const { akt, other, type, joining, actor, time, origin, pack } = linking;
  const event: DomainEvent = {
    type,
    occurredAt: time.now,
    recordedAt: time.now,
    actor,
    body: { ids: { akt: other, joining }, data: {} },
  };
  const link = chain(head, "akt", akt, event, origin);
  const state = applyAkt(head.state, link.event, akt);
  const family = await loadFamilyOfAkt(tx, akt);
  if (family === undefined) throw new Error(`The akt ${akt} has no child`);
  const decided = {
    ...undecided(head),
    state,
    end: { seq: link.event.seq, hash: link.hash },
    links: [link],
    steps: [{ event: link.event, specDigest: pack.digest, after: state }],
  };
  await writeAkt(store, tx, decided, {
    akt,
    before: head.state,
    family,
    pack,
    today: time.today,
  });
}
