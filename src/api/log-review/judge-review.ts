import { judgeRow, signReview } from "../../contract/log-review/change-review.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { ok } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import {
  judgeRow as saveJudged,
  listReviewRows,
  listReviews,
  signReview as saveSigned,
  type CountedReview,
} from "../../store/log-review.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { notAsAdministrator, refuse } from "./reviewer.ts";

export const judgeRowHandler = handle(judgeRow, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const refused = notAsAdministrator(ctx);
    if (refused !== undefined) return refuse(tx, ctx, judgeRow, refused);
    const review = uuidOf(body.review);
    const open = await openReview(tx, review);
    if ("id" in open) return refuse(tx, ctx, judgeRow, open);
    const row = (await listReviewRows(tx, review)).find((each) => each.row === body.row);
    if (row === undefined)
      return refuse(tx, ctx, judgeRow, problem("log-review.not-found", { status: 404 }));
    // The check may have been begun by somebody else.
    if (row.staff === ctx.actor.staff)
      return refuse(tx, ctx, judgeRow, problem("log-review.own", { status: 403 }));
    const note = body.note.trim();
    if (body.verdict !== "expected" && note === "") {
      return refuse(
        tx,
        ctx,
        judgeRow,
        problem("log-review.note-missing", { status: 422, pointer: "/note" }),
      );
    }
    const judged = { verdict: body.verdict, note: note === "" ? null : note, at: ctx.now };
    await saveJudged(tx, review, body.row, judged);
    const about = { persons: [], ...(row.akt === null ? {} : { akt: row.akt }) };
    logAccess(tx, "command", accessEntry(ctx, judgeRow, about), ctx.now);
    return ok({ review });
  }),
);

export const signReviewHandler = handle(signReview, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const refused = notAsAdministrator(ctx);
    if (refused !== undefined) return refuse(tx, ctx, signReview, refused);
    const review = uuidOf(body.review);
    const open = await openReview(tx, review);
    if ("id" in open) return refuse(tx, ctx, signReview, open);
    const left = open.rows - open.expected - open.asked - open.unauthorised;
    if (left > 0) {
      return refuse(
        tx,
        ctx,
        signReview,
        problem("log-review.unjudged", { status: 409, params: { n: left } }),
      );
    }
    const note = body.note.trim();
    if (note === "") {
      return refuse(
        tx,
        ctx,
        signReview,
        problem("log-review.note-missing", { status: 422, pointer: "/note" }),
      );
    }
    await saveSigned(tx, review, { note, by: ctx.actor.staff, at: ctx.now });
    logAccess(tx, "command", accessEntry(ctx, signReview, { persons: [] }), ctx.now);
    return ok({ review });
  }),
);

/** A check that is not signed off yet, or why not. */
async function openReview(tx: Tx, review: Uuid): Promise<CountedReview | Problem> {
  const found = (await listReviews(tx)).find((each) => each.review === review);
  if (found === undefined) return problem("log-review.not-found", { status: 404 });
  return found.signedAt === null ? found : problem("log-review.signed", { status: 409 });
}
