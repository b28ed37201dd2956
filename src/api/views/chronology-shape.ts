import { chronologyShape } from "../../contract/views/chronology.ts";
import { quietStretches } from "../../domain/quiet-stretches.ts";
import { markOf } from "../../domain/record/apply-mark.ts";
import { fail, ok } from "../../kernel/result.ts";
import { contactKind, quietMonths } from "../../spec/story.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readStoryShape } from "../../store/views/chronology-page.ts";
import { readAktState } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openAkt, readableOf } from "./open-akt.ts";

export const chronologyShapeHandler = handle(chronologyShape, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, chronologyShape, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    const [{ years, contacts }, state] = await Promise.all([
      readStoryShape(tx, akt, contactKind, readableOf(opened)),
      readAktState(tx, akt),
    ]);
    logView(tx, accessEntry(ctx, chronologyShape, { akt, persons: [facts.person] }), ctx.now);
    const matters = Object.values(state?.matters ?? {}).filter((each) =>
      reading.matters.has(each.matter),
    );
    // What was undone never was a contact.
    const days = contacts.flatMap(({ on, seq, matter }) =>
      matter !== null && markOf(state?.matters[matter], seq)?.kind === "undone" ? [] : [on],
    );
    const stretches = matters.map(({ startedOn, closedOn }) => ({ from: startedOn, to: closedOn }));
    const quiet = quietStretches(days, stretches, ctx.today, quietMonths);
    return ok({
      years,
      quiet: quiet.map(({ from, to, months }) => ({ from, to: to ?? null, months })),
    });
  });
});
