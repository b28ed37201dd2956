import { z } from "zod";
import { roles } from "../../domain/command.ts";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** How the board signs in: whether passwords and passkeys do, and which roles must have a second factor. */
export const setSignIn = route({
  id: "accounts.set-sign-in",
  method: "POST",
  path: "/api/v1/accounts/set-sign-in",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    localAccounts: z.boolean(),
    factorRoles: z.array(z.enum(roles)).max(roles.length),
  }),
  answer: empty,
  action: "account.manage",
  purpose: "administration",
  problems: ["sign-in.no-provider", "sign-in.locks-out", "sign-in.administration"],
});
