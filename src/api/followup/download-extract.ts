import type { z } from "zod";
import {
  downloadExtract,
  extractDefinition,
  type fileChoice,
} from "../../contract/followup/download-extract.ts";
import { makeFollowupFile } from "../../exchange/followup/followup-file.ts";
import { MOST_SHEET_ROWS } from "../../exchange/followup/xlsx-file.ts";
import { describeExtract } from "../../followup/extract/describe-extract.ts";
import { aboutOf } from "../../followup/extract/make-extract.ts";
import { withExtract, type OpenExtract } from "../../followup/extract/with-extract.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { findExtract, type StoredExtract } from "../../store/extracts.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { AppContext } from "../app-context.ts";
import { handle, type Reply, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { begun, orNoParquet } from "./begun-file.ts";
import { streamOf, type OpenedStream } from "./extract-stream.ts";
import { logQuestion, scopeOf } from "./scope.ts";

type Choice = z.infer<typeof fileChoice>;
type Named = { readonly name: string; readonly mediaType: string };

/** An extract keeps a connection and a processor busy while it is taken: one at a time in each program. */
const busy = new WeakSet<AppContext>();

/** Makes the file as it is taken: never in memory, never on disk but what Parquet needs. */
export const downloadExtractHandler = handle(
  downloadExtract,
  async (ctx, { params, query }): Promise<Reply<string>> => {
    await logQuestion(ctx, downloadExtract);
    const { app, tenant } = ctx;
    const id = uuidOf(params.extract);
    const stored = await inTenant(app.store.pools.app, tenant, (tx) => findExtract(tx, id));
    if (stored === undefined) return fail(problem("followup.unknown-extract"));
    if (busy.has(app)) return fail(problem("followup.extract-busy"));
    busy.add(app);
    return orNoParquet(async () => {
      const opened = await streamOf<Named>(async (give) => {
        try {
          return await giveFile(ctx, stored, query, give);
        } finally {
          busy.delete(app);
        }
      });
      if (!opened.ok) return opened;
      const { told, bytes } = opened.value;
      return { ok: true, file: { ...told, bytes, inline: false } };
    });
  },
);

async function giveFile(
  ctx: RequestContext,
  stored: StoredExtract,
  choice: Choice,
  give: (opened: OpenedStream<Named>) => Promise<void>,
): Promise<Result<unknown>> {
  const { kind, lang, dialect } = choice;
  const { followup } = ctx.app;
  const definition = extractDefinition.parse(stored.definition);
  const asked = { definition, seed: stored.seed, lang };
  const used = await withExtract(followup, scopeOf(ctx), asked, async (open) => {
    const refused = refusal(open, stored, choice);
    if (refused !== undefined) return fail(refused);
    const described = describeExtract(open, aboutOf(stored), { texts: followup.texts, lang });
    const { bytes, ...told } = makeFollowupFile(kind, dialect, described);
    await give({ told, bytes: await begun(bytes) });
    return ok(undefined);
  });
  return used.ok ? used.value : used;
}

/** Rows that have changed are no longer what was taken out, and a sheet holds only so many. */
function refusal({ table, fingerprint }: OpenExtract, stored: StoredExtract, { kind }: Choice) {
  if (fingerprint !== stored.fingerprint || table.count !== stored.rowCount) {
    return problem("followup.extract-changed");
  }
  if (kind !== "xlsx" || table.count < MOST_SHEET_ROWS) return undefined;
  return problem("followup.too-many-rows", { params: { most: MOST_SHEET_ROWS - 1 } });
}
