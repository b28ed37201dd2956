import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

const reason = z.string().trim().min(1).max(1000);
const answer = z.object({ hold: uuid });

/** Legal hold: nothing of the akt that a matter belongs to is destroyed until it is lifted. */
export const setHold = route({
  id: "retention.set-hold",
  method: "POST",
  path: "/api/v1/retention/set-hold",
  params: empty,
  query: empty,
  body: z.object({ hold: uuid, number: z.string().trim().max(20), reason }),
  answer,
  action: "retention.manage",
  purpose: "administration",
  problems: ["retention.no-matter", "retention.held-already", "command.id-taken"],
});

/** Lifts a legal hold. */
export const liftHold = route({
  id: "retention.lift-hold",
  method: "POST",
  path: "/api/v1/retention/lift-hold",
  params: empty,
  query: empty,
  body: z.object({ hold: uuid, reason }),
  answer,
  action: "retention.manage",
  purpose: "administration",
  problems: ["retention.no-hold"],
});
