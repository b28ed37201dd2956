import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tx } from "../in-tenant.ts";
import { textHash } from "../log/envelope.ts";
import { manyRows } from "../many-rows.ts";
import { statement } from "../statement.ts";

/** What is remembered of a command beside its answer. */
export interface CommandIdentity {
  readonly commandId: Uuid;
  readonly type: string;
  readonly actor: Uuid;
  readonly digest: Buffer;
}

/** What a command that was already carried out answered, with the digest of what was asked. */
export interface KnownAnswer<A> {
  readonly digest: Buffer;
  readonly answer: A;
}

const FIND = statement(
  "command_find",
  "select digest, answer from command where tenant = $1 and command_id = $2",
);

const FIND_SOME = statement(
  "command_find_some",
  `select command_id as "commandId", digest, answer from command
   where tenant = $1 and command_id = any($2::uuid[])`,
);

const INSERT = manyRows(
  statement(
    "command_insert",
    `insert into command (tenant, command_id, stream, matter, type, actor, digest, answer, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  ),
);

/** A zero character, which the database keeps in no text. */
const ZERO = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * The digest of what was asked, by which a repeated command is told from another one with the same
 * id. Refuses with `command.unreadable-text` what can't be written as JSON or stored: half a surrogate
 * pair, a zero character.
 */
export function requestDigest(asked: { readonly [member: string]: Json }): Result<Buffer> {
  let text: string;
  try {
    text = canonicalJson(asked);
  } catch {
    return fail(problem("command.unreadable-text", { status: 422 }));
  }
  if (ZERO.test(text)) return fail(problem("command.unreadable-text", { status: 422 }));
  return ok(textHash(text));
}

/**
 * The stored answer of a command that was already carried out; undefined for a new one. Refuses with
 * `command.id-reused` when the id belongs to something else that was asked. To be called after the
 * streams are locked: what ran at the same time is then committed and seen.
 */
export async function findAnswer<A>(
  tx: Tx,
  command: Pick<CommandIdentity, "commandId" | "digest">,
): Promise<Result<A> | undefined> {
  const row = await findKnown<A>(tx, command.commandId);
  return row === undefined ? undefined : answerAgain(row, command);
}

/** {@link findAnswer} in two steps, where what was asked is looked at later than the command is looked up. */
export async function findKnown<A>(tx: Tx, commandId: Uuid): Promise<KnownAnswer<A> | undefined> {
  const [row] = await tx.rows<KnownAnswer<A>>(FIND, [tx.tenant, commandId]);
  return row;
}

/** As {@link findKnown} for several at once, by the id of the command. */
export async function findSomeKnown<A>(
  tx: Tx,
  commandIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, KnownAnswer<A>>> {
  const values = [tx.tenant, commandIds];
  const rows = await tx.rows<KnownAnswer<A> & { commandId: Uuid }>(FIND_SOME, values);
  return new Map(rows.map((row) => [row.commandId, row]));
}

/** The stored answer, or `command.id-reused`. */
export function answerAgain<A>(
  row: KnownAnswer<A>,
  command: Pick<CommandIdentity, "digest">,
): Result<A> {
  if (row.digest.equals(command.digest)) return ok(row.answer);
  return fail(problem("command.id-reused", { status: 409 }));
}

/** Remembers the answer of a command. */
export function saveAnswer(
  tx: Tx,
  command: CommandIdentity,
  about: { readonly stream: Uuid; readonly matter?: Uuid; readonly at: Instant },
  answer: unknown,
): void {
  tx.write(INSERT, [
    tx.tenant,
    command.commandId,
    about.stream,
    about.matter ?? null,
    command.type,
    command.actor,
    command.digest,
    JSON.stringify(answer),
    about.at,
  ]);
}
