import { hash } from "node:crypto";
import { SESSION_IDLE_MINUTES } from "../contract/session/session-times.ts";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { exceptionsOf } from "../store/access-exceptions.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import type { SignInThere } from "./provider/sign-in-there.ts";

const MINUTE = 60_000;
/** A session that nobody used for this long is over. */
export const IDLE_MS = SESSION_IDLE_MINUTES * MINUTE;
/** No session outlives a working day. */
export const LONGEST_MS = 12 * 60 * MINUTE;
/** The last use is written down at most this often. */
const NOTED_EVERY_MS = MINUTE;

/** How somebody showed who it is. */
export type SignedInBy = "password" | "invitation" | "passkey" | "provider";

/** Whose session it is. */
export interface SessionOwner {
  readonly account: Uuid;
  readonly staff: Uuid;
}

export interface Session extends SessionOwner {
  readonly session: Uuid;
  /** The key of the browser it was opened in (`browser.ts`). */
  readonly browser: string;
  readonly via: SignedInBy;
  /** The person must choose a second factor before anything else. */
  readonly limited: boolean;
  readonly openedAt: Instant;
  /** When the person last showed who it is. */
  readonly confirmedAt: Instant;
  /** Notices the owner has not read. */
  readonly unseen: number;
  /** The last day of the account; null where none is set. */
  readonly endsOn: PlainDate | null;
}

/** A session to open. `address` is shortened already. */
export interface NewSession extends SessionOwner {
  readonly token: string;
  readonly session: Uuid;
  readonly browser: string;
  readonly address: string;
  readonly via: SignedInBy;
  readonly limited?: boolean;
  /** Where it was before now: a provider that had signed the person in earlier. */
  readonly confirmedAt?: Instant;
  /** The sign-in at the provider it comes by. */
  readonly there?: SignInThere;
}

/** A session that was found, with what is excepted for its member of staff: null for nearly everybody. */
export interface FoundSession extends Session {
  readonly exceptions: string | null;
}

const EXCEPTIONS = exceptionsOf("s");

const OPEN = statement(
  "session_open",
  `insert into session (tenant, token_hash, session, account, staff, browser, address, last_address, via,
     limited, opened_at, used_at, confirmed_at, ends_at, there_person, there_visit)
   values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $10, $11, $12, $13, $14)`,
);
const COLUMNS = `s.session, s.account, s.staff, s.browser, s.via, s.limited, s.used_at as "usedAt",
     s.opened_at as "openedAt", s.confirmed_at as "confirmedAt", a.unseen, a.ends_on as "endsOn", ${EXCEPTIONS}`;
const OWNER = `join account a on a.tenant = s.tenant and a.account = s.account and a.closed_at is null
     and (a.ends_on is null or a.ends_on >= ($3::timestamptz at time zone 'Europe/Stockholm')::date)`;
const FIND = statement(
  "session_find",
  `select ${COLUMNS} from session s ${OWNER}
   where s.tenant = $1 and s.token_hash = $2 and s.ends_at > $3 and s.used_at > $4`,
);
const FIND_SOME = statement(
  "session_find_some",
  `select s.token_hash as hash, ${COLUMNS} from session s ${OWNER}
   where s.tenant = $1 and s.token_hash = any($2) and s.ends_at > $3 and s.used_at > $4`,
);
const NOTE_USE = statement(
  "session_note_use",
  `update session set used_at = $3, last_address = coalesce($4, last_address)
   where tenant = $1 and token_hash = $2 and used_at < $3`,
);
/** One that somebody else is noting is left to them, or two could wait for each other. */
const NOTE_SOME = statement(
  "session_note_some",
  `update session s set used_at = $3
   from (select token_hash from session where tenant = $1 and token_hash = any($2) and used_at < $3
     for update skip locked) as free
   where s.tenant = $1 and s.token_hash = free.token_hash`,
);
const END = statement("session_end", "delete from session where tenant = $1 and token_hash = $2");
const END_OTHERS = statement(
  "session_end_others",
  "delete from session where tenant = $1 and account = $2 and token_hash <> $3",
);
const CONFIRM = statement(
  "session_confirm",
  `update session set confirmed_at = $3, limited = false where tenant = $1 and session = $2`,
);
const REMOVE_ENDED = statement(
  "session_remove_ended",
  "delete from session where tenant = $1 and (ends_at <= $2 or used_at <= $3)",
);

/** Opens a session for an account; `token` is 32 random bytes as text, of which only a hash is kept. */
export async function openSession(tx: Tx, session: NewSession, now: Instant): Promise<void> {
  const { token, account, staff, browser, address, via } = session;
  const limited = session.limited ?? false;
  const confirmed = session.confirmedAt ?? now;
  const who: unknown[] = [
    tx.tenant,
    hashOf(token),
    session.session,
    account,
    staff,
    browser,
    address,
    via,
  ];
  const { person = null, visit = null } = session.there ?? {};
  const times = [limited, now, confirmed, later(now, LONGEST_MS)];
  await tx.run(OPEN, [...who, ...times, person, visit]);
}

/** The live session of a token, whose last use is noted with its network; undefined when it is unknown or over. */
export async function findSession(
  tx: Tx,
  token: string,
  now: Instant,
  address?: string,
): Promise<FoundSession | undefined> {
  const found = await tx.rows<FoundSession & { usedAt: Instant }>(FIND, [
    tx.tenant,
    hashOf(token),
    now,
    later(now, -IDLE_MS),
  ]);
  const session = found[0];
  if (session !== undefined && session.usedAt <= later(now, -NOTED_EVERY_MS)) {
    await tx.run(NOTE_USE, [tx.tenant, hashOf(token), now, address ?? null]);
  }
  return session;
}

/** As {@link findSession} for several tokens at once, by token; those that are unknown or over are left out. */
export async function findSessions(
  tx: Tx,
  tokens: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, FoundSession>> {
  const byHash = new Map(tokens.map((token) => [hashOf(token).toString("hex"), token]));
  const found = await tx.rows<FoundSession & { hash: Buffer; usedAt: Instant }>(FIND_SOME, [
    tx.tenant,
    [...byHash.keys()].map((hex) => Buffer.from(hex, "hex")),
    now,
    later(now, -IDLE_MS),
  ]);
  const unnoted = found.filter(({ usedAt }) => usedAt <= later(now, -NOTED_EVERY_MS));
  if (unnoted.length > 0) {
    await tx.run(NOTE_SOME, [tx.tenant, unnoted.map((session) => session.hash), now]);
  }
  return new Map(found.map((session) => [byHash.get(session.hash.toString("hex")) ?? "", session]));
}

/** The person has shown who it is anew, and has what the board demands. */
export async function confirmSession(tx: Tx, session: Uuid, now: Instant): Promise<void> {
  await tx.run(CONFIRM, [tx.tenant, session, now]);
}

/** Ends a session for good. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.run(END, [tx.tenant, hashOf(token)]);
}

/** Ends every session of an account but the one of this token; gives how many. */
export async function endOtherSessions(tx: Tx, account: Uuid, token: string): Promise<number> {
  return tx.run(END_OTHERS, [tx.tenant, account, hashOf(token)]);
}

/** Removes the sessions of the board that are over. */
export async function removeEndedSessions(tx: Tx, now: Instant): Promise<void> {
  await tx.run(REMOVE_ENDED, [tx.tenant, now, later(now, -IDLE_MS)]);
}

function hashOf(token: string): Buffer {
  return hash("sha256", token, "buffer");
}

function later(instant: Instant, ms: number): Instant {
  return instantOfMillis(millisOf(instant) + ms);
}
