import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "./person-brief.ts";

/** A protected person whose protection is to be examined, with the akt where that is done. */
export interface ProtectionReviewLine extends PersonBrief {
  readonly akt: Uuid;
  readonly dueOn: PlainDate;
}

/** Few rows: those whose time has come, of whom the one who asks has a running matter. */
const DUE = statement(
  "protection_reviews_due",
  `with due as (
     select person from person where tenant = $1 and review_from <= $2
   ), about as (
     select person, person as child from due
     union
     select d.person, r.other from due d
     join relation r on r.tenant = $1 and r.person = d.person and r.kind <> 'sibling'
   )
   select distinct on (p.review_due, p.person) a.akt, p.review_due as "dueOn", ${BRIEF_COLUMNS}
   from about b
   join person p on p.tenant = $1 and p.person = b.person
   join akt a on a.tenant = $1 and a.person = b.child
   join matter m on m.tenant = $1 and m.akt = a.akt and m.closed_on is null
     and (m.worker = $3 or m.co_worker = $3 or m.unit = $4)
   order by p.review_due, p.person, a.akt limit 50`,
);

/** Reviews of protection that are due for one member of staff, and for a unit where one is given. */
export function listProtectionReviews(
  tx: Tx,
  staff: Uuid,
  unit: Uuid | undefined,
  today: PlainDate,
): Promise<readonly ProtectionReviewLine[]> {
  return tx.rows<ProtectionReviewLine>(DUE, [tx.tenant, today, staff, unit ?? null]);
}
