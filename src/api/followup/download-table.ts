import { downloadTable } from "../../contract/followup/download-table.ts";
import { tableQuery, type TableAnswer } from "../../contract/followup/make-table.ts";
import { makeFollowupFile, type MadeFile } from "../../exchange/followup/followup-file.ts";
import { makeTable } from "../../followup/engine/make-table.ts";
import { tableAbout, tableFile } from "../../followup/engine/table-file.ts";
import { fill } from "../../followup/engine/words.ts";
import { handle, type Input, type Reply, type RequestContext } from "../http/handler.ts";
import { requestProblem, shapeProblems } from "../http/request-problems.ts";
import { fileReply } from "./begun-file.ts";
import { logQuestion, scopeOf } from "./scope.ts";

/** The same table as on the page, as a file of any kind. */
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
    return fileReply(fileOf(ctx, table.value, query));
  },
);

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
