import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

const page = z.number().int().positive().max(100_000);

/**
 * A copy of a document that came in, for a party or the unit, page by page: PDF/A of text and pictures, an
 * ordinary PDF of the pages of a PDF. What a party may not see is refused as a whole.
 */
export const makeReceivedCopy = route({
  id: "received.make-copy",
  method: "POST",
  path: "/api/v1/received/make-copy",
  params: empty,
  query: empty,
  body: z.object({
    akt: uuid,
    matter: uuid,
    received: uuid,
    /** A person id (party) or "internal". */
    recipient: z.union([z.literal("internal"), uuid]),
    fromPage: page.optional(),
    toPage: page.optional(),
  }),
  answer: z.object({ file: uuid, name: z.string(), sha256: z.string(), archive: z.boolean() }),
  action: "print.make",
  purpose: "case-handling",
  problems: [
    "akt.not-found",
    "akt.protected",
    "received.not-found",
    "received.no-such-page",
    "print.recipient-not-party",
    "print.reporter-named-in-text",
    "print.protected-detail-in-text",
    "enclosure.hidden",
    "enclosure.secret",
    "enclosure.unreadable",
    "print.render-failed",
    "print.render-timeout",
  ],
});
