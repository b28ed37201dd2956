import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

const done = z.object({ review: uuid });
const common = { action: "log.review", purpose: "access-control" } as const;

/** Begins a check of a period: all rows with a hint, and a random sample of the others. */
export const startReview = route({
  id: "log-review.start-review",
  method: "POST",
  path: "/api/v1/log-review/start-review",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, review: uuid, from: plainDate, to: plainDate }),
  answer: done,
  ...common,
  problems: [
    "log-review.not-administrator",
    "log-review.no-period",
    "log-review.open-already",
    "log-review.too-many",
  ],
});

/** Judges one row of a check. */
export const judgeRow = route({
  id: "log-review.judge-row",
  method: "POST",
  path: "/api/v1/log-review/judge-row",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    review: uuid,
    row: z.number().int().positive(),
    verdict: z.enum(["expected", "asked", "unauthorised"]),
    note: z.string().max(2000),
  }),
  answer: done,
  ...common,
  problems: [
    "log-review.not-administrator",
    "log-review.not-found",
    "log-review.own",
    "log-review.signed",
    "log-review.note-missing",
  ],
});

/** Signs a check off, when every row is judged. */
export const signReview = route({
  id: "log-review.sign-review",
  method: "POST",
  path: "/api/v1/log-review/sign-review",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, review: uuid, note: z.string().max(4000) }),
  answer: done,
  ...common,
  problems: [
    "log-review.not-administrator",
    "log-review.not-found",
    "log-review.signed",
    "log-review.unjudged",
    "log-review.note-missing",
  ],
});

/**
 * Checks the log oftener, or keeps it longer. Never the other way: whoever checks does not make the check of
 * themselves rarer or shorter; that the board decides, and whoever runs the system enters it (`log-setting`).
 */
export const tightenLog = route({
  id: "log-review.tighten-log",
  method: "POST",
  path: "/api/v1/log-review/tighten-log",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    reviewMonths: z.number().int().min(1).max(12),
    keepYears: z.number().int().min(5).max(100),
  }),
  answer: empty,
  ...common,
  problems: ["log-review.not-administrator", "log-review.looser"],
});
