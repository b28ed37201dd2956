import account from "../../spec/access/account.json" with { type: "json" };
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** How a board signs in. */
export interface BoardSignIn {
  /** Passwords and passkeys sign in; else only the identity provider does. */
  readonly localAccounts: boolean;
  /** An identity provider is set, which signs in too. */
  readonly provider: boolean;
  /** The roles that must have a second factor. */
  readonly factorRoles: readonly string[];
}

/** The roles that run accounts and the machine: of a board of real persons they have a second factor, whatever it says. */
export const alwaysFactorRoles: readonly string[] = account.alwaysFactorRoles;

const READ = statement(
  "board_sign_in",
  `select b.local_accounts as "localAccounts", b.factor_roles as "factorRoles", p.tenant is not null as provider
   from board b left join identity_provider p on p.tenant = b.tenant where b.tenant = $1`,
);
const SET = statement(
  "board_set_sign_in",
  "update board set local_accounts = $2, factor_roles = $3 where tenant = $1",
);

/** How the board signs in. Throws for a board that is not there. */
export async function readBoardSignIn(tx: Tx): Promise<BoardSignIn> {
  const [row] = await tx.rows<BoardSignIn>(READ, [tx.tenant]);
  if (row === undefined) throw new Error(`There is no board ${tx.tenant}`);
  return row;
}

/** Changes how the board signs in, from the next sign-in on. */
export async function setBoardSignIn(tx: Tx, wanted: Omit<BoardSignIn, "provider">): Promise<void> {
  await tx.run(SET, [tx.tenant, wanted.localAccounts, wanted.factorRoles]);
}
