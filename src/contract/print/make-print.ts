import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** Makes (once) and finds the legal print of a signed basis or a decision, for a named recipient. */
export const makePrint = route({
  id: "print.make-print",
  method: "POST",
  path: "/api/v1/print/make-print",
  params: empty,
  query: empty,
  body: z.object({
    akt: uuid,
    what: z.enum(["basis", "decision"]),
    item: uuid.describe("document id of the basis or decision id"),
    version: z.number().int().positive().max(10_000).optional(),
    /** A person id (party) or "internal". */
    recipient: z.union([z.literal("internal"), uuid]),
  }),
  answer: z.object({ file: uuid, name: z.string(), sha256: z.string(), omitted: z.number().int() }),
  action: "print.make",
  purpose: "case-handling",
  problems: [
    "print.not-signed",
    "print.reporter-named-in-text",
    "print.recipient-not-party",
    "print.protected-detail-in-text",
    "print.hidden-text-repeated",
    "print.render-failed",
    "print.render-timeout",
    "akt.not-found",
    "akt.protected",
  ],
});
