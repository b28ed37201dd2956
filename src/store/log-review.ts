import type { Uuid } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "./in-tenant.ts";
import { statement } from "./statement.ts";
import type { ReviewGroup } from "./views/log-review-rows.ts";

/** A check of the access log over a period. */
export interface LogReview {
  readonly review: Uuid;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly seed: string;
  readonly sampledOf: number;
  readonly leftOut: number;
  readonly madeBy: Uuid;
  readonly madeAt: Instant;
  readonly note: string | null;
  readonly signedBy: Uuid | null;
  readonly signedAt: Instant | null;
}

/** A check with how many of its rows have been judged how. */
export interface CountedReview extends LogReview {
  readonly rows: number;
  readonly expected: number;
  readonly asked: number;
  readonly unauthorised: number;
}

/** A row as it is judged. */
export interface ReviewRow extends Omit<ReviewGroup, "hours" | "glass" | "inHour" | "inDay"> {
  readonly row: number;
  readonly relation: string;
  readonly hints: readonly string[];
  readonly verdict: string | null;
  readonly note: string | null;
}

const COLUMNS = `r.review, r.period_from as "from", r.period_to as "to", r.seed,
     r.sampled_of as "sampledOf", r.left_out as "leftOut", r.made_by as "madeBy",
     r.made_at as "madeAt", r.note, r.signed_by as "signedBy", r.signed_at as "signedAt"`;

const LIST = statement(
  "log_reviews",
  `select ${COLUMNS}, count(w.row)::int as rows,
     count(*) filter (where w.verdict = 'expected')::int as expected,
     count(*) filter (where w.verdict = 'asked')::int as asked,
     count(*) filter (where w.verdict = 'unauthorised')::int as unauthorised
   from log_review r
   left join log_review_row w on w.tenant = r.tenant and w.review = r.review
   where r.tenant = $1 group by r.tenant, r.review order by r.period_to desc, r.made_at desc`,
);

const ROWS = statement(
  "log_review_rows",
  `select row, staff, day, akt, kinds, actions, times, first, last, relation, hints, verdict, note
   from log_review_row where tenant = $1 and review = $2 order by row`,
);

const INSERT = statement(
  "log_review_insert",
  `insert into log_review (tenant, review, period_from, period_to, seed, sampled_of, left_out,
     made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict do nothing`,
);

const INSERT_ROW = statement(
  "log_review_row_insert",
  `insert into log_review_row (tenant, review, row, staff, day, akt, kinds, actions, times, first,
     last, relation, hints)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

const JUDGE = statement(
  "log_review_judge",
  `update log_review_row set verdict = $4, note = $5, judged_at = $6
   where tenant = $1 and review = $2 and row = $3`,
);

const SIGN = statement(
  "log_review_sign",
  `update log_review set note = $3, signed_by = $4, signed_at = $5
   where tenant = $1 and review = $2 and signed_at is null`,
);

const BEGAN = statement(
  "access_log_began",
  `select (b.made_at at time zone 'Europe/Stockholm')::date as board,
     (select (at at time zone 'Europe/Stockholm')::date from access_log
      where tenant = $1 order by no limit 1) as log
   from board b
   where b.tenant = $1 and b.tenant = nullif(current_setting('app.tenant', true), '')::int`,
);

/** Every check of a board, the latest period first. */
export async function listReviews(tx: Tx): Promise<readonly CountedReview[]> {
  return tx.rows<CountedReview>(LIST, [tx.tenant]);
}

/** The rows of a check, in their order. */
export async function listReviewRows(tx: Tx, review: Uuid): Promise<readonly ReviewRow[]> {
  return tx.rows<ReviewRow>(ROWS, [tx.tenant, review]);
}

/** Keeps a check that begins, with its rows; gives whether it was kept: not where it is there, or another one is open. */
export async function insertReview(
  tx: Tx,
  review: Omit<LogReview, "note" | "signedBy" | "signedAt">,
  rows: readonly Omit<ReviewRow, "row" | "verdict" | "note">[],
): Promise<boolean> {
  const { from, to, seed, sampledOf, leftOut, madeBy, madeAt } = review;
  const about = [tx.tenant, review.review];
  const made = [...about, from, to, seed, sampledOf, leftOut, madeBy, madeAt];
  if ((await tx.run(INSERT, made)) === 0) return false;
  for (const [at, row] of rows.entries()) {
    const { staff, day, akt, kinds, actions, times, first, last, relation, hints } = row;
    const what = [staff, day, akt, kinds, actions, times, first, last, relation, hints];
    await tx.run(INSERT_ROW, [...about, at + 1, ...what]);
  }
  return true;
}

/** Judges a row. */
export async function judgeRow(
  tx: Tx,
  review: Uuid,
  row: number,
  judged: { readonly verdict: string; readonly note: string | null; readonly at: Instant },
): Promise<void> {
  const { verdict, note, at } = judged;
  await tx.run(JUDGE, [tx.tenant, review, row, verdict, note, at]);
}

/** Signs a check off: nothing of it changes any more. */
export async function signReview(
  tx: Tx,
  review: Uuid,
  signed: { readonly note: string; readonly by: Uuid; readonly at: Instant },
): Promise<void> {
  await tx.run(SIGN, [tx.tenant, review, signed.note, signed.by, signed.at]);
}

/** The day the board was made here, and the first day the access log tells of: undefined while it is empty. */
export async function accessLogBegan(
  tx: Tx,
): Promise<{ readonly board?: PlainDate; readonly log?: PlainDate }> {
  const [row] = await tx.rows<{ board: PlainDate; log: PlainDate | null }>(BEGAN, [tx.tenant]);
  if (row === undefined) return {};
  return { board: row.board, ...(row.log === null ? {} : { log: row.log }) };
}
