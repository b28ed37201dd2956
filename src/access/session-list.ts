import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import { IDLE_MS, type SignedInBy } from "./sessions.ts";

/** One of the sign-ins of an account, as its owner sees it. */
export interface ListedSession {
  readonly session: Uuid;
  readonly browser: string;
  readonly address: string;
  readonly lastAddress: string;
  readonly via: SignedInBy;
  readonly openedAt: Instant;
  readonly usedAt: Instant;
}

const LIST = statement(
  "session_list",
  `select session, browser, address, last_address as "lastAddress", via, opened_at as "openedAt",
     used_at as "usedAt"
   from session where tenant = $1 and account = $2 and ends_at > $3 and used_at > $4
   order by used_at desc, session`,
);
const END_ONE = statement(
  "session_end_one",
  "delete from session where tenant = $1 and account = $2 and session = $3",
);
const END_ALL = statement(
  "session_end_all",
  "delete from session where tenant = $1 and account = $2",
);

/** The live sign-ins of an account, the last used first. */
export function listSessions(
  tx: Tx,
  account: Uuid,
  now: Instant,
): Promise<readonly ListedSession[]> {
  const idle = instantOfMillis(millisOf(now) - IDLE_MS);
  return tx.rows<ListedSession>(LIST, [tx.tenant, account, now, idle]);
}

/** Ends one sign-in of an account; false when it has none of that id. */
export async function endOneSession(tx: Tx, account: Uuid, session: Uuid): Promise<boolean> {
  return (await tx.run(END_ONE, [tx.tenant, account, session])) > 0;
}

/** Ends every sign-in of an account; gives how many. */
export function endAllSessions(tx: Tx, account: Uuid): Promise<number> {
  return tx.run(END_ALL, [tx.tenant, account]);
}
