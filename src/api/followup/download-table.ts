import { downloadTable } from "../../contract/followup/download-table.ts";
import { tableQuery, type TableAnswer } from "../../contract/followup/make-table.ts";
import { makeFollowupFile, type MadeFile } from "../../exchange/followup/followup-file.ts";
import { makeTable } from "../../followup/engine/make-table.ts";
import { tableAbout, tableFile } from "../../followup/engine/table-file.ts";
import { fill } from "../../followup/engine/words.ts";
import { findRelease } from "../../followup/release/release-table.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle, type Input, type Reply, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { requestProblem, shapeProblems } from "../http/request-problems.ts";
import { fileReply } from "./begun-file.ts";
import { logQuestion, scopeOf } from "./scope.ts";

/** The same table as on the page, as a file of any kind. */
export const downloadTableHandler = handle(
  downloadTable,
  async (ctx, { query }): Promise<Reply<string>> => {
    await logQuestion(ctx, downloadTable);
    const { release } = query;
    const table =
      release === undefined ? await asked(ctx, query.query) : await released(ctx, uuidOf(release));
    if (!table.ok) return table;
    return fileReply(fileOf(ctx, table.value, query));
  },
);

type Found = Result<TableAnswer, readonly Problem[]>;

async function asked(ctx: RequestContext, text: string): Promise<Found> {
  const json = parseJson(text);
  if (json === undefined) return fail(requestProblem.malformed());
  const query = tableQuery.safeParse(json);
  if (!query.success) return fail(shapeProblems("query", query.error));
  return makeTable(ctx.app.followup, scopeOf(ctx), query.data);
}

/** What has left the board holds no small number, and its file is the same each time. */
async function released({ app, tenant }: RequestContext, release: Uuid): Promise<Found> {
  const found = await inTenant(app.store.pools.app, tenant, (tx) => findRelease(tx, release));
  return found === undefined ? fail(problem("followup.no-release")) : ok(found.table);
}

function fileOf(
  { app, today }: RequestContext,
  table: TableAnswer,
  { kind, lang, dialect, part }: Input<typeof downloadTable>["query"],
): MadeFile {
  const { texts } = app.followup;
  const data = tableFile(table, texts, lang);
  const about = tableAbout(table, texts, lang);
  const aboutName = fill(texts, "file.about")[lang];
  const name = `${fill(texts, "file.table", { id: table.query.rows })[lang]}-${today}`;
  const alone = kind !== "xlsx";
  return makeFollowupFile(kind, dialect, {
    name: alone && part === "about" ? `${name}-${aboutName}` : name,
    table: alone && part === "about" ? about : data,
    heads: "label",
    beside: alone ? [] : [{ name: aboutName, table: about }],
    title: table.question[lang],
    cutOff: table.definition.cutOff,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
