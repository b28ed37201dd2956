import { decideJoin, partEvents, type JoinContext } from "../../domain/person/decide-join.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../access-log.ts";
import { findAnswer, requestDigest, saveAnswer } from "../commands/command-row.ts";
import { originOf } from "../commands/context.ts";
import { boardTime, loadOrganisation, type BoardTime } from "../commands/organisation.ts";
import { projectRelated } from "../commands/project-others.ts";
import type { RequestBase } from "../commands/request.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { findAkter } from "../projections/akt.ts";
import { statement } from "../statement.ts";
import { linkAkter, unlinkAkter } from "./link-akter.ts";
import { lockPersons, writePersons, type LockedPersons } from "./person-streams.ts";

/** Two records of one person: `person` is kept, `other` becomes part of it. */
export interface JoinRequest extends RequestBase {
  readonly person: Uuid;
  readonly other: Uuid;
  readonly reason: string;
}

/** A joining that is taken back. */
export interface PartRequest extends RequestBase {
  readonly person: Uuid;
  readonly joining: Uuid;
  readonly reason: string;
}

export interface JoinAnswer {
  readonly person: Uuid;
  readonly joining: Uuid;
}

const RELATIVES = statement(
  "relatives_of_person",
  `select distinct person from relation where tenant = $1 and other = any($2) order by person`,
);

/**
 * Joins two records of one person in one transaction: both streams, the relations of others to them, both akter,
 * and what rows of other parts say of the person in any akt. Given again it answers what it answered.
 *
 * Problems: those of `decideJoin`, `person.not-found`, `staff.not-found`, `command.id-reused`.
 */
export async function runJoin(
  store: Store,
  tx: Tx,
  request: JoinRequest,
): Promise<Result<JoinAnswer>> {
  const { person, other, reason } = request;
  const digest = requestDigest({
    type: "person.join",
    actor: request.actor,
    person,
    other,
    reason,
  });
  if (!digest.ok) return digest;
  const identity = { ...request, type: "person.join", digest: digest.value };
  const rows = await tx.rows<{ person: Uuid }>(RELATIVES, [tx.tenant, [person, other]]);
  const relatives = rows.map((row) => row.person);
  const heads = await lockPersons(tx, [person, other, ...relatives]);
  const known = await findAnswer<JoinAnswer>(tx, identity);
  if (known !== undefined) return known;
  const [kept, part] = [heads.get(person)?.state, heads.get(other)?.state];
  if (kept === undefined || part === undefined) {
    return fail(problem("person.not-found", { status: 404, pointer: "/other" }));
  }
  const akter = await findAkter(tx, [person, other]);
  const setting = await settingOf(store, tx, request, store.ids.next());
  if (!setting.ok) return setting;
  const { ctx, time, linking } = setting.value;
  const subject = {
    kept,
    other: part,
    relatives: relatives.flatMap((each) => heads.get(each)?.state ?? []),
    keptHasAkt: akter.has(person),
    otherHasAkt: akter.has(other),
    reason,
  };
  const decided = decideJoin(subject, ctx);
  if (!decided.ok) return decided;
  await writePersons(tx, heads, decided.value, linking.origin, time.today);
  const both = bothOf(akter, person, other);
  if (both !== undefined) await linkAkter(store, tx, both, linking);
  const answer = { person, joining: ctx.joining };
  await finish(store, tx, request, { time, persons: [person, other] });
  saveAnswer(tx, identity, { stream: person, at: time.now }, answer);
  return ok(answer);
}

/**
 * Takes a joining back: both records, the relations it repeated and both akter are as without it, and what was
 * recorded of each since stays. Problems: `person.not-joined`, `person.reason-missing`, `command.id-reused`.
 */
export async function runPart(
  store: Store,
  tx: Tx,
  request: PartRequest,
): Promise<Result<JoinAnswer>> {
  const { person, joining, reason } = request;
  const asked = { type: "person.part", actor: request.actor, person, joining, reason };
  const digest = requestDigest(asked);
  if (!digest.ok) return digest;
  const identity = { ...request, type: "person.part", digest: digest.value };
  const first = await lockPersons(tx, [person]);
  const known = await findAnswer<JoinAnswer>(tx, identity);
  if (known !== undefined) return known;
  const record = first.get(person)?.state.joined?.find((each) => each.joining === joining);
  if (record === undefined) return fail(problem("person.not-joined", { status: 404 }));
  if (reason === "") return fail(problem("person.reason-missing", { pointer: "/reason" }));
  const streams = [person, record.person, ...record.touched];
  const heads: LockedPersons = await lockPersons(tx, streams);
  const setting = await settingOf(store, tx, request, joining);
  if (!setting.ok) return setting;
  const { ctx, time, linking } = setting.value;
  await writePersons(tx, heads, partEvents(streams, reason, ctx), linking.origin, time.today, true);
  const akter = await findAkter(tx, [person, record.person]);
  const both = bothOf(akter, person, record.person);
  if (both !== undefined) await unlinkAkter(store, tx, both, linking);
  const answer = { person, joining };
  await finish(store, tx, request, { time, persons: [person, record.person] });
  saveAnswer(tx, identity, { stream: person, at: time.now }, answer);
  return ok(answer);
}

async function settingOf(store: Store, tx: Tx, request: RequestBase, joining: Uuid) {
  const organisation = await loadOrganisation(store, tx);
  if (!organisation.staff.has(request.actor)) {
    return fail(problem("staff.not-found", { status: 403 }));
  }
  const time = boardTime(store, organisation.board);
  const pack = store.packs.current(tx.tenant);
  const origin = originOf(store, tx.tenant, request.commandId, pack);
  const ctx: JoinContext = {
    ...time,
    actor: request.actor,
    pack: pack.pack,
    joining,
    newId: () => store.ids.next(),
  };
  return ok({ ctx, time, linking: { joining, actor: request.actor, time, origin, pack } });
}

function bothOf(
  akter: ReadonlyMap<Uuid, Uuid>,
  one: Uuid,
  two: Uuid,
): readonly [Uuid, Uuid] | undefined {
  const [first, second] = [akter.get(one), akter.get(two)];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** What rows of other parts say of the two, in any akt; and that it was done. */
async function finish(
  store: Store,
  tx: Tx,
  request: RequestBase,
  { time, persons }: { readonly time: BoardTime; readonly persons: readonly Uuid[] },
): Promise<void> {
  logAccess(tx, "command", request.access, time.now);
  for (const person of persons) await projectRelated(store, tx, person, time.today);
}
