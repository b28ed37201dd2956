import type { AktState } from "../../domain/akt-state.ts";
import { guardianOrder } from "../../domain/audience.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clock.ts";
import {
  isGuardian,
  loadFamilyOfAkt,
  partiesOn,
  type Family,
  type Parties,
} from "../commands/load-akt.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import type { Tx } from "../in-tenant.ts";
import {
  findEvent,
  findEvents,
  findLatestButNotes,
  recordedEvent,
  type LatestEvents,
  type StoredEvent,
} from "../log/read-stream.ts";
import { aktStates } from "../log/known-states.ts";
import { onceFor } from "../once-for.ts";
import { keptStatement } from "../statement.ts";

/** An akt as the child's page needs it: its fold, the child, the parties and every clock. */
export interface AktView extends Parties {
  readonly state: AktState;
  readonly seq: number;
  readonly child: PersonState;
  readonly clocks: readonly Clock[];
  /** Everybody who was ever a guardian, in the order of their letters. */
  readonly guardianOrder: readonly Uuid[];
  /** What each relative is to the child, by person. */
  readonly kinOf: ReadonlyMap<Uuid, string>;
}

const CLOCKS = keptStatement(
  "clock_of_akt",
  `select c.detail as clock from clock c where c.tenant = $1 and c.akt = $2
   order by c.severity, c.target, c.clock`,
);

const viewOnce = onceFor<AktView>();
const latestOnce = onceFor<readonly EventView[]>();
const someOnce = onceFor<ReadonlyMap<number, EventView>>();

/** Reads an akt without its log; undefined when there is none. What has not changed is the same view on the same day. */
export async function readAkt(tx: Tx, akt: Uuid, today: PlainDate): Promise<AktView | undefined> {
  const [head, family, clocks] = await Promise.all([
    aktStates.read(tx, akt),
    loadFamilyOfAkt(tx, akt),
    tx.rows<{ clock: Clock }>(CLOCKS, [tx.tenant, akt]),
  ]);
  if (head === undefined || family === undefined) return undefined;
  return viewOnce([head, family, clocks, today], () => ({
    ...partiesOn(family, today),
    state: head.state,
    seq: head.seq,
    child: family.child,
    clocks: clocks.map((row) => row.clock),
    guardianOrder: guardianOrder(family.relatives.filter(({ kind }) => isGuardian(kind))),
    kinOf: kinOf(family),
  }));
}

/** The fold of an akt alone, for who only looks; undefined when there is none. */
export async function readAktState(tx: Tx, akt: Uuid): Promise<AktState | undefined> {
  return (await aktStates.read(tx, akt))?.state;
}

/** Somebody with several relations to the child is named by the first of their kinds. */
function kinOf({ relatives }: Family): ReadonlyMap<Uuid, string> {
  const byKind = relatives.toSorted((one, other) => (one.kind < other.kind ? 1 : -1));
  return new Map(byKind.map(({ person, kind }) => [person, kind]));
}

/** One recorded event in full, with the specification it was written with. */
export interface EventView {
  readonly event: RecordedEvent;
  readonly specDigest: string;
}

/** An event of an akt by its number; undefined where there is none or it has been destroyed. */
export async function readEvent(tx: Tx, akt: Uuid, seq: number): Promise<EventView | undefined> {
  const stored = await findEvent(tx, akt, seq);
  return stored === undefined ? undefined : viewOf(stored);
}

/** Some events of an akt by their numbers, for the texts a page shows of them. */
export async function readEvents(
  tx: Tx,
  akt: Uuid,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, EventView>> {
  if (seqs.length === 0) return new Map();
  const found = await findEvents(tx, akt, [...new Set(seqs)]);
  return someOnce([found], () => new Map(found.map((each) => [each.record.seq, viewOf(each)])));
}

/**
 * The latest events of some types in some matters of an akt, newest first. Never notes: they are passed over
 * by an index of their own, however many they are.
 */
export async function readLatestButNotes(
  tx: Tx,
  akt: Uuid,
  wanted: LatestEvents,
): Promise<readonly EventView[]> {
  const found = await findLatestButNotes(tx, akt, wanted);
  return latestOnce([found], () => found.map(viewOf));
}

function viewOf({ record }: StoredEvent): EventView {
  return { event: recordedEvent(record), specDigest: record.specDigest };
}
