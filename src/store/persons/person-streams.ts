import { applyPerson } from "../../domain/person/apply-person.ts";
import type { PersonEvent } from "../../domain/person/decide-join.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { append, chain, type Link, type Origin } from "../log/append.ts";
import { readStream, recordedEvent } from "../log/read-stream.ts";
import { lockStream, saveStream, type StreamHead } from "../log/stream-state.ts";
import { foldAll, personFold } from "../log/streams.ts";
import { childrenOf } from "../projections/home.ts";
import { projectPerson, releaseNumbers } from "../projections/person.ts";
import { projectRelations } from "../projections/relation.ts";

/** The streams of some persons, locked for the rest of the transaction. */
export type LockedPersons = ReadonlyMap<Uuid, StreamHead<PersonState>>;

/** Locks the streams of persons in the order of their ids; who is not there is left out. */
export async function lockPersons(tx: Tx, persons: readonly Uuid[]): Promise<LockedPersons> {
  const heads = new Map<Uuid, StreamHead<PersonState>>();
  for (const person of [...new Set(persons)].toSorted()) {
    const head = await lockStream(tx, personFold, person);
    if (head !== undefined) heads.set(person, head);
  }
  return heads;
}

/**
 * Writes events to the streams of several persons, with their states, labels, numbers, names and relations.
 * `anew` folds each from its whole log: an event may say that earlier ones do not count.
 */
export async function writePersons(
  tx: Tx,
  heads: LockedPersons,
  events: readonly PersonEvent[],
  origin: Origin,
  today: PlainDate,
  anew = false,
): Promise<ReadonlyMap<Uuid, PersonState>> {
  const after = new Map<Uuid, PersonState>();
  for (const [stream, own] of Map.groupBy(events, (each) => each.stream)) {
    const head = heads.get(stream);
    if (head === undefined) throw new Error(`The person ${stream} is not locked`);
    const changed = await changedHead(tx, head, stream, own, origin, anew);
    for (const link of changed.links) append(tx, link);
    saveStream(tx, personFold, stream, changed.head, false);
    after.set(stream, changed.head.state);
  }
  // First every number is let go of, then taken: two may have exchanged theirs.
  for (const state of after.values()) await releaseNumbers(tx, state);
  for (const [stream, state] of after) {
    await projectPerson(tx, state, today);
    projectRelations(tx, heads.get(stream)?.state, state);
  }
  for (const [stream, state] of after) {
    await projectChildren(tx, { before: heads.get(stream)?.state, after: state }, today);
  }
  return after;
}

/**
 * Writes the rows anew of the children somebody protected may live with, once that person's own are written: a child
 * is protected through whom it lives with. The children are locked, after the person.
 */
export async function projectChildren(
  tx: Tx,
  { before, after }: { readonly before?: PersonState | undefined; readonly after: PersonState },
  today: PlainDate,
): Promise<void> {
  for (const head of (await lockPersons(tx, childrenOf(after, before))).values()) {
    await projectPerson(tx, head.state, today);
  }
}

async function changedHead(
  tx: Tx,
  head: StreamHead<PersonState>,
  stream: Uuid,
  events: readonly PersonEvent[],
  origin: Origin,
  anew: boolean,
): Promise<{ readonly head: StreamHead<PersonState>; readonly links: readonly Link[] }> {
  let end: StreamHead<PersonState> = head;
  const links: Link[] = [];
  for (const { event } of events) {
    const link = chain(end, "person", stream, event, origin);
    const state = applyPerson(end.state, link.event, stream);
    end = { state, seq: link.event.seq, hash: link.hash };
    links.push(link);
  }
  if (!anew) return { head: end, links };
  const history = (await readStream(tx, stream)).map(({ record }) => recordedEvent(record));
  const state = foldAll(personFold, stream, [...history, ...links.map(({ event }) => event)]);
  if (state === undefined) throw new Error(`The log of person ${stream} is empty`);
  return { head: { ...end, state }, links };
}
