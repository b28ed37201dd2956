import { downloadTable, tableQuery } from "../../contract/followup/make-table.ts";
import { makeTable } from "../../followup/engine/make-table.ts";
import { tableCsv } from "../../followup/engine/table-csv.ts";
import { handle, type Reply } from "../http/handler.ts";
import { requestProblem, shapeProblems } from "../http/request-problems.ts";
import { logQuestion, scopeOf } from "./scope.ts";

/** The same table as on the page, as a file. */
export const downloadTableHandler = handle(
  downloadTable,
  async (ctx, { query }): Promise<Reply<string>> => {
    const json = parseJson(query.query);
    if (json === undefined) return { ok: false, problems: [requestProblem.malformed()] };
    const asked = tableQuery.safeParse(json);
    if (!asked.success) return { ok: false, problems: shapeProblems("query", asked.error) };
    await logQuestion(ctx, downloadTable);
    const table = await makeTable(ctx.app.followup, scopeOf(ctx), asked.data);
    if (!table.ok) return table;
    const text = tableCsv(table.value, ctx.app.followup.texts, query.lang);
    const name = `${asked.data.rows}-${ctx.today}.csv`;
    const bytes = Buffer.from(text, "utf8");
    return { ok: true, file: { bytes, mediaType: "text/csv; charset=utf-8", name, inline: false } };
  },
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
