import { z } from "zod";
import { roles } from "../../domain/command.ts";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

const staffBody = z.object({
  commandId: uuid,
  staff: uuid,
  name: z
    .string()
    .trim()
    .regex(/^\P{C}+$/u)
    .max(200),
  role: z.enum(roles),
  unit: uuid.optional(),
  qualified: z.boolean(),
  /** First and last day of the role. */
  from: plainDate.optional(),
  to: plainDate.optional(),
});
const answer = empty;

/** Registers somebody new of the staff, without an account. */
export const addStaff = route({
  id: "accounts.add-staff",
  method: "POST",
  path: "/api/v1/accounts/add-staff",
  params: empty,
  query: empty,
  body: staffBody,
  answer,
  action: "account.manage",
  purpose: "administration",
  problems: ["staff.known", "unit.not-found", "role.no-days", "role.needs-end"],
});

/** Changes name, role, unit or qualification of somebody else. */
export const changeStaff = route({
  id: "accounts.change-staff",
  method: "POST",
  path: "/api/v1/accounts/change-staff",
  params: empty,
  query: empty,
  body: staffBody,
  answer,
  action: "account.manage",
  purpose: "administration",
  problems: [
    "staff.not-found",
    "role.self",
    "role.apart",
    "role.no-days",
    "role.needs-end",
    "unit.not-found",
  ],
});
