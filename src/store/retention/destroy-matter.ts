import { AKT_THINNED } from "../../domain/retention/akt-thinned.ts";
import type { DomainEvent } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { BoardTime } from "../commands/organisation.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { append, chain } from "../log/append.ts";
import { lockStream } from "../log/stream-state.ts";
import { aktFold } from "../log/streams.ts";
import { replayStream } from "../rebuild-replay.ts";
import { statement } from "../statement.ts";
import { deleteMatter, personsNamed, type DestroyedCounts } from "./delete-rows.ts";
import type { FollowupPart } from "./followup-part.ts";
import { retainedOfAkter } from "./retained-akter.ts";

/** A run that is carried out. */
export interface Running {
  readonly run: Uuid;
  readonly approvedBy: Uuid;
  readonly time: BoardTime;
}

/** A matter of the frozen list. */
export interface ListedMatter {
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** Where the stream of the akt ended when the list was frozen. */
  readonly seq: number;
}

/** What became of a matter of the list: why it was left, or what went and who was named in it. */
export type MatterOutcome =
  | { readonly left: "gone" | "changed" | "held" | "not-due" }
  | {
      readonly counts: DestroyedCounts & { readonly rows: number };
      readonly persons: readonly Uuid[];
      /** The end of the akt's chain now; undefined where the akt went too. */
      readonly seq: number | undefined;
    };

const SAVE = statement(
  "destroy_save_state",
  `update stream_state set seq = $3, hash = $4, state_version = $5, state = $6
   where tenant = $1 and stream = $2`,
);

/**
 * Destroys a matter in the transaction that is open, unless something has happened to its akt since the list was
 * frozen, it is held back, or it is not due today after all. With the last matter the akt goes. What remains of an
 * akt is folded and shown anew, and its log says that something was destroyed.
 */
export async function destroyMatter(
  store: Store,
  tx: Tx,
  running: Running,
  listed: ListedMatter,
  followup: FollowupPart,
): Promise<MatterOutcome> {
  const { akt, matter } = listed;
  const head = await lockStream(tx, aktFold, akt);
  if (head?.state.matters[matter] === undefined) return { left: "gone" };
  if (head.seq !== listed.seq) return { left: "changed" };
  const { law } = store.law;
  const retained = await retainedOfAkter(tx, law, [akt], running.time.today);
  const found = retained.find((each) => each.matter === matter);
  if (found?.held === true) return { left: "held" };
  if (found?.due !== true) return { left: "not-due" };
  const whole = Object.keys(head.state.matters).length === 1;
  const going = { akt, matter, whole };
  const persons = await personsNamed(tx, going);
  const rows = await followup.destroyOfMatter(tx, akt, matter);
  const counts = { ...(await deleteMatter(tx, running.run, going)), rows };
  if (whole) return { counts, persons, seq: undefined };
  return { counts, persons, seq: await foldRest(store, tx, running, akt, head) };
}

/** Writes what remains of an akt anew; gives the end of its chain. */
async function foldRest(
  store: Store,
  tx: Tx,
  { run, approvedBy, time }: Running,
  akt: Uuid,
  end: { readonly seq: number; readonly hash: Buffer },
): Promise<number> {
  const { digest: specDigest } = store.packs.current(tx.tenant);
  const event: DomainEvent = {
    type: AKT_THINNED,
    occurredAt: time.now,
    recordedAt: time.now,
    actor: approvedBy,
    body: { ids: { run }, data: {} },
  };
  const link = chain(end, "akt", akt, event, {
    tenant: tx.tenant,
    commandId: store.ids.next(),
    specDigest,
    lawDigest: store.law.digest,
    randomBytes: store.randomBytes,
  });
  append(tx, link);
  await tx.flush();
  const { version, state } = await replayStream(store, tx, akt, "akt.created", time.today);
  const { seq } = link.event;
  await tx.run(SAVE, [tx.tenant, akt, seq, link.hash, version, JSON.stringify(state)]);
  return seq;
}
