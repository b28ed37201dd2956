import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** A passkey that opens an account. */
export interface Passkey {
  readonly credential: string;
  readonly account: Uuid;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A passkey as its owner sees it. */
export interface ListedPasskey {
  readonly credential: string;
  readonly name: string;
  readonly madeAt: Instant;
  readonly usedAt: Instant | null;
  /** A copy of it was seen: it opens nothing any more. */
  readonly refused: boolean;
}

const COLUMNS = `credential, account, public_key as "publicKey", counter::float8 as counter, transports`;
const ADD = statement(
  "passkey_add",
  `insert into passkey (tenant, credential, account, public_key, counter, transports, name, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant, credential) do nothing`,
);
const FIND = statement(
  "passkey_find",
  `select ${COLUMNS} from passkey where tenant = $1 and credential = $2 and refused_at is null`,
);
const USABLE = statement(
  "passkey_usable",
  `select ${COLUMNS} from passkey where tenant = $1 and account = $2 and refused_at is null order by made_at`,
);
const LIST = statement(
  "passkey_list",
  `select credential, name, made_at as "madeAt", used_at as "usedAt", refused_at is not null as refused
   from passkey where tenant = $1 and account = $2 order by made_at`,
);
const USE = statement(
  "passkey_use",
  `update passkey set counter = $3, used_at = $4
   where tenant = $1 and credential = $2 and refused_at is null and (counter < $3 or ($3 = 0 and counter = 0))`,
);
const REFUSE = statement(
  "passkey_refuse",
  "update passkey set refused_at = $3 where tenant = $1 and credential = $2 and refused_at is null",
);
const REMOVE = statement(
  "passkey_remove",
  "delete from passkey where tenant = $1 and account = $2 and credential = $3",
);

/** Keeps a new passkey; false where the board knows it already. */
export async function addPasskey(
  tx: Tx,
  key: Passkey & { readonly name: string },
  now: Instant,
): Promise<boolean> {
  const { credential, account, publicKey, counter, transports, name } = key;
  const values = [tx.tenant, credential, account, publicKey, counter, transports, name, now];
  return (await tx.run(ADD, values)) > 0;
}

/** A passkey of the board that opens something. */
export async function findPasskey(tx: Tx, credential: string): Promise<Passkey | undefined> {
  return (await tx.rows<Passkey>(FIND, [tx.tenant, credential]))[0];
}

/** Those of an account that open it. */
export function usablePasskeys(tx: Tx, account: Uuid): Promise<readonly Passkey[]> {
  return tx.rows<Passkey>(USABLE, [tx.tenant, account]);
}

/** Those of an account, for its owner. */
export function listPasskeys(tx: Tx, account: Uuid): Promise<readonly ListedPasskey[]> {
  return tx.rows<ListedPasskey>(LIST, [tx.tenant, account]);
}

/** Notes that it was used. False when its counter does not go on: somebody has a copy, or two used it at once. */
export async function notePasskeyUse(
  tx: Tx,
  credential: string,
  counter: number,
  now: Instant,
): Promise<boolean> {
  return (await tx.run(USE, [tx.tenant, credential, counter, now])) > 0;
}

/** It opens nothing any more. */
export async function refusePasskey(tx: Tx, credential: string, now: Instant): Promise<boolean> {
  return (await tx.run(REFUSE, [tx.tenant, credential, now])) > 0;
}

export async function removePasskey(tx: Tx, account: Uuid, credential: string): Promise<boolean> {
  return (await tx.run(REMOVE, [tx.tenant, account, credential])) > 0;
}
