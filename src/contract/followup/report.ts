import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { followupPeriod } from "./indicators.ts";

const text = z.object({ sv: z.string(), en: z.string() });
const told = z.number().int().nullable().describe("null: too small to be told");

/** One line of a table of a report. */
export const reportRow = z.object({
  id: z.string(),
  label: text,
  role: z.enum(["yes", "no", "missing", "apart"]),
  n: told,
  percent: z.number().int().nullable(),
});

/** An indicator or a distribution as it may leave the office. */
export const reportItem = z.object({
  id: z.string(),
  kind: z.enum(["bars", "steps", "table"]),
  title: text,
  sentence: text,
  counted: text,
  n: told.describe("what the shares are of"),
  missing: told,
  rows: z.array(reportRow),
  several: z.boolean().describe("a child may be in several rows"),
  definition: text,
  law: z.object({ name: text, section: z.string() }).nullable(),
});

/** A ready report: what leaves the office, with small numbers left out. */
export const reportAnswer = z.object({
  id: z.string(),
  title: text,
  purpose: text,
  spoken: z.boolean().describe("to be read aloud: sentences only"),
  period: text,
  unit: z.string().nullable(),
  least: z.number().int().describe("smaller counts are not told"),
  sections: z.array(z.object({ title: text, text: text.nullable(), items: z.array(reportItem) })),
  closing: text.nullable(),
  words: z.number().int().describe("to read aloud, in Swedish"),
  specDigest: z.string(),
  cutOff: z.string().describe("the day the numbers are of"),
  checksum: z.string().describe("the same content has the same"),
});

const params = z.object({ name: z.string().max(40) });
const problems = ["followup.period", "followup.unknown-report"];

/** The ready reports, by name. */
export const listReports = route({
  id: "followup.list-reports",
  method: "GET",
  path: "/api/v1/followup/reports",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    reports: z.array(z.object({ id: z.string(), title: text, purpose: text })),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  action: "followup.read",
  purpose: "follow-up",
  problems: [],
});

/** A ready report over a period, perhaps of one unit. */
export const readReport = route({
  id: "followup.read-report",
  method: "GET",
  path: "/api/v1/followup/report/:name",
  params,
  query: followupPeriod,
  body: empty,
  answer: reportAnswer,
  action: "followup.read",
  purpose: "follow-up",
  problems,
});

/** The same report as a PDF, which leaves the office: what it tells is kept. The same content gives the same bytes. */
export const printReport = route({
  id: "followup.print-report",
  method: "GET",
  path: "/api/v1/followup/report/:name/report.pdf",
  params,
  query: followupPeriod,
  body: empty,
  answer: z.unknown(),
  action: "followup.release",
  purpose: "follow-up",
  problems: [...problems, "print.render-failed", "print.render-timeout"],
});
