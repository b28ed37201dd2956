import { mayInMatter } from "../../access/akt-reach.ts";
import { makeReceivedCopy } from "../../contract/received/make-copy.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { storedPrints } from "../../print/file-store.ts";
import { makeReceivedCopy as make } from "../../print/received/make-received-copy.ts";
import type { ReceivedRequest } from "../../print/received/read-received.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readAktState } from "../../store/views/read-akt.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle, type Input, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openPaper } from "../views/open-paper.ts";
import { opensOriginals } from "./opens-originals.ts";

type Body = Input<typeof makeReceivedCopy>["body"];

export const makeReceivedCopyHandler = handle(makeReceivedCopy, async (ctx, { body }) => {
  const request = await requestOf(ctx, body);
  if (!request.ok) return request;
  const { store, renderer } = ctx.app;
  const deps = { store, files: storedPrints(store), renderer };
  const made = await make(deps, ctx.tenant, request.value);
  if (!made.ok) return made;
  const { file, name, sha256, archive } = made.value;
  return ok({ file, name, sha256, archive });
});

/** Within the policy: the matter is theirs, they may open originals, and the document is of the matter. */
async function requestOf(ctx: RequestContext, body: Body): Promise<Result<ReceivedRequest>> {
  const akt = uuidOf(body.akt);
  const matter = uuidOf(body.matter);
  const received = uuidOf(body.received);
  const recipient = body.recipient === "internal" ? "internal" : uuidOf(body.recipient);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openPaper(tx, ctx, makeReceivedCopy, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    const persons = [facts.person, ...(recipient === "internal" ? [] : [recipient])];
    const access = accessEntry(ctx, makeReceivedCopy, {
      akt,
      matter,
      persons: [...new Set(persons)],
    });
    const { action, purpose } = makeReceivedCopy;
    if (!reading.matters.has(matter)) {
      const verdict = mayInMatter(ctx.actor, action, purpose, facts, matter);
      const rule = "deny" in verdict ? verdict.deny : "access.not-yours";
      return fail(await denied(tx, ctx, access, rule));
    }
    if (!opensOriginals(reading.classes)) {
      return fail(await denied(tx, ctx, access, "access.role"));
    }
    const state = await readAktState(tx, akt);
    const own = state?.matters[matter]?.received ?? [];
    if (own.every(({ document }) => document !== received)) {
      return fail(problem("received.not-found", { status: 404 }));
    }
    return ok({
      akt,
      received,
      recipient,
      actor: ctx.staff.staff,
      access,
      ...(body.fromPage === undefined ? {} : { fromPage: body.fromPage }),
      ...(body.toPage === undefined ? {} : { toPage: body.toPage }),
    });
  });
}
