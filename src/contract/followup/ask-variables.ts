import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/**
 * Switches on the variables that nobody is asked for otherwise, for a project of follow-up; those left out are
 * switched off. What was answered before stays.
 */
export const askVariables = route({
  id: "followup.ask-variables",
  method: "POST",
  path: "/api/v1/followup/ask-variables",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, variables: z.array(z.string().max(20)).max(50) }),
  answer: z.object({ seq: z.number().int() }),
  action: "followup.read",
  purpose: "follow-up",
  problems: ["followup.unknown-variable"],
});
