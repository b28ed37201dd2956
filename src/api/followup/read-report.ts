import { listReports, printReport, readReport } from "../../contract/followup/report.ts";
import type { IndicatorQuery } from "../../followup/indicators/measure-indicator.ts";
import { makeReport, type ReportAnswer } from "../../followup/indicators/make-report.ts";
import type { LeavingBy } from "../../followup/indicators/leaving-items.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Result } from "../../kernel/result.ts";
import { buildReport, reportFileName } from "../../print/report/build-report.ts";
import { handle, type Reply, type RequestContext } from "../http/handler.ts";
import { scopeOfUnit, unitsOf } from "./read-overview.ts";
import { logQuestion } from "./scope.ts";

export const listReportsHandler = handle(listReports, async (ctx) => {
  const reports = [...ctx.app.indicators.spec.reports.values()];
  await logQuestion(ctx, listReports);
  return {
    ok: true,
    value: {
      reports: reports.map(({ id, title, purpose }) => ({ id, title, purpose })),
      units: unitsOf(ctx),
    },
  };
});

export const readReportHandler = handle(readReport, async (ctx, { params, query }) => {
  await logQuestion(ctx, readReport);
  return reportOf(ctx, params.name, query);
});

/** On paper a report leaves the office: what it tells is kept, as of every table that does. */
export const printReportHandler = handle(
  printReport,
  async (ctx, { params, query }): Promise<Reply<unknown>> => {
    await logQuestion(ctx, printReport);
    const { ids } = ctx.app.store;
    const leaving = { by: ctx.staff.staff, next: () => ids.next() };
    const report = await reportOf(ctx, params.name, query, leaving);
    if (!report.ok) return report;
    const { name, synthetic } = ctx.organisation.board;
    const model = buildReport({ report: report.value, board: { name, synthetic } });
    const pdf = await ctx.app.renderer.render(model);
    if (!pdf.ok) return pdf;
    const file = reportFileName(report.value);
    return {
      ok: true,
      file: { bytes: pdf.value, mediaType: "application/pdf", name: file, inline: false },
    };
  },
);

function reportOf(
  ctx: RequestContext,
  name: string,
  query: IndicatorQuery & { readonly unit?: string | undefined },
  leaving?: LeavingBy,
): Promise<Result<ReportAnswer, Problem[]>> {
  const unitName = unitsOf(ctx).find(({ id }) => id === query.unit)?.name;
  const { indicators, store } = ctx.app;
  const deps = { ...indicators, app: store.pools.app };
  return makeReport(deps, scopeOfUnit(ctx, query.unit), name, query, { unitName, leaving });
}
