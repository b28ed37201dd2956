import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { letterBody, letterRefusals } from "./letter-body.ts";

/** Makes the letter as a file, for its recipient or as the unit's own copy with a list of what was left out. */
export const makeLetter = route({
  id: "letters.make-letter",
  method: "POST",
  path: "/api/v1/letters/make-letter",
  params: empty,
  query: empty,
  body: letterBody.extend({
    copy: z.enum(["recipient", "internal"]).default("recipient"),
    together: z
      .boolean()
      .default(true)
      .describe("enclosures in the file of the letter, as far as they can stand in it"),
  }),
  answer: z.object({
    file: uuid,
    name: z.string(),
    sha256: z.string(),
    omitted: z.number().int(),
    beside: z
      .array(z.object({ label: z.string(), file: uuid, name: z.string() }))
      .describe("enclosures with a file of their own"),
  }),
  action: "print.make",
  purpose: "case-handling",
  problems: [
    ...letterRefusals,
    "answer.to-fill-in",
    "print.reporter-named-in-text",
    "print.protected-detail-in-text",
    "print.hidden-text-repeated",
    "print.recipient-not-party",
    "print.not-signed",
    "enclosure.unreadable",
    "received.not-found",
    "print.render-failed",
    "print.render-timeout",
  ],
});
