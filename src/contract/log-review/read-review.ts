import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, rowNumber, uuid, words } from "../shapes.ts";
import { reviewShape } from "./list-reviews.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** One check with all its rows. Never what was read. */
export const readReview = route({
  id: "log-review.read-review",
  method: "GET",
  path: "/api/v1/log-review/:review",
  params: z.object({ review: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    law: text,
    review: reviewShape,
    verdicts: z.array(words),
    rows: z.array(
      z.object({
        row: rowNumber,
        name: z.string(),
        unit: z.string().nullable(),
        day: plainDate,
        child: personLabel.nullable(),
        did: z.array(text),
        what: z.array(text),
        times: z.number().int(),
        first: z.string(),
        last: z.string(),
        hints: z.array(words),
        verdict: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
  action: "log.review",
  purpose: "access-control",
  problems: ["log-review.not-found", "log-review.not-administrator"],
});
