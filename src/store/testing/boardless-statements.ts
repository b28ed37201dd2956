/**
 * The statements that give rows whatever board is set, by a part of their text, each with its reason. Keep it short:
 * an entry here is a statement that row-level security does not guard.
 */
export const BOARDLESS_STATEMENTS: Readonly<Record<string, string>> = {
  "select tenant, name, synthetic from board order by tenant":
    "Which boards there are: asked before anybody has signed in, and by what runs for each of them in turn.",
  [`select local_accounts as "localAccounts", factor_roles as "factorRoles" from board where tenant = $1`]:
    "How a board signs in: asked by its number, and of the directory of boards alone.",
  "left join stream_state s on s.tenant = b.tenant and s.stream = b.stream":
    "The name of a board by its number, from the directory; its organisation, joined to it, stays away.",
};
