import { mayInMatter } from "../../access/akt-reach.ts";
import { readFile } from "../../contract/print/read-file.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { findFile, readFileBytes } from "../../store/files.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle, type Reply } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openPaper } from "../views/open-paper.ts";

/** The stored bytes, as they were made. A file outside any akt (a logotype) has no reader here. */
export const readFileHandler = handle(
  readFile,
  async (ctx, { params }): Promise<Reply<unknown>> => {
    const id = uuidOf(params.file);
    return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx): Promise<Reply<unknown>> => {
      const file = await findFile(tx, id);
      if (file?.kind !== "print" || file.akt === null || file.matter === null) {
        return fail(problem("file.not-found", { status: 404 }));
      }
      const opened = await openPaper(tx, ctx, readFile, file.akt);
      if ("problem" in opened) return fail(opened.problem);
      const { facts, reading } = opened;
      const about = { akt: file.akt, matter: file.matter, persons: [facts.person] };
      const entry = accessEntry(ctx, readFile, about);
      if (!reading.matters.has(file.matter)) {
        const verdict = mayInMatter(
          ctx.actor,
          readFile.action,
          readFile.purpose,
          facts,
          file.matter,
        );
        const rule = "deny" in verdict ? verdict.deny : "access.not-yours";
        return fail(await denied(tx, ctx, entry, rule));
      }
      logAccess(tx, "view", entry, ctx.now);
      const bytes = await readFileBytes(tx, file);
      const { mediaType, name } = file;
      return { ok: true, file: { bytes, mediaType, name, inline: true } };
    });
  },
);
