import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** Over what an indicator is counted: a period of the row's own day, and one unit. */
export const followupPeriod = z.object({
  from: plainDate.optional(),
  to: plainDate.optional(),
  unit: uuid.optional(),
});

/** One bar: how many, and whether it is what was asked for, its opposite, no answer, or beside the count. */
export const indicatorBar = z.object({
  id: z.string(),
  label: text,
  role: z.enum(["yes", "no", "missing", "apart"]),
  n: z.number().int(),
});

/** An indicator with its answer: a question, a sentence, bars, and how it was counted. */
export const indicatorAnswer = z.object({
  id: z.string(),
  kind: z.enum(["bars", "steps"]).describe("steps: each bar is counted by itself"),
  title: text,
  question: text,
  sentence: text.describe("the result in plain words"),
  counted: text.describe("what is counted, in the plural"),
  yes: z.number().int(),
  n: z.number().int().describe("yes and no; what is missing and what stands beside are not in it"),
  missing: z.number().int(),
  apart: z.number().int(),
  percent: z.number().int().nullable().describe("null while the numbers are too small for a share"),
  bars: z.array(indicatorBar),
  measured: z
    .object({
      unit: text,
      n: z.number().int(),
      median: z.number(),
      low: z.number().describe("a quarter is at most this"),
      high: z.number().describe("three quarters are at most this"),
      least: z.number(),
      most: z.number(),
      mean: z.number(),
    })
    .nullable(),
  parts: z
    .array(
      z.object({
        code: z.string(),
        label: text,
        missing: z.boolean(),
        yes: z.number().int(),
        n: z.number().int(),
        noAnswer: z.number().int(),
        percent: z.number().int().nullable(),
        interval: z
          .array(z.number())
          .length(2)
          .nullable()
          .describe("95 per cent, as shares of 100"),
      }),
    )
    .describe("by the parts it was divided in; empty where it was not"),
  law: z.object({ name: text, section: z.string() }).nullable(),
  how: z.object({
    definition: text,
    source: text,
    variables: z.array(z.object({ id: z.string(), label: text })),
    population: text,
    version: z.string().describe("of the definition"),
    specDigest: z.string(),
    cutOff: z.string(),
    query: z
      .object({ indicator: z.string(), by: z.string().optional() })
      .extend(followupPeriod.shape),
    example: z.object({ rows: z.string(), yes: z.number(), n: z.number(), missing: z.number() }),
  }),
});

const refused = ["followup.period", "followup.unknown-variable"] as const;

/** The first page of follow-up: what managers ask first, answered. */
export const readOverview = route({
  id: "followup.read-overview",
  method: "GET",
  path: "/api/v1/followup/overview",
  params: empty,
  query: followupPeriod,
  body: empty,
  answer: z.object({
    units: z.array(z.object({ id: uuid, name: z.string() })),
    small: z.number().int().describe("counts under this are small"),
    sections: z.array(
      z.object({
        id: z.string(),
        title: text,
        lead: text,
        picture: z.enum(["ladder", "shares", "waterfall"]),
        indicators: z.array(indicatorAnswer),
      }),
    ),
  }),
  action: "followup.read",
  purpose: "follow-up",
  problems: [...refused],
});

/** One indicator, perhaps divided by something known of the child, by unit, quarter or year. */
export const readIndicator = route({
  id: "followup.read-indicator",
  method: "GET",
  path: "/api/v1/followup/indicator/:id",
  params: z.object({ id: z.string().max(60) }),
  query: followupPeriod.extend({ by: z.string().max(20).optional() }),
  body: empty,
  answer: indicatorAnswer,
  action: "followup.read",
  purpose: "follow-up",
  problems: [...refused, "followup.unknown-indicator"],
});
