import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** Follows up an opening: whether it was justified, with a note. Never one's own. */
export const reviewGlass = route({
  id: "glass.review-glass",
  method: "POST",
  path: "/api/v1/glass/review-glass",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    akt: uuid,
    opening: uuid,
    outcome: z.string().max(80),
    note: z.string().max(4000),
  }),
  answer: z.object({ done: z.literal(true) }),
  action: "glass.review",
  purpose: "access-control",
  problems: [
    "akt.not-found",
    "glass.unknown",
    "glass.own",
    "glass.reviewed",
    "glass.outcome-unknown",
    "glass.note-missing",
    "access.not-yours",
  ],
});
