import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** Makes (once) and finds the legal print of a signed basis, a decision or a document of a measure, for a named recipient. */
export const makePrint = route({
  id: "print.make-print",
  method: "POST",
  path: "/api/v1/print/make-print",
  params: empty,
  query: empty,
  body: z.object({
    akt: uuid,
    what: z.enum(["basis", "decision", "entry"]),
    item: uuid.optional().describe("document id of the basis or decision id"),
    entry: z
      .number()
      .int()
      .positive()
      .max(2_147_483_647)
      .optional()
      .describe("number of the line that holds a document of a measure"),
    version: z.number().int().positive().max(10_000).optional(),
    /** A person id (party), "provider" (whoever carries out the measure) or "internal". */
    recipient: z.union([z.literal("internal"), z.literal("provider"), uuid]),
  }),
  answer: z.object({ file: uuid, name: z.string(), sha256: z.string(), omitted: z.number().int() }),
  action: "print.make",
  purpose: "case-handling",
  problems: [
    "print.not-signed",
    "print.reporter-named-in-text",
    "print.recipient-not-party",
    "print.hidden-from-recipient",
    "print.protected-detail-in-text",
    "print.hidden-text-repeated",
    "print.render-failed",
    "print.render-timeout",
    "akt.not-found",
    "akt.protected",
  ],
});
