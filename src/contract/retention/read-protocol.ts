import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid, words } from "../shapes.ts";
import { retentionRun } from "./read-retention.ts";

const rule = z.object({ id: z.string(), section: z.string(), name: words });

/** The protocol of a run that is done: what went by which rule, in numbers of matters and counts. */
export const readProtocol = route({
  id: "retention.read-protocol",
  method: "GET",
  path: "/api/v1/retention/runs/:run",
  params: z.object({ run: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    board: z.string(),
    run: retentionRun,
    hash: z.string().describe("SHA-256 of the protocol in canonical form"),
    finishedOn: plainDate,
    backupsGoneOn: plainDate,
    matters: z.array(
      z.object({
        number: z.string().nullable(),
        rule,
        state: z.enum(["done", "left"]),
        left: words.nullable().describe("why it was left"),
        events: z.number().int(),
        files: z.number().int(),
      }),
    ),
    rows: z.array(z.object({ kind: words, year: z.number().int(), rows: z.number().int(), rule })),
    persons: z.object({ destroyed: z.number().int(), named: z.number().int() }),
    frozen: z.object({ kept: z.number().int(), tooFew: z.number().int() }),
  }),
  action: "retention.manage",
  purpose: "administration",
  problems: ["retention.no-run"],
});
