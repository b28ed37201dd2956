import { z } from "zod";
import { roles } from "../../domain/command.ts";
import { route } from "../route.ts";
import { empty, instant, plainDate, uuid } from "../shapes.ts";

const act = {
  method: "POST",
  params: empty,
  query: empty,
  action: "account.manage",
  purpose: "administration",
} as const;

/** Gives somebody else a role beside the own one, or changes the days of one that was given. */
export const grantRole = route({
  ...act,
  id: "accounts.grant-role",
  path: "/api/v1/accounts/grant-role",
  body: z.object({
    commandId: uuid,
    grant: uuid,
    staff: uuid,
    role: z.enum(roles),
    from: plainDate,
    to: plainDate.optional(),
  }),
  answer: empty,
  problems: [
    "staff.not-found",
    "role.self",
    "role.apart",
    "role.twice",
    "role.no-days",
    "role.needs-end",
  ],
});

/** Takes a role back that was given beside the own one, from now on. */
export const endRole = route({
  ...act,
  id: "accounts.end-role",
  path: "/api/v1/accounts/end-role",
  body: z.object({ commandId: uuid, grant: uuid }),
  answer: empty,
  problems: ["role.not-found", "role.self"],
});

/** What the log says of the roles of somebody, newest first: what was given, changed and taken back, by whom. */
export const listRoleHistory = route({
  id: "accounts.list-role-history",
  method: "GET",
  path: "/api/v1/accounts/staff/:staff/roles",
  params: z.object({ staff: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    history: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        by: z.string(),
        did: z.enum(["added", "changed", "granted", "ended"]),
        role: z.string(),
        from: plainDate.nullable(),
        to: plainDate.nullable(),
        unit: z.string().nullable(),
        qualified: z.boolean().nullable().describe("null for a role beside the own one"),
      }),
    ),
  }),
  action: "account.manage",
  purpose: "administration",
  problems: ["staff.not-found"],
});
