import { createHash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import type { Queryable } from "./queryable.ts";

const MINUTE = 60_000;
/** A session that nobody used for this long is over. */
export const IDLE_MS = 60 * MINUTE;
/** No session outlives a working day. */
export const LONGEST_MS = 12 * 60 * MINUTE;
/** The last use is written down at most this often. */
const NOTED_EVERY_MS = MINUTE;

export interface Session {
  readonly account: Uuid;
  readonly staff: Uuid;
}

/** Opens a session for an account; `token` is 32 random bytes as text, of which only a hash is kept. */
export async function openSession(
  tx: Queryable,
  tenant: number,
  session: Session & { readonly token: string },
  now: Instant,
): Promise<void> {
  await tx.query({
    name: "session-open",
    text: `insert into session (tenant, token_hash, account, staff, opened_at, used_at, ends_at)
           values ($1, $2, $3, $4, $5, $5, $6)`,
    values: [
      tenant,
      hashOf(session.token),
      session.account,
      session.staff,
      now,
      later(now, LONGEST_MS),
    ],
  });
}

/** The live session of a token, whose last use is noted; undefined when it is unknown or over. */
export async function findSession(
  tx: Queryable,
  tenant: number,
  token: string,
  now: Instant,
): Promise<Session | undefined> {
  const found = await tx.query<{ account: string; staff: string; used_at: Date }>({
    name: "session-find",
    text: `select s.account, s.staff, s.used_at from session s
           join account a on a.tenant = s.tenant and a.account = s.account and a.closed_at is null
           where s.tenant = $1 and s.token_hash = $2 and s.ends_at > $3 and s.used_at > $4`,
    values: [tenant, hashOf(token), now, later(now, -IDLE_MS)],
  });
  const row = found.rows[0];
  if (row === undefined) return undefined;
  if (row.used_at.getTime() <= millisOf(now) - NOTED_EVERY_MS) {
    await noteUse(tx, tenant, token, now);
  }
  return { account: knownUuid(row.account), staff: knownUuid(row.staff) };
}

/** Ends a session for good. */
export async function endSession(tx: Queryable, tenant: number, token: string): Promise<void> {
  await tx.query({
    name: "session-end",
    text: "delete from session where tenant = $1 and token_hash = $2",
    values: [tenant, hashOf(token)],
  });
}

/** Removes the sessions of a board that are over. */
export async function removeEndedSessions(
  tx: Queryable,
  tenant: number,
  now: Instant,
): Promise<void> {
  await tx.query({
    name: "session-remove-ended",
    text: "delete from session where tenant = $1 and (ends_at <= $2 or used_at <= $3)",
    values: [tenant, now, later(now, -IDLE_MS)],
  });
}

async function noteUse(tx: Queryable, tenant: number, token: string, now: Instant): Promise<void> {
  await tx.query({
    name: "session-note-use",
    text: "update session set used_at = $3 where tenant = $1 and token_hash = $2",
    values: [tenant, hashOf(token), now],
  });
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function later(instant: Instant, ms: number): Instant {
  return instantOfMillis(millisOf(instant) + ms);
}

function knownUuid(text: string): Uuid {
  const uuid = parseUuid(text);
  if (uuid === undefined) throw new Error("the database gave something that is not a UUID");
  return uuid;
}
