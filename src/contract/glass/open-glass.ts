import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, uuid } from "../shapes.ts";

/**
 * Opens an akt for somebody who has no task in it, for a few hours and to read only, with a reason that is followed up
 * by somebody else. Never a child with a fictitious identity.
 */
export const openGlass = route({
  id: "glass.open-glass",
  method: "POST",
  path: "/api/v1/glass/open-glass",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    akt: uuid,
    opening: uuid,
    kind: z.string().max(80),
    reason: z.string().max(4000),
  }),
  answer: z.object({ until: instant }),
  action: "glass.open",
  purpose: "case-handling",
  problems: [
    "akt.not-found",
    "glass.reason-missing",
    "glass.kind-unknown",
    "glass.not-needed",
    "glass.not-this-way",
    "command.id-taken",
  ],
});
