import { mayReadAkt } from "../../access/akt-reach.ts";
import { makePrint } from "../../contract/print/make-print.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { storedPrints } from "../../print/file-store.ts";
import {
  makePrint as makeStored,
  type PrintRecipient,
  type PrintRequest,
  type PrintSource,
} from "../../print/make-print.ts";
import { storedPrintSource } from "../../print/print-source.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import type { OpenedAkt } from "../views/open-akt.ts";
import { openPaper } from "../views/open-paper.ts";

export const makePrintHandler = handle(makePrint, async (ctx, { body }) => {
  const { store, renderer } = ctx.app;
  const akt = uuidOf(body.akt);
  const opened = await inTenant(store.pools.app, ctx.tenant, (tx) =>
    openPaper(tx, ctx, makePrint, akt),
  );
  if ("problem" in opened) return fail(opened.problem);
  const recipient = recipientOf(body.recipient);
  const named = recipient === "internal" || recipient === "provider" ? [] : [recipient];
  const persons = [opened.facts.person, ...named];
  const request: PrintRequest = {
    akt,
    what: body.what,
    ...(body.item === undefined ? {} : { item: uuidOf(body.item) }),
    ...(body.entry === undefined ? {} : { entry: body.entry }),
    recipient,
    actor: ctx.staff.staff,
    access: accessEntry(ctx, makePrint, { akt, persons: [...new Set(persons)] }),
    ...(body.version === undefined ? {} : { version: body.version }),
  };
  const source = within(ctx, opened, storedPrintSource(store));
  const deps = { source, files: storedPrints(store), renderer };
  const made = await makeStored(deps, ctx.tenant, request);
  if (!made.ok) return made;
  const { file, name, sha256, omitted } = made.value;
  return ok({ file, name, sha256, omitted });
});

/** The source within the policy: the document of a matter that is out of reach is not handed on. */
function within(ctx: RequestContext, opened: OpenedAkt, source: PrintSource): PrintSource {
  return {
    read: async (tenant, request): Promise<Awaited<ReturnType<PrintSource["read"]>>> => {
      const read = await source.read(tenant, request);
      if (!read.ok || opened.reading.matters.has(read.value.matter)) return read;
      return refused(ctx, opened, request);
    },
  };
}

async function refused(
  ctx: RequestContext,
  { facts }: OpenedAkt,
  request: PrintRequest,
): Promise<Result<never>> {
  const verdict = mayReadAkt(ctx.actor, makePrint.action, makePrint.purpose, facts);
  const rule = "deny" in verdict ? verdict.deny : "access.not-yours";
  const problem = await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
    denied(tx, ctx, request.access, rule),
  );
  return fail(problem);
}

function recipientOf(text: string): PrintRecipient {
  return text === "internal" || text === "provider" ? text : uuidOf(text);
}
