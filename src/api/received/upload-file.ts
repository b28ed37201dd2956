import { INSTALLATION } from "../../access/installation.ts";
import { countTry, uploadRule } from "../../access/throttle.ts";
import { findAktFacts, mayInMatter } from "../../access/akt-reach.ts";
import { uploadFile } from "../../contract/received/upload-file.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { MAX_FILE_BYTES } from "../../store/files.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { inspectFile } from "../../store/received/inspect-file.ts";
import { eraseOldUploads, saveUpload } from "../../store/received/upload.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { readBytes } from "./read-bytes.ts";
import { scanProblem } from "./scan-problem.ts";

type Uploaded = AnswerOf<typeof uploadFile>;

/** Each holds up to 25 MB until it is stored. */
const MOST_AT_ONCE = 8;
let running = 0;

/** The policy is asked before a byte is read; what is kept is nobody's to read until it is taken in. */
export const uploadFileHandler = handle(uploadFile, async (ctx, { query, body }) => {
  const [akt, matter] = [uuidOf(query.akt), uuidOf(query.matter)];
  const refused = await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
    refusal(tx, ctx, akt, matter),
  );
  if (refused !== undefined) return fail(refused);
  if (!(await isWithinQuota(ctx))) {
    const params = { most: uploadRule.tries };
    return fail(problem("file.too-many-today", { status: 429, params }));
  }
  if (running >= MOST_AT_ONCE) return fail(problem("file.too-many-at-once", { status: 503 }));
  running += 1;
  try {
    return await keep(ctx, { akt, matter }, body);
  } finally {
    running -= 1;
  }
});

/** So many files a day, and with the largest size of each so many bytes: nobody fills the disk alone. */
async function isWithinQuota({ app, staff }: RequestContext): Promise<boolean> {
  const { pools, clock } = app.store;
  const counted = await inTenant(pools.app, INSTALLATION, (tx) =>
    countTry(tx, uploadRule, staff.staff, clock.now()),
  );
  return counted.allowed;
}

async function refusal(
  tx: Tx,
  ctx: RequestContext,
  akt: Uuid,
  matter: Uuid,
): Promise<Problem | undefined> {
  const facts = await findAktFacts(tx, akt);
  if (facts === undefined || !facts.matters.has(matter)) {
    return problem("akt.not-found", { status: 404 });
  }
  const verdict = mayInMatter(ctx.actor, uploadFile.action, uploadFile.purpose, facts, matter);
  const entry = accessEntry(ctx, uploadFile, { akt, matter, persons: [facts.person] });
  if ("deny" in verdict) return denied(tx, ctx, entry, verdict.deny);
  logAccess(tx, "command", entry, ctx.now);
  return undefined;
}

async function keep(
  ctx: RequestContext,
  place: { readonly akt: Uuid; readonly matter: Uuid },
  body: unknown,
): Promise<Result<Uploaded>> {
  const read = await readBytes(body, ctx.declaredLength, MAX_FILE_BYTES);
  if (!read.ok) return read;
  const bytes = read.value;
  const inspected = inspectFile(bytes);
  if (!inspected.ok) return fail(inspected.problems.map((one) => ({ ...one, pointer: "/file" })));
  const found = await scanProblem(ctx, bytes);
  if (found !== undefined) return fail({ ...found, pointer: "/file" });
  const { mediaType, pages } = inspected.value;
  const upload = ctx.app.store.ids.next();
  const sha256 = await inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    await eraseOldUploads(tx, ctx.now);
    return saveUpload(tx, {
      ...place,
      upload,
      inspected: inspected.value,
      scanned: ctx.app.scanner !== undefined,
      madeBy: ctx.staff.staff,
      madeAt: ctx.now,
      bytes,
    });
  });
  return ok({ upload, mediaType, size: bytes.length, sha256, pages: pages ?? null });
}
