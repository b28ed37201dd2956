import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, plainDate, uuid, words } from "../shapes.ts";

const named = z.object({ id: uuid, name: z.string() });
const number = z.string().nullable().describe("of the matter; null for one without");
const rule = z.object({ id: z.string(), section: z.string(), name: words });

/** A matter of a list: its number and rule, and nothing of what it is about. */
const listedMatter = z.object({
  matter: uuid,
  number,
  rule,
  earliest: plainDate.nullable(),
  latest: plainDate.nullable().describe("when it must be done; null where the law says none"),
});

export const retentionRun = z.object({
  run: uuid,
  state: z.enum(["proposed", "approved", "withdrawn", "done"]),
  asOf: plainDate,
  listHash: z.string().describe("SHA-256 of the frozen list: who approves sends it back"),
  proposedBy: named,
  proposedAt: instant,
  approvedBy: named.nullable(),
  finishedOn: plainDate.nullable(),
  backupsGoneOn: plainDate.nullable(),
});

/** How long what the board has is kept, what is due today, and the runs. Numbers of matters, no names of children. */
export const readRetention = route({
  id: "retention.read-retention",
  method: "GET",
  path: "/api/v1/retention",
  params: empty,
  query: z.object({
    from: plainDate.optional().describe("the list goes on after this earliest day"),
    after: uuid.optional().describe("and this matter, as `next` said"),
    item: z.coerce
      .number()
      .int()
      .min(0)
      .max(1_000_000)
      .default(0)
      .describe("the run's list goes on after it"),
  }),
  body: empty,
  answer: z.object({
    today: plainDate,
    complete: z
      .boolean()
      .describe("all akter have been looked through; else the list is still being made"),
    municipality: z.string().nullable(),
    corrections: z
      .array(z.object({ from: z.string(), to: z.string(), by: named, at: instant }))
      .describe("of the municipality's code, the latest first"),
    setBack: z.boolean().describe("the clock stands before what has happened already"),
    due: z.array(listedMatter).describe("a page of them, the first day first"),
    next: z
      .object({ from: plainDate, after: uuid })
      .nullable()
      .describe("what to ask for to see the next page"),
    dueCount: z.number().int(),
    held: z.array(listedMatter).describe("due, and held back; the first 500"),
    rows: z
      .array(z.object({ kind: words, year: z.number().int(), rows: z.number().int(), rule }))
      .describe("rows of follow-up whose own time is over"),
    groups: z
      .array(
        z.object({
          rule,
          decision: z.enum(["keep", "destroy"]),
          standing: z.enum(["due", "later", "open", "unknown", "kept"]),
          matters: z.number().int(),
        }),
      )
      .describe("all matters, by the rule that decides and how they stand"),
    holds: z.array(
      z.object({
        hold: uuid,
        numbers: z.array(z.string()),
        reason: z.string(),
        setBy: named,
        setAt: instant,
      }),
    ),
    run: retentionRun.nullable().describe("proposed or carried out now"),
    items: z
      .array(
        z.object({
          item: z.number().int(),
          number,
          rule,
          state: z.enum(["waiting", "done", "left"]),
        }),
      )
      .describe("the matters of that run, a page of them"),
    itemCount: z.number().int().describe("how many matters that run has"),
    itemRows: z.number().int().describe("and how many rows of follow-up"),
    nextItem: z.number().int().nullable().describe("what to ask for to see the next page"),
    mayApprove: z.boolean().describe("somebody else proposed it"),
    past: z.array(retentionRun),
  }),
  action: "retention.manage",
  purpose: "administration",
  problems: [],
});
