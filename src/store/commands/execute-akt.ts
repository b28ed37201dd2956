import type { Command } from "../../domain/command.ts";
import type { AktState } from "../../domain/akt-state.ts";
import { definitions } from "../../domain/definitions.ts";
import type { Instant } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../access-log.ts";
import type { PackInUse, Projected, Store } from "../deps.ts";
import { eraseDraft } from "../drafts/draft-rows.ts";
import type { Tx } from "../in-tenant.ts";
import type { StreamHead } from "../log/stream-state.ts";
import {
  contentOf,
  erasesDraft,
  filledDraft,
  isUnchanged,
  loadDraft,
  type DraftContent,
  type LockedDraft,
} from "./akt-draft.ts";
import {
  answerAgain,
  findKnown,
  requestDigest,
  saveAnswer,
  type KnownAnswer,
} from "./command-row.ts";
import { decideContext, originOf } from "./context.ts";
import { decideOn, undecided, type DecidedAkt } from "./decide-on.ts";
import { loadFamilyOfAkt, lockAkt, lockLinked, type Family } from "./load-akt.ts";
import { boardTime, loadOrganisation, type BoardTime, type Organisation } from "./organisation.ts";
import { withNamedEntry } from "./named-entry.ts";
import type { AktAnswer, AktRequest } from "./request.ts";
import { transactCommand } from "./transact-command.ts";
import { writeAkt } from "./write-akt.ts";

/**
 * Carries out one command on an akt in one transaction: locks it, decides, and writes events, state,
 * projections, clocks, the rows of other parts, the access log and the answer together. Given
 * again it answers what it answered. A refusal changes nothing and leaves one row in the access log.
 *
 * Problems: those of `decideAkt`, `akt.not-found`, `staff.not-found`, `draft.*`, `command.id-reused`,
 * `command.id-taken`, `command.unreadable-text`.
 */
export function executeAkt(store: Store, request: AktRequest): Promise<Result<AktAnswer>> {
  return transactCommand(store, request, (tx) => runAkt(store, tx, request));
}

/** What a command on an akt is decided on, read under lock. */
export interface AktReads {
  readonly parts: Promise<
    [
      Awaited<ReturnType<typeof lockAkt>>,
      KnownAnswer<AktAnswer> | undefined,
      Organisation,
      Family | undefined,
      LockedDraft | undefined,
    ]
  >;
  readonly projects: readonly ((change: Projected) => Promise<void>)[];
}

/**
 * Locks an akt for a command and reads what decides it, all sent in one piece, so that whoever has something to
 * ask first (the policy) sends it along. With `leaveHeld` an akt or a draft that somebody else has locked is as if
 * it were not there.
 */
export function readForAkt(
  store: Store,
  tx: Tx,
  request: AktRequest,
  how: { readonly leaveHeld: boolean } = { leaveHeld: false },
): AktReads {
  const parts = Promise.all([
    lockAkt(tx, request.akt, how),
    findKnown<AktAnswer>(tx, request.commandId),
    loadOrganisation(store, tx),
    loadFamilyOfAkt(tx, request.akt),
    loadDraft(tx, request, how),
  ]);
  // Whoever refuses before never looks at them.
  parts.catch(() => undefined);
  return { parts, projects: store.projectors.map((projector) => projector(tx, request.akt)) };
}

/** {@link executeAkt} in a transaction that is open already. `at` stands in for the clock. */
export async function runAkt(
  store: Store,
  tx: Tx,
  request: AktRequest,
  at?: Instant,
  reads = readForAkt(store, tx, request),
): Promise<Result<AktAnswer>> {
  const digest = digestOf(request);
  if (!digest.ok) return digest;
  const [head, known, organisation, family, locked] = await reads.parts;
  if (known !== undefined) return answerAgain(known, { digest: digest.value });
  if (head === undefined || family === undefined) {
    return fail(problem("akt.not-found", { status: 404 }));
  }
  const read = { head, organisation, family, locked };
  const decided = await decideRequest(store, tx, request, read, at);
  if (!decided.ok) return decided;
  const { pack, time } = decided.value;
  const about = { akt: request.akt, before: head.state, family, pack, today: time.today };
  const written = writeAkt(store, tx, decided.value, { ...about, projects: reads.projects });
  if (request.draft !== undefined && erasesDraft(request)) eraseDraft(tx, request.draft);
  const answer = answerOf(request, decided.value);
  logDone(tx, { request, digest: digest.value, answer, at: time.now });
  await written;
  return ok(answer);
}

/** What was read of an akt before a command on it is decided. */
export interface AktRead {
  readonly head: StreamHead<AktState>;
  readonly organisation: Organisation;
  readonly family: Family;
  readonly locked?: LockedDraft | undefined;
}

/** What a command leads to, with what it was decided by. */
export interface DecidedRequest extends DecidedAkt {
  readonly pack: PackInUse;
  readonly time: BoardTime;
}

/** Decides a command on what was read. Writes nothing; refuses as {@link executeAkt}. */
export async function decideRequest(
  store: Store,
  tx: Tx,
  request: AktRequest,
  { head, organisation, family, locked }: AktRead,
  at?: Instant,
): Promise<Result<DecidedRequest>> {
  const read = locked === undefined ? undefined : contentOf(locked, request);
  if (read?.ok === false) return read;
  const pack = packOf(store, tx, request, read?.value);
  const draft =
    read === undefined
      ? undefined
      : await filledDraft(tx, head.state, request, read.value, pack.pack);
  const time = boardTime(store, organisation.board, at);
  const ctx = decideContext(store, organisation, { actor: request.actor, family, pack }, time);
  if (!ctx.ok) return ctx;
  const command = await withNamedEntry(tx, request.akt, commandOf(request, draft));
  const origin = originOf(store, tx.tenant, request.commandId, pack);
  const looks = definitions[command.type]?.looksAtLinked === true;
  const linked = looks ? await lockLinked(tx, head.state) : [];
  const seen = { ...ctx.value, linked };
  const decided = decideOn(undecided(head), request.akt, command, seen, origin);
  return decided.ok ? ok({ ...decided.value, pack, time }) : decided;
}

/** What a command that is carried out answers. */
export function answerOf(request: AktRequest, decided: DecidedAkt): AktAnswer {
  return {
    akt: request.akt,
    seq: decided.end?.seq ?? 0,
    events: decided.steps.map(({ event }) => ({ seq: event.seq, type: event.type })),
    warnings: decided.warnings,
    ...(decided.clocks.length === 0 ? {} : { clocks: decided.clocks }),
  };
}

/** A command that is carried out, as it is remembered. */
export interface DoneRequest {
  readonly request: AktRequest;
  readonly digest: Buffer;
  readonly answer: AktAnswer;
  readonly at: Instant;
}

/** Writes the row of the access log and the answer of a command that is carried out. */
export function logDone(tx: Tx, { request, digest, answer, at }: DoneRequest): void {
  const { akt, matter } = request;
  const about = { stream: akt, at, ...(matter === undefined ? {} : { matter }) };
  logAccess(tx, "command", request.access, at);
  saveAnswer(tx, { ...request, digest }, about, answer);
}

/** The pack the draft was begun with, else the one new things are written with. */
function packOf(
  store: Store,
  tx: Tx,
  request: AktRequest,
  draft: DraftContent | undefined,
): PackInUse {
  if (draft === undefined) return store.packs.current(tx.tenant, request.matter);
  const pack = store.packs.find(draft.specDigest);
  if (pack === undefined) throw new Error(`The specification ${draft.specDigest} is not installed`);
  return pack;
}

/** The command as the domain reads it: a draft is the content of a document, else its answers. */
function commandOf(request: AktRequest, draft: DraftContent | undefined): Command {
  const { type, ids, reasons, expect } = request;
  const isContent = definitions[type]?.content !== undefined;
  const data =
    draft === undefined || isContent ? request.data : { ...request.data, ...draft.answers };
  return {
    type,
    ids,
    data,
    reasons,
    expect,
    ...(request.matter === undefined ? {} : { matter: request.matter }),
    ...(request.computed === undefined ? {} : { computed: request.computed }),
    ...(request.occurredAt === undefined ? {} : { occurredAt: request.occurredAt }),
    ...(draft !== undefined && isContent && !isSameVersion(type, draft)
      ? { content: draft.answers }
      : {}),
  };
}

/** Signing what was fixed, unchanged, makes no new version. */
function isSameVersion(type: string, draft: DraftContent): boolean {
  return type === "basis.sign" && isUnchanged(draft);
}

/** The digest of what a request asks. Refuses with `command.unreadable-text`. */
export function digestOf(request: AktRequest): Result<Buffer> {
  return requestDigest({
    type: request.type,
    actor: request.actor,
    akt: request.akt,
    matter: request.matter ?? null,
    ids: request.ids,
    data: request.data,
    draft: request.draft ?? null,
    occurredAt: request.occurredAt ?? null,
    reasons: request.reasons,
    expect: request.expect,
  });
}
