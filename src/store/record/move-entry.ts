import { linkedIdentity } from "../../domain/person/new-identity.ts";
import { applyAkt } from "../../domain/apply.ts";
import type { DecideContext } from "../../domain/command.ts";
import type { Answers, RecordedEvent } from "../../domain/event.ts";
import { textOf } from "../../domain/read.ts";
import { decideMovedHere } from "../../domain/record/move-entry.ts";
import { standsThere } from "../../domain/record/move-report.ts";
import { changedEntries, standingEvents } from "../../domain/record/standing-events.ts";
import { foldName } from "../../kernel/fold.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess, type AccessEntry } from "../access-log.ts";
import { decideContext, originOf } from "../commands/context.ts";
import { findKnown } from "../commands/command-row.ts";
import { decideOn, undecided, type DecidedAkt } from "../commands/decide-on.ts";
import { runAkt } from "../commands/execute-akt.ts";
import { drawNumbers } from "../commands/draw-numbers.ts";
import { loadFamilyOfAkt, loadFamilyOfPerson, lockAkt, type Family } from "../commands/load-akt.ts";
import { withNamedEntry } from "../commands/named-entry.ts";
import { boardTime, loadOrganisation } from "../commands/organisation.ts";
import type { AktAnswer, RequestBase } from "../commands/request.ts";
import { writeAkt } from "../commands/write-akt.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { chain, type Origin } from "../log/append.ts";
import { findEvent, readStream, recordedEvent } from "../log/read-stream.ts";
import { Refusal } from "../refusal.ts";
import { findBriefs } from "../views/person-brief.ts";
import { copyFile } from "./copy-file.ts";

/** An entry that stands in the wrong akt, and the matter of the akt where it belongs. */
export interface MoveRequest extends RequestBase {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly entry: number;
  readonly reason: string;
  readonly to: MovePlace;
}

/** The akt it belongs to; of a child without one, whose akt begins with a report that is moved there, the child. */
type MovePlace = { readonly matter: Uuid; readonly access: AccessEntry } & (
  | { readonly akt: Uuid }
  | { readonly person: Uuid }
);

/** Shorter names stand in other words too often. */
const SHORTEST_NAME = 3;

/**
 * Moves an entry to the akt where it belongs, in one transaction and as one command, whose id stands on both
 * events: in the wrong akt it counts no more and its text is sealed, in the right one it stands on its true day
 * with its origin marked. Both are folded and counted anew.
 *
 * Problems: those of `decideAkt` for `record.move`, `record.same-akt`, `record.reason-names-child`, `akt.not-found`,
 * `person.not-found`, `person.new-identity`.
 *
 * @throws Refusal when the akt it belongs to refuses it after the other was written: all is rolled back.
 */
export async function runMove(
  store: Store,
  tx: Tx,
  request: MoveRequest,
): Promise<Result<AktAnswer>> {
  const { akt, matter, to, actor, commandId } = request;
  const there = "akt" in to ? to.akt : undefined;
  if (akt === there) return fail(problem("record.same-akt", { pointer: "/to" }));
  // In the order of their ids, so that no two moves wait for each other.
  const heads = new Map<Uuid, Awaited<ReturnType<typeof lockAkt>>>();
  const both = there === undefined ? [akt] : [akt, there];
  for (const each of both.toSorted()) heads.set(each, await lockAkt(tx, each));
  const [from, family] = await Promise.all([
    loadFamilyOfAkt(tx, akt),
    "akt" in to ? loadFamilyOfAkt(tx, to.akt) : loadFamilyOfPerson(tx, to.person),
  ]);
  if (from === undefined || family === undefined) {
    const id = from === undefined || there !== undefined ? "akt.not-found" : "person.not-found";
    return fail(problem(id, { status: 404 }));
  }
  const linked = linkedIdentity([from.child, family.child], "/to");
  if (linked !== undefined) return fail(linked);
  const named = await namesChild(tx, request.reason, [from, family]);
  if (named !== undefined) return fail(named);
  const known = await findKnown<AktAnswer>(tx, commandId);
  const read = await entryOf(tx, request);
  const received = read?.event.body.ids["received"];
  const answer = await runAkt(store, tx, {
    tenant: tx.tenant,
    actor,
    commandId,
    akt,
    matter,
    type: "record.move",
    ids: received === undefined ? {} : { received },
    data: { entry: request.entry, movedReason: request.reason },
    reasons: {},
    expect: {},
    access: request.access,
  });
  if (!answer.ok || known !== undefined || read === undefined) return answer;
  const others = await othersOf(tx, akt, answer.value.seq);
  const placed = await place(store, tx, request, {
    ...read,
    others,
    from: from.child.person,
    family,
    head: there === undefined ? undefined : heads.get(there),
  });
  if (!placed.ok) throw new Refusal(...placed.problems);
  return answer;
}

/** An entry as it counts, with the specification it was written with. */
interface Written {
  readonly event: RecordedEvent;
  readonly specDigest: string;
}

interface Placing extends Written {
  /** What goes with a report. */
  readonly others: readonly Written[];
  readonly from: Uuid;
  readonly family: Family;
  readonly head: Awaited<ReturnType<typeof lockAkt>>;
}

/** Writes the entry into the akt where it belongs, by the specification it was written with. */
async function place(
  store: Store,
  tx: Tx,
  request: MoveRequest,
  { event, specDigest, others, from, family, head }: Placing,
): Promise<Result<undefined>> {
  const { to, actor, reason } = request;
  const pack = store.packs.find(specDigest);
  if (pack === undefined) throw new Error(`The specification ${specDigest} is not installed`);
  const organisation = await loadOrganisation(store, tx);
  const time = boardTime(store, organisation.board);
  const ctx = decideContext(store, organisation, { actor, family, pack }, time);
  if (!ctx.ok) return ctx;
  const akt = "akt" in to ? to.akt : store.ids.next();
  const origin = originOf(store, tx.tenant, request.commandId, pack);
  const begun = head === undefined ? begin(akt, family, ctx.value, origin) : ok(undecided(head));
  if (!begun.ok) return begun;
  const place = { matter: to.matter, akt, file: store.ids.next(), madeBy: actor, madeAt: time.now };
  const changed = await ownFile(tx, event, place);
  const along = others.map((each) => each.event);
  const before = begun.value.state;
  const starts = before?.matters[to.matter] === undefined ? 1 : 0;
  const drawn = await drawNumbers(store, tx, Number(time.today.slice(0, 4)), starts);
  const [matterNumber] = drawn.numbers;
  const moving = {
    matter: to.matter,
    entry: event,
    others: along,
    reason,
    from,
    changed,
    ...(matterNumber === undefined ? {} : { matterNumber }),
  };
  const decision = decideMovedHere(before, moving, ctx.value);
  if (!decision.ok) return fail(decision.problems);
  drawn.keep();
  let decided: DecidedAkt = begun.value;
  for (const [at, happened] of decision.events.entries()) {
    const digest = [{ specDigest }, ...others][at]?.specDigest ?? specDigest;
    const own = { ...origin, specDigest: digest };
    const link = chain(decided.end, "akt", akt, happened, own);
    const after = applyAkt(decided.state, link.event, akt);
    decided = {
      ...decided,
      state: after,
      end: { seq: link.event.seq, hash: link.hash },
      links: [...decided.links, link],
      steps: [...decided.steps, { event: link.event, specDigest: digest, after }],
    };
  }
  const { today } = time;
  await writeAkt(store, tx, decided, { akt, before: head?.state, family, pack, today });
  logAccess(tx, "command", to.access, time.now);
  return ok(undefined);
}

/** The akt of a child who has none, which what is moved there begins. */
function begin(
  akt: Uuid,
  { child }: Family,
  ctx: DecideContext,
  origin: Origin,
): Result<DecidedAkt> {
  const create = { type: "akt.create", ids: { person: child.person }, data: {} };
  return decideOn(undecided(undefined), akt, create, ctx, origin);
}

/** The entry as it counts, with the specification it was written with; undefined where there is none. */
async function entryOf(tx: Tx, { akt, matter, entry }: MoveRequest): Promise<Written | undefined> {
  const command = { type: "record.move", matter, ids: {}, data: { entry } };
  const [{ entry: event }, stored] = await Promise.all([
    withNamedEntry(tx, akt, command),
    findEvent(tx, akt, entry),
  ]);
  if (event === undefined || stored === undefined) return undefined;
  return { event, specDigest: stored.record.specDigest };
}

/** What was moved with a report and is written where it belongs, as it counted before. */
async function othersOf(tx: Tx, akt: Uuid, moved: number): Promise<readonly Written[]> {
  const mark = await findEvent(tx, akt, moved);
  const [, ...along] = mark === undefined ? [] : changedEntries(recordedEvent(mark.record));
  if (along.length === 0) return [];
  const stored = (await readStream(tx, akt)).filter(({ record }) => record.seq < moved);
  const standing = standingEvents(stored.map(({ record }) => recordedEvent(record)));
  return stored.flatMap(({ record }, index) => {
    const event = standing[index];
    if (event === undefined || !along.includes(event.seq) || !standsThere(event)) return [];
    return [{ event, specDigest: record.specDigest }];
  });
}

/** A received file gets a copy in the new matter, which the entry there refers to. */
async function ownFile(
  tx: Tx,
  event: RecordedEvent,
  place: Parameters<typeof copyFile>[2],
): Promise<Answers> {
  const file = parseUuid(textOf(event.body.data["file"]) ?? "");
  return file === undefined ? {} : { file: await copyFile(tx, file, place) };
}

/** The reason stands in both akter and names neither child, whose akt the other is. */
async function namesChild(
  tx: Tx,
  reason: string,
  families: readonly Family[],
): Promise<Problem | undefined> {
  const briefs = await findBriefs(
    tx,
    families.map(({ child }) => child.person),
  );
  const words = new Set(
    reason
      .split(/[^\p{L}]+/u)
      .flatMap((word) => [foldName(word), foldName(word.replace(/s$/u, ""))]),
  );
  const names = [...briefs.values()].flatMap(({ givenName }) => foldName(givenName).split(" "));
  const hit = names.some((name) => name.length >= SHORTEST_NAME && words.has(name));
  return hit ? problem("record.reason-names-child", { pointer: "/reason" }) : undefined;
}
