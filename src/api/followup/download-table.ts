import { downloadTable } from "../../contract/followup/download-table.ts";
import type { TableAnswer } from "../../contract/followup/make-table.ts";
import { makeFollowupFile, type MadeFile } from "../../exchange/followup/followup-file.ts";
import { tableAbout, tableFile } from "../../followup/engine/table-file.ts";
import { fill } from "../../followup/engine/words.ts";
import { findRelease } from "../../followup/release/release-table.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle, type Input, type Reply, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { fileReply } from "./begun-file.ts";
import { logQuestion } from "./scope.ts";

/** A table that has left the board holds no small number, and its file is the same each time. */
export const downloadTableHandler = handle(
  downloadTable,
  async (ctx, { query }): Promise<Reply<string>> => {
    await logQuestion(ctx, downloadTable);
    const { pools } = ctx.app.store;
    const release = uuidOf(query.release);
    const found = await inTenant(pools.app, ctx.tenant, (tx) => findRelease(tx, release));
    if (found === undefined) return fail(problem("followup.no-release"));
    return fileReply(fileOf(ctx, found.table, query));
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
