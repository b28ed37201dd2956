import { z } from "zod";
import { readProtocol } from "../../contract/retention/read-protocol.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { findRun } from "../../store/retention/runs.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { kindLabel, leftLabel, ruleLabel, runLabel } from "./retention-labels.ts";

/** A protocol as `writeProtocol` wrote it. */
const protocolShape = z.object({
  matters: z.array(
    z.object({
      number: z.string().nullable(),
      rule: z.string(),
      section: z.string(),
      state: z.enum(["done", "left"]),
      leftWhy: z.string().nullable(),
      counts: z.object({ events: z.number().default(0), files: z.number().default(0) }),
    }),
  ),
  rows: z.array(
    z.object({
      rule: z.string(),
      section: z.string(),
      counts: z.object({ rows: z.number().default(0) }),
      scope: z.object({ kind: z.string(), year: z.number() }),
    }),
  ),
  persons: z.object({ destroyed: z.number(), named: z.number() }),
  frozen: z.array(z.object({ release: z.string().nullable() })),
});

/** The protocol of a run, in words. */
export const readProtocolHandler = handle(readProtocol, (ctx, { params }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    await ctx.confirm(tx);
    logView(tx, accessEntry(ctx, readProtocol, { persons: [] }), ctx.now);
    const run = await findRun(tx, uuidOf(params.run));
    const { protocol, protocolHash, finishedOn, backupsGoneOn } = run ?? {};
    if (run === undefined || !protocol || !protocolHash || !finishedOn || !backupsGoneOn) {
      return fail(problem("retention.no-run", { status: 404 }));
    }
    const { matters, rows, persons, frozen } = protocolShape.parse(JSON.parse(protocol));
    const kept = frozen.filter(({ release }) => release !== null).length;
    return ok({
      board: ctx.organisation.board.name,
      run: runLabel(ctx, run),
      hash: protocolHash,
      finishedOn,
      backupsGoneOn,
      matters: matters.map(({ number, rule, section, state, leftWhy, counts }) => ({
        number,
        rule: ruleLabel(ctx, rule, section),
        state,
        left: leftWhy === null ? null : leftLabel(ctx, leftWhy),
        ...counts,
      })),
      rows: rows.map(({ rule, section, counts, scope }) => ({
        kind: kindLabel(ctx, scope.kind),
        year: scope.year,
        rows: counts.rows,
        rule: ruleLabel(ctx, rule, section),
      })),
      persons,
      frozen: { kept, tooFew: frozen.length - kept },
    });
  }),
);
