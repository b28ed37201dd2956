import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

const body = z.object({
  commandId: uuid,
  unit: uuid,
  name: z
    .string()
    .trim()
    .min(1)
    .regex(/^\P{C}+$/u)
    .max(200),
});
const act = {
  method: "POST",
  params: empty,
  query: empty,
  body,
  answer: empty,
  action: "account.manage",
  purpose: "administration",
} as const;

/** A new unit of the board. */
export const makeUnit = route({
  ...act,
  id: "accounts.make-unit",
  path: "/api/v1/accounts/make-unit",
  problems: ["unit.known", "unit.name-missing"],
});

/** Another name for a unit. What was signed under the old one says the old one. */
export const renameUnit = route({
  ...act,
  id: "accounts.rename-unit",
  path: "/api/v1/accounts/rename-unit",
  problems: ["unit.not-found", "unit.name-missing"],
});
