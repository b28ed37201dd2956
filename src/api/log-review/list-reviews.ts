import { reviewSize } from "../../access/log-review.ts";
import { logSettingOf, nextReview } from "../../access/next-review.ts";
import { accessLaw } from "../../access/read-log.ts";
import { listReviews } from "../../contract/log-review/list-reviews.ts";
import { stockholmLocal } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { listReviews as readReviews, type CountedReview } from "../../store/log-review.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { staffName } from "../views/labels.ts";
import { notAsAdministrator, refuse } from "./reviewer.ts";

type Shape = AnswerOf<typeof listReviews>["reviews"][number];

export const listReviewsHandler = handle(listReviews, async (ctx) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const refused = notAsAdministrator(ctx);
    if (refused !== undefined) return refuse(tx, ctx, listReviews, refused);
    const reviews = await readReviews(tx);
    const next = await nextReview(tx, ctx.today, reviews);
    const { reviewMonths, keepYears, extractNames } = await logSettingOf(tx);
    logView(tx, accessEntry(ctx, listReviews, { persons: [] }), ctx.now);
    return ok({
      today: ctx.today,
      law: accessLaw,
      months: reviewMonths,
      keepYears,
      extractNames,
      sample: reviewSize.sample,
      next: { ...next, late: next.by < ctx.today },
      reviews: reviews.map((review) => reviewShapeOf(ctx, review)),
    });
  }),
);

/** A check as it is shown, with names. */
export function reviewShapeOf(ctx: RequestContext, review: CountedReview): Shape {
  const { madeBy, madeAt: _at, signedBy, signedAt, ...rest } = review;
  return {
    ...rest,
    madeBy: staffName(ctx, madeBy),
    signed:
      signedBy === null || signedAt === null
        ? null
        : { by: staffName(ctx, signedBy), at: stockholmLocal(signedAt) },
  };
}
