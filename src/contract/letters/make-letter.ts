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
  body: letterBody.extend({ copy: z.enum(["recipient", "internal"]).default("recipient") }),
  answer: z.object({ file: uuid, name: z.string(), sha256: z.string(), omitted: z.number().int() }),
  action: "print.make",
  purpose: "case-handling",
  problems: [
    ...letterRefusals,
    "print.reporter-named-in-text",
    "print.protected-detail-in-text",
    "print.render-failed",
    "print.render-timeout",
  ],
});
