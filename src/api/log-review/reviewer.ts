import { logDefaults, nextReviewBy, reviewSize, type LogSetting } from "../../access/log-review.ts";
import { rolesOf } from "../../access/policy.ts";
import { addDays, maxDate, minDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findLogSetting } from "../../store/log-setting.ts";
import { accessLogBegan, type CountedReview } from "../../store/log-review.ts";
import { accessEntry, type LoggedRoute } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";

/** Whoever gives people their accounts and roles doesn't check what they did with them. */
export function notAsAdministrator(ctx: RequestContext): Problem | undefined {
  const gives = rolesOf(ctx.actor).includes("user-administrator");
  return gives ? problem("log-review.not-administrator", { status: 403 }) : undefined;
}

/** A refusal, with its row in the access log. */
export function refuse(
  tx: Tx,
  ctx: RequestContext,
  route: LoggedRoute,
  found: Problem,
): { readonly ok: false; readonly problems: readonly Problem[] } {
  logAccess(tx, "refused", accessEntry(ctx, route, { persons: [] }), ctx.now, found.id);
  return fail(found);
}

/** What the board has decided about its log, or what holds without. */
export async function logSettingOf(tx: Tx): Promise<LogSetting> {
  return (await findLogSetting(tx)) ?? logDefaults;
}

/** The period that is to be checked next, and the last day to do it. */
export interface NextReview {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by: PlainDate;
}

/** From the day after the last check, or the day the log began, to yesterday, and no longer than a check may be. */
export async function nextReview(
  tx: Tx,
  ctx: RequestContext,
  reviews: readonly CountedReview[],
): Promise<NextReview> {
  const [latest] = reviews;
  const began = latest === undefined ? await accessLogBegan(tx) : addDays(latest.to, 1);
  const from = began ?? ctx.today;
  const yesterday = addDays(ctx.today, -1);
  const last = minDate(yesterday, addDays(from, reviewSize.longestDays - 1));
  const to = maxDate(from, last);
  return { from, to, by: nextReviewBy(from, await logSettingOf(tx)) };
}
