import { applyUnit } from "../../domain/unit/apply-unit.ts";
import { decideUnit, type UnitCommand } from "../../domain/unit/decide-unit.ts";
import type { UnitState } from "../../domain/unit/unit-state.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess, type AccessEntry } from "../access-log.ts";
import { insertBoard, nextTenant } from "../board.ts";
import type { Store } from "../deps.ts";
import { constraintOf, inTenant, type Tx } from "../in-tenant.ts";
import { append, chain } from "../log/append.ts";
import { lockStream, saveStream, type StreamHead } from "../log/stream-state.ts";
import { unitFold } from "../log/streams.ts";
import { projectUnit } from "../projections/unit.ts";
import type { Tenant } from "../tenant.ts";
import { findAnswer, requestDigest, saveAnswer } from "./command-row.ts";
import { originOf } from "./context.ts";
import { boardTime, findOrganisation } from "./organisation.ts";
import type { RequestBase } from "./request.ts";
import { transactCommand } from "./transact-command.ts";

/** A command on the units, staff and deciding bodies of a board. */
export interface UnitRequest extends RequestBase {
  readonly command: UnitCommand;
}

export interface UnitAnswer {
  /** The board's unit stream. */
  readonly stream: Uuid;
  readonly seq: number;
}

/**
 * Changes the organisation of a board in one transaction. Given again it answers what it answered.
 *
 * Problems: those of `decideUnit`, `board.not-found`, `command.id-reused`.
 */
export function executeUnit(store: Store, request: UnitRequest): Promise<Result<UnitAnswer>> {
  return transactCommand(store, request, (tx) => runUnit(store, tx, request));
}

/** {@link executeUnit} in a transaction that is open already. `at` stands in for the clock. */
export async function runUnit(
  store: Store,
  tx: Tx,
  request: UnitRequest,
  at?: Instant,
): Promise<Result<UnitAnswer>> {
  const organisation = await findOrganisation(store, tx);
  if (organisation === undefined) return fail(problem("board.not-found", { status: 404 }));
  const { now } = boardTime(store, organisation.board, at);
  return changeUnit(store, tx, request, organisation.board.stream, now);
}

export interface MakeBoard {
  readonly commandId: Uuid;
  /** Who makes it; on the first board this is somebody who becomes its staff afterwards. */
  readonly actor: Uuid;
  readonly access: AccessEntry;
  readonly name: string;
  readonly synthetic: boolean;
  readonly simulatedToday?: PlainDate;
  readonly at?: Instant;
}

/**
 * Makes a board: its row in the directory and the first event of its unit stream. Problems: those of
 * `decideUnit`.
 */
export async function makeBoard(
  store: Store,
  request: MakeBoard,
): Promise<Result<{ readonly tenant: Tenant; readonly stream: Uuid }>> {
  const stream = store.ids.next();
  for (let attempt = 1; ; attempt += 1) {
    const tenant = await nextTenant(store.pools.app);
    try {
      return await makeBoardAs(store, tenant, stream, request);
    } catch (error) {
      // Another board got the number; the next one is free.
      if (attempt === ATTEMPTS || constraintOf(error) !== "board_pkey") throw error;
    }
  }
}

const ATTEMPTS = 5;

function makeBoardAs(
  store: Store,
  tenant: Tenant,
  stream: Uuid,
  request: MakeBoard,
): Promise<Result<{ readonly tenant: Tenant; readonly stream: Uuid }>> {
  const { commandId, actor, access, name, synthetic, simulatedToday } = request;
  const at = request.at ?? store.clock.now();
  const command: UnitCommand = { type: "board.make", ids: {}, data: { name, synthetic } };
  return inTenant(store.pools.app, tenant, async (tx) => {
    const asked = { tenant, commandId, actor, access, command };
    const answer = await changeUnit(store, tx, asked, stream, at);
    if (!answer.ok) return answer;
    // A demo tells of months before: the directory says when the board was made here.
    const madeAt = store.clock.now();
    await insertBoard(tx, { stream, name, synthetic, simulatedToday, at: madeAt });
    return ok({ tenant, stream });
  });
}

async function changeUnit(
  store: Store,
  tx: Tx,
  request: UnitRequest,
  stream: Uuid,
  now: Instant,
): Promise<Result<UnitAnswer>> {
  const { command } = request;
  const digest = requestDigest(askedOf(request));
  if (!digest.ok) return digest;
  const identity = { ...request, type: command.type, digest: digest.value };
  const [head, known] = await Promise.all([
    lockStream(tx, unitFold, stream),
    findAnswer<UnitAnswer>(tx, identity),
  ]);
  if (known !== undefined) return known;
  const decision = decideUnit(head?.state, command, { now, actor: request.actor });
  if (!decision.ok) return fail(decision.problems);
  const origin = originOf(store, tx.tenant, request.commandId, store.packs.current(tx.tenant));
  let end: StreamHead<UnitState> | undefined = head;
  for (const event of decision.events) {
    const link = chain(end, "unit", stream, event, origin);
    end = {
      state: applyUnit(end?.state, link.event, stream),
      seq: link.event.seq,
      hash: link.hash,
    };
    append(tx, link);
  }
  if (end === undefined) throw new Error("A decided command has events");
  const answer: UnitAnswer = { stream, seq: end.seq };
  saveStream(tx, unitFold, stream, end, head === undefined);
  await projectUnit(tx, head?.state, end.state);
  logAccess(tx, "command", request.access, now);
  saveAnswer(tx, identity, { stream, at: now }, answer);
  return ok(answer);
}

function askedOf({ actor, command }: UnitRequest) {
  return { type: command.type, actor, ids: command.ids, data: command.data };
}
