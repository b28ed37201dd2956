import type { AktState } from "../../domain/akt-state.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

const PUT = statement(
  "glass_put",
  `insert into glass_opening (tenant, opening, akt, seq, staff, kind, opened_at, until, review_seq,
     reviewed_by, reviewed_at, outcome)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (tenant, opening) do update set review_seq = excluded.review_seq,
     reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at,
     outcome = excluded.outcome`,
);

/** Writes the openings of an akt that a change has made or followed up. */
export function projectGlass(tx: Tx, before: AktState | undefined, after: AktState): void {
  if (before?.glass === after.glass) return;
  for (const each of after.glass ?? []) {
    if (before?.glass?.includes(each) === true) continue;
    const { opening, seq, by, kind, at, until, review } = each;
    tx.write(PUT, [
      tx.tenant,
      opening,
      after.akt,
      seq,
      by,
      kind,
      at,
      until,
      review?.seq ?? null,
      review?.by ?? null,
      review?.at ?? null,
      review?.outcome ?? null,
    ]);
  }
}
