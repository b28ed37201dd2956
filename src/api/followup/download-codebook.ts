import { downloadCodebook } from "../../contract/followup/download-codebook.ts";
import { codebookCsv } from "../../followup/engine/codebook-csv.ts";
import { readCatalogue } from "../../followup/engine/read-catalogue.ts";
import { handle, type Reply } from "../http/handler.ts";
import { logQuestion, scopeOf } from "./scope.ts";

/** What the variables mean, as a file to keep beside tables and extracts. */
export const downloadCodebookHandler = handle(
  downloadCodebook,
  async (ctx, { query }): Promise<Reply<string>> => {
    await logQuestion(ctx, downloadCodebook);
    const { followup } = ctx.app;
    const catalogue = await readCatalogue(followup, scopeOf(ctx));
    const bytes = Buffer.from(codebookCsv(catalogue, followup.texts, query.lang), "utf8");
    const name = `codebook-${ctx.today}.csv`;
    return { ok: true, file: { bytes, mediaType: "text/csv; charset=utf-8", name, inline: false } };
  },
);
