import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { storyFilter } from "../views/chronology.ts";

/**
 * The child's story as a PDF for a named recipient, narrowed as on the page and masked: a party gets what happened
 * and when, without extracts. A working copy: it is made anew each time, and the access log knows for whom.
 */
export const printStory = route({
  id: "print.print-story",
  method: "GET",
  path: "/api/v1/akt/:akt/story-print",
  params: z.object({ akt: uuid }),
  query: z.object({
    /** A person id (party) or "internal". */
    recipient: z.union([z.literal("internal"), uuid]),
    ...storyFilter,
  }),
  body: empty,
  answer: z.unknown(),
  action: "print.make",
  purpose: "case-handling",
  problems: [
    "print.recipient-not-party",
    "print.story-too-long",
    "print.render-failed",
    "print.render-timeout",
    "akt.not-found",
    "akt.protected",
  ],
});
