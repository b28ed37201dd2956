import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** A check with its numbers, and its sign-off where there is one. */
export const reviewShape = z.object({
  review: uuid,
  from: plainDate,
  to: plainDate,
  seed: z.string().describe("what the sample was drawn by"),
  sampledOf: z.number().int().describe("rows without a hint that the sample was drawn from"),
  leftOut: z.number().int().describe("the reviewer's own rows, for somebody else to check"),
  madeBy: z.string(),
  rows: z.number().int(),
  expected: z.number().int(),
  asked: z.number().int(),
  unauthorised: z.number().int(),
  note: z.string().nullable(),
  signed: z.object({ by: z.string(), at: z.string() }).nullable(),
});

/** The checks of the access log, and when the next one is due. */
export const listReviews = route({
  id: "log-review.list-reviews",
  method: "GET",
  path: "/api/v1/log-review",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    law: text,
    months: z.number().int().describe("between checks, as the board has decided"),
    keepYears: z.number().int().describe("the log is kept, as the board has decided"),
    extractNames: z.boolean().describe("whether an extract names colleagues"),
    sample: z.number().int().describe("rows drawn at random for each check"),
    next: z.object({ from: plainDate, to: plainDate, by: plainDate, late: z.boolean() }),
    reviews: z.array(reviewShape),
  }),
  action: "log.review",
  purpose: "access-control",
  problems: ["log-review.not-administrator"],
});
