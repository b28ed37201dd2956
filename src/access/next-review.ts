import { addDays, maxDate, minDate, type PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "../store/in-tenant.ts";
import { accessLogBegan, type CountedReview } from "../store/log-review.ts";
import { findLogSetting, putLogSetting } from "../store/log-setting.ts";
import {
  logDefaults,
  nextReviewBy,
  notLateBefore,
  reviewSize,
  type LogSetting,
} from "./log-review.ts";

/** The period that is to be checked next, and the last day to begin. */
export interface NextReview {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by: PlainDate;
}

/** What the board has decided about its log, or what holds without. */
export async function logSettingOf(tx: Tx): Promise<LogSetting> {
  return (await findLogSetting(tx)) ?? logDefaults;
}

/**
 * From the day after the last check, or the day the log began, to yesterday, and no longer than a check may be. What
 * was logged before the board was made here (an import, a demo that is dated back) is checked, and makes nothing late.
 */
export async function nextReview(
  tx: Tx,
  today: PlainDate,
  reviews: readonly CountedReview[],
): Promise<NextReview> {
  const [latest] = reviews;
  const began = await accessLogBegan(tx);
  const from = latest === undefined ? (began.log ?? today) : addDays(latest.to, 1);
  const last = minDate(addDays(today, -1), addDays(from, reviewSize.longestDays - 1));
  const since = maxDate(from, began.board ?? from);
  return { from, to: maxDate(from, last), by: nextReviewBy(since, await logSettingOf(tx)) };
}

/** Keeps a changed setting; checks that are to come oftener are not late for it at once. */
export async function changeLogSetting(
  tx: Tx,
  today: PlainDate,
  reviews: readonly CountedReview[],
  change: Partial<Omit<LogSetting, "notBefore">>,
): Promise<LogSetting> {
  const before = await logSettingOf(tx);
  const { reviewMonths = before.reviewMonths } = change;
  const { by } = await nextReview(tx, today, reviews);
  const changed = {
    ...before,
    ...change,
    ...(reviewMonths === before.reviewMonths
      ? {}
      : { notBefore: notLateBefore(by, today, reviewMonths) }),
  };
  await putLogSetting(tx, changed);
  return changed;
}
