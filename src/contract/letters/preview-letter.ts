import { z } from "zod";
import { route } from "../route.ts";
import { empty, problemShape } from "../shapes.ts";
import { letterBody, letterRefusals } from "./letter-body.ts";

/** A letter as its recipient will read it, before a file is made of it. */
export const previewLetter = route({
  id: "letters.preview-letter",
  method: "POST",
  path: "/api/v1/letters/preview-letter",
  params: empty,
  query: empty,
  body: letterBody,
  answer: z.object({
    title: z.string(),
    subtitle: z.string(),
    masthead: z.array(z.object({ label: z.string(), lines: z.array(z.string()) })),
    blocks: z.array(
      z.object({
        heading: z.string(),
        paragraphs: z.array(z.string()),
        pictures: z.array(z.string().nullable()).describe("a drawing beside each paragraph"),
        space: z.enum(["lines", "frame"]).nullable(),
      }),
    ),
    pieces: z
      .array(
        z.object({
          prompt: z.string(),
          of: z.string().describe("the goal, measure, decision, person it is about"),
          record: z.string().describe("what the record says of it"),
        }),
      )
      .describe("what the child's own version can tell of"),
    omitted: z.number().int().describe("how many blocks the recipient does not get"),
    lacking: z.array(z.string()).describe("fields that are not filled in yet"),
    problems: z.array(problemShape),
  }),
  action: "print.make",
  purpose: "case-handling",
  problems: letterRefusals,
});
