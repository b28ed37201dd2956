import { findFactsOfAkter } from "../../access/akt-reach.ts";
import { reviewVerdicts, wordsOfHint } from "../../access/log-review.ts";
import { accessLaw, wordsOfActions, wordsOfKind } from "../../access/read-log.ts";
import { readReview } from "../../contract/log-review/read-review.ts";
import { problem } from "../../kernel/problem.ts";
import { stockholmLocal, type Instant } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import { logView, type AccessKind } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { listReviewRows, listReviews } from "../../store/log-review.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { personLabel, staffName, unitRef } from "../views/labels.ts";
import { reviewShapeOf } from "./list-reviews.ts";
import { notAsAdministrator, refuse } from "./reviewer.ts";

export const readReviewHandler = handle(readReview, async (ctx, { params }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const refused = notAsAdministrator(ctx);
    if (refused !== undefined) return refuse(tx, ctx, readReview, refused);
    const id = uuidOf(params.review);
    const review = (await listReviews(tx)).find((each) => each.review === id);
    if (review === undefined)
      return refuse(tx, ctx, readReview, problem("log-review.not-found", { status: 404 }));
    const rows = await listReviewRows(tx, id);
    const facts = await findFactsOfAkter(
      tx,
      rows.flatMap(({ akt }) => akt ?? []),
    );
    const persons = [...facts.values()].map(({ person }) => person);
    const briefs = await findBriefs(tx, persons);
    logView(tx, accessEntry(ctx, readReview, { persons }), ctx.now);
    return ok({
      law: accessLaw,
      review: reviewShapeOf(ctx, review),
      verdicts: reviewVerdicts,
      rows: rows.map((row) => {
        const known = row.akt === null ? undefined : facts.get(row.akt);
        const brief = known === undefined ? undefined : briefs.get(known.person);
        const member = ctx.organisation.state.staff.find(({ staff }) => staff === row.staff);
        return {
          row: row.row,
          name: staffName(ctx, row.staff),
          unit: unitRef(ctx, member?.unit)?.name ?? null,
          day: row.day,
          // Protected data are told to nobody who only checks.
          child: brief === undefined ? null : personLabel(ctx, brief, false),
          did: row.kinds.flatMap((kind) => (isKind(kind) ? [wordsOfKind(kind)] : [])),
          what: wordsOfActions(row.actions),
          times: row.times,
          first: timeOf(row.first),
          last: timeOf(row.last),
          hints: row.hints.map((hint) => ({ id: hint, ...wordsOfHint(hint) })),
          verdict: row.verdict,
          note: row.note,
        };
      }),
    });
  }),
);

function isKind(kind: string): kind is AccessKind {
  return kind === "view" || kind === "command" || kind === "refused" || kind === "denied";
}

function timeOf(at: Instant): string {
  return stockholmLocal(at).slice("YYYY-MM-DDT".length);
}
