import { mayInMatter } from "../../access/akt-reach.ts";
import { readSealed } from "../../contract/record/read-sealed.ts";
import { definitions } from "../../domain/definitions.ts";
import { markOf } from "../../domain/record/apply-mark.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readAktState, readEvent } from "../../store/views/read-akt.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openAkt } from "../views/open-akt.ts";
import { visibleAnswers } from "../views/visible-answers.ts";

/** The text of a moved entry where it stood first. Each reading is a row of the access log of its own kind. */
export const readSealedHandler = handle(readSealed, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, readSealed, akt);
    if ("problem" in opened) return fail(opened.problem);
    const [found, state] = await Promise.all([
      readEvent(tx, akt, params.seq),
      readAktState(tx, akt),
    ]);
    const matter = found?.event.matter;
    if (found === undefined || matter === undefined) {
      return fail(problem("akt.not-found", { status: 404 }));
    }
    const entry = accessEntry(ctx, readSealed, { akt, matter, persons: [opened.facts.person] });
    const { action, purpose } = readSealed;
    const verdict = mayInMatter(ctx.actor, action, purpose, opened.facts, matter);
    if ("deny" in verdict) return fail(await denied(tx, ctx, entry, verdict.deny));
    if (markOf(state?.matters[matter], params.seq)?.kind !== "moved") {
      return fail(problem("akt.not-found", { status: 404 }));
    }
    logView(tx, entry, ctx.now);
    const { event, specDigest } = found;
    const definition = Object.values(definitions).find((each) => each.event === event.type);
    const pack = ctx.app.store.packs.find(specDigest)?.pack;
    const document = definition?.document ?? null;
    const classes = verdict.allow;
    const data =
      pack === undefined ? {} : visibleAnswers(pack, document ?? "", event.body.data, classes);
    return ok({ document, specDigest, data });
  });
});
