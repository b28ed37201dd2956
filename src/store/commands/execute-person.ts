import type { DomainEvent } from "../../domain/event.ts";
import { applyPerson } from "../../domain/person/apply-person.ts";
import {
  decidePerson,
  type PersonCommand,
  type PersonContext,
} from "../../domain/person/decide-person.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import { codesOf } from "../../domain/read.ts";
import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import { stockholmDate, type Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../access-log.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { append, chain, type Link, type Origin } from "../log/append.ts";
import { lockStream, saveStream, type StreamHead } from "../log/stream-state.ts";
import { personFold } from "../log/streams.ts";
import { projectPerson } from "../projections/person.ts";
import { projectRelations } from "../projections/relation.ts";
import { lockPersons, projectChildren, writePersons } from "../persons/person-streams.ts";
import { statement } from "../statement.ts";
import { findAnswer, requestDigest, saveAnswer } from "./command-row.ts";
import { originOf } from "./context.ts";
import { boardTime, loadOrganisation, type Organisation } from "./organisation.ts";
import { projectRelated } from "./project-others.ts";
import { nextProvisional } from "./provisional-number.ts";
import { relationProblems } from "./relation-problems.ts";
import type { RequestBase } from "./request.ts";
import { transactCommand } from "./transact-command.ts";

/** Registers or changes a person. */
export interface PersonRequest extends RequestBase {
  readonly person: Uuid;
  readonly command: PersonCommand;
}

export interface PersonAnswer {
  readonly person: Uuid;
  readonly warnings: readonly Problem[];
}

const NUMBER_OWNER = statement(
  "person_identity_owner",
  "select person from person_identity where tenant = $1 and number = $2",
);

/**
 * Registers or changes a person in one transaction: events, state, labels, names and numbers that are
 * searched by, relations, access log, and what rows of other parts say of the person in any akt. Given again
 * it answers what it answered.
 *
 * Problems: those of `decidePerson`, `person.number-taken`, `person.not-found` (also at `/relations`),
 * `person.related-to-itself`, `person.new-identity` (there too), `staff.not-found`, `command.id-reused`.
 */
export function executePerson(store: Store, request: PersonRequest): Promise<Result<PersonAnswer>> {
  return transactCommand(store, request, (tx) => runPerson(store, tx, request));
}

/** {@link executePerson} in a transaction that is open already. `at` stands in for the clock. */
export async function runPerson(
  store: Store,
  tx: Tx,
  request: PersonRequest,
  at?: Instant,
): Promise<Result<PersonAnswer>> {
  const { command, person } = request;
  const digest = requestDigest(askedOf(request));
  if (!digest.ok) return digest;
  const identity = { ...request, type: command.type, digest: digest.value };
  // Where somebody says when it was the day is known before the board is: all is read in one piece.
  const [head, known, organisation, related, early] = await Promise.all([
    lockStream(tx, personFold, person),
    findAnswer<PersonAnswer>(tx, identity),
    loadOrganisation(store, tx),
    relationProblems(tx, person, command),
    at === undefined ? undefined : numberProblems(tx, request, stockholmDate(at)),
  ]);
  if (known !== undefined) return known;
  if (!organisation.staff.has(request.actor)) {
    return fail(problem("staff.not-found", { status: 403 }));
  }
  const time = boardTime(store, organisation.board, at);
  const taken = early ?? (await numberProblems(tx, request, time.today));
  const named = namedProblems(request, organisation);
  const refused = [...related, ...taken, ...named];
  if (refused.length > 0) return fail(refused);
  const provisional = await provisionalFor(tx, request, time.today);
  const ctx = personContext(store, tx, organisation, {
    ...time,
    actor: request.actor,
    provisional,
  });
  if (head?.state.joinedInto !== undefined) {
    return fail(problem("person.joined-already", { status: 409 }));
  }
  const decision = decidePerson(head?.state, command, ctx);
  if (!decision.ok) return fail(decision.problems);
  const origin = originOf(store, tx.tenant, request.commandId, store.packs.current(tx.tenant));
  const changed = foldLinks(head, person, decision.events, origin);
  const answer: PersonAnswer = { person, warnings: decision.warnings };
  for (const link of changed.links) append(tx, link);
  saveStream(tx, personFold, person, changed.head, head === undefined);
  projectRelations(tx, head?.state, changed.head.state);
  logAccess(tx, "command", request.access, time.now);
  saveAnswer(tx, identity, { stream: person, at: time.now }, answer);
  const told = { origin, today: time.today };
  await Promise.all([
    projectPerson(tx, changed.head.state, time.today),
    tellJoined(store, tx, changed.head.state, decision.events, told).then(() =>
      projectRelated(store, tx, person, time.today),
    ),
  ]);
  // The rows of the children rest on this one.
  await projectChildren(tx, { before: head?.state, after: changed.head.state }, time.today);
  return ok(answer);
}

/** The records that are part of a person show what is changed of the person (U-06), protection above all. */
async function tellJoined(
  store: Store,
  tx: Tx,
  { joined = [] }: PersonState,
  events: readonly DomainEvent[],
  { origin, today }: { readonly origin: Origin; readonly today: PlainDate },
): Promise<void> {
  if (joined.length === 0) return;
  const heads = await lockPersons(
    tx,
    joined.map((record) => record.person),
  );
  const told = joined.flatMap(({ person: stream, joining }) =>
    events
      .filter(({ type }) => type === "person.changed")
      .map((event) => ({
        stream,
        event: { ...event, body: { ...event.body, ids: { ...event.body.ids, joining } } },
      })),
  );
  await writePersons(tx, heads, told, origin, today);
  for (const stream of heads.keys()) await projectRelated(store, tx, stream, today);
}

function personContext(
  store: Store,
  tx: Tx,
  organisation: Organisation,
  rest: {
    readonly now: Instant;
    readonly today: PlainDate;
    readonly actor: Uuid;
    readonly provisional: string;
  },
): PersonContext {
  return {
    ...rest,
    pack: store.packs.current(tx.tenant).pack,
    law: store.law.law,
    calendar: store.calendar,
    numberAllowed: organisation.board.synthetic ? store.isTestNumber : () => true,
    provisional: () => rest.provisional,
  };
}

function foldLinks(
  head: StreamHead<PersonState> | undefined,
  person: Uuid,
  events: readonly DomainEvent[],
  origin: Origin,
): { readonly head: StreamHead<PersonState>; readonly links: readonly Link[] } {
  let end = head;
  const links: Link[] = [];
  for (const event of events) {
    const link = chain(end, "person", person, event, origin);
    const state = applyPerson(end?.state, link.event, person);
    end = { state, seq: link.event.seq, hash: link.hash };
    links.push(link);
  }
  if (end === undefined) throw new Error("A decided command has events");
  return { head: end, links };
}

/** A protected person is opened by name to members of staff only. */
function namedProblems({ command }: PersonRequest, { staff }: Organisation): Problem[] {
  const named = codesOf(command.data["protectionStaff"]);
  const known = new Set<string>(staff.keys());
  if (named.every((id) => known.has(id))) return [];
  return [problem("staff.not-found", { status: 422, pointer: "/data/protectionStaff" })];
}

/** One identity number belongs to one person of the board. */
async function numberProblems(
  tx: Tx,
  request: PersonRequest,
  today: PlainDate,
): Promise<Problem[]> {
  const text = request.command.data["identityNumber"];
  const parsed = typeof text === "string" ? parseIdentityNumber(text, today) : undefined;
  if (parsed?.ok !== true) return [];
  const [row] = await tx.rows<{ person: Uuid }>(NUMBER_OWNER, [tx.tenant, parsed.value.value]);
  if (row === undefined || row.person === request.person) return [];
  return [
    problem("person.number-taken", {
      status: 409,
      pointer: "/data/identityNumber",
      // One person, one file: a provisional number is history of it (U-07).
      ruleId: "U-07",
    }),
  ];
}

async function provisionalFor(tx: Tx, request: PersonRequest, today: PlainDate): Promise<string> {
  const { type, data } = request.command;
  const needed = type === "person.register" && data["identityNumber"] === undefined;
  return needed ? nextProvisional(tx, data, today) : "";
}

function askedOf({ actor, person, command }: PersonRequest) {
  return {
    type: command.type,
    actor,
    person,
    data: command.data,
    validFrom: command.validFrom ?? null,
    source: command.source ?? null,
    occurredAt: command.occurredAt ?? null,
    relations: command.relations.map(({ relation, kind, to, validFrom, validTo }) => ({
      relation,
      kind,
      to,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
    })),
  };
}
