import { downloadCodebook } from "../../contract/followup/download-codebook.ts";
import { makeFollowupFile } from "../../exchange/followup/followup-file.ts";
import { codebookTable } from "../../followup/engine/codebook-table.ts";
import { readCatalogue } from "../../followup/engine/read-catalogue.ts";
import { fill } from "../../followup/engine/words.ts";
import { handle, type Reply } from "../http/handler.ts";
import { fileReply } from "./begun-file.ts";
import { logQuestion, scopeOf } from "./scope.ts";

/** What the variables mean, as a file to keep beside tables and extracts. */
export const downloadCodebookHandler = handle(
  downloadCodebook,
  async (ctx, { query }): Promise<Reply<string>> => {
    await logQuestion(ctx, downloadCodebook);
    const { kind, lang, dialect } = query;
    const { followup } = ctx.app;
    const { texts } = followup;
    const { pack } = followup.packs.current(ctx.tenant);
    const catalogue = await readCatalogue(followup, scopeOf(ctx));
    const file = makeFollowupFile(kind, dialect, {
      name: `${fill(texts, "codebook.file")[lang]}-${ctx.today}`,
      table: codebookTable(catalogue, texts, lang),
      heads: "label",
      beside: [],
      title: fill(texts, "codebook.title")[lang],
      // It changes with its pack and with nothing else.
      cutOff: `${pack.manifest.validFrom}T00:00:00.000Z`,
    });
    return fileReply(file);
  },
);
