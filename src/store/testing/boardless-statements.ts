/**
 * The statements that give rows whatever board is set, by a part of their text, each with its reason. Keep it short:
 * an entry here is a statement that row-level security does not guard.
 */
export const BOARDLESS_STATEMENTS: Readonly<Record<string, string>> = {
  "select tenant, name, synthetic from board order by tenant":
    "Which boards there are: asked before anybody has signed in, and by what runs for each of them in turn.",
  "from board b left join identity_provider p on p.tenant = b.tenant where b.tenant = $1":
    "How a board signs in: asked by its number, of the directory of boards; its provider, joined to it, stays away.",
  "left join stream_state s on s.tenant = b.tenant and s.stream = b.stream":
    "The name of a board by its number, from the directory; its organisation, joined to it, stays away.",
};
