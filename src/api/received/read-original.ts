import { mayInMatter } from "../../access/akt-reach.ts";
import { readOriginal } from "../../contract/received/read-original.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { findFile, readFileBytes, type StoredFile } from "../../store/files.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { isScanned, noteScanned } from "../../store/received/keep-upload.ts";
import { readAktState, readEvents } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle, type Reply, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openAkt } from "../views/open-akt.ts";
import { opensOriginals } from "./opens-originals.ts";
import { scanProblem } from "./scan-problem.ts";

/** What a browser shows by itself; the rest is saved and opened by a program of the reader's. */
const SHOWN: ReadonlySet<string> = new Set([
  "application/pdf",
  "image/jpeg",
  "image/png",
  "text/plain; charset=utf-8",
]);

/** The original, byte for byte. Each reading is a row of the access log. */
export const readOriginalHandler = handle(
  readOriginal,
  async (ctx, { params, query }): Promise<Reply<unknown>> => {
    const id = uuidOf(params.file);
    return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx): Promise<Reply<unknown>> => {
      const file = await findFile(tx, id);
      if (file?.kind !== "received" || file.akt === null || file.matter === null) {
        return fail(problem("file.not-found", { status: 404 }));
      }
      const opened = await openAkt(tx, ctx, readOriginal, file.akt);
      if ("problem" in opened) return fail(opened.problem);
      const { facts, reading } = opened;
      const about = { akt: file.akt, matter: file.matter, persons: [facts.person] };
      const entry = accessEntry(ctx, readOriginal, about);
      const { action, purpose } = readOriginal;
      if (!reading.matters.has(file.matter)) {
        const verdict = mayInMatter(ctx.actor, action, purpose, facts, file.matter);
        const rule = "deny" in verdict ? verdict.deny : "access.not-yours";
        return fail(await denied(tx, ctx, entry, rule));
      }
      if (!opensOriginals(reading.classes)) {
        return fail(await denied(tx, ctx, entry, "access.role"));
      }
      if (await isMovedAway(tx, file.akt, file.matter, id)) {
        const verdict = mayInMatter(ctx.actor, "akt.read-sealed", purpose, facts, file.matter);
        if ("deny" in verdict) return fail(await denied(tx, ctx, entry, verdict.deny));
      }
      const bytes = await readFileBytes(tx, file);
      const harmful = await unscanned(tx, ctx, file, bytes);
      if (harmful !== undefined) {
        logAccess(tx, "refused", entry, ctx.now, harmful.id);
        return fail(harmful);
      }
      logAccess(tx, "view", entry, ctx.now);
      const { mediaType, name } = file;
      const inline = query.as === "shown" && SHOWN.has(mediaType);
      return { ok: true, file: { bytes, mediaType, name, inline, sandboxed: true } };
    });
  },
);

/** Whether no document that stands in the matter refers to the file: it belonged to another child. */
async function isMovedAway(tx: Tx, akt: Uuid, matter: Uuid, file: Uuid): Promise<boolean> {
  const state = await readAktState(tx, akt);
  const marks = state?.matters[matter]?.marks ?? [];
  if (state === undefined || !marks.some(({ received }) => received !== undefined)) return false;
  const seqs = [...marks.map(({ entry }) => entry), ...receivedIn(state, matter)];
  const events = await readEvents(tx, akt, seqs);
  const standing = await standingViews(tx, state, [...events.values()]);
  return !standing.some(({ event }) => event.body.data["file"] === file);
}

function receivedIn(state: AktState, matter: Uuid): readonly number[] {
  return (state.matters[matter]?.received ?? []).map(({ seq }) => seq);
}

/** While a scanner is set, what came in before it was is looked through when it is first read. */
async function unscanned(
  tx: Tx,
  ctx: RequestContext,
  file: StoredFile,
  bytes: Buffer,
): Promise<Problem | undefined> {
  if (ctx.app.scanner === undefined || (await isScanned(tx, file.file))) return undefined;
  const found = await scanProblem(ctx, bytes);
  if (found === undefined) await noteScanned(tx, file.file, ctx.now);
  return found;
}
