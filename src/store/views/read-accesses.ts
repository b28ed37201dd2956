import type { AccessKind } from "../access-log.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** What somebody did with an akt on one day in one way, counted from the access log. */
export interface AccessGroup {
  readonly staff: Uuid;
  /** Day in Stockholm. */
  readonly day: PlainDate;
  readonly kind: AccessKind;
  /** Ids of the routes, each once. */
  readonly actions: readonly string[];
  readonly times: number;
  /** Hours of the day in Stockholm, 0-23, each once. */
  readonly hours: readonly number[];
  readonly first: Instant;
  readonly last: Instant;
  /** Some of it was seen by breaking the glass. */
  readonly glass: boolean;
}

interface Row extends AccessGroup {
  readonly counted: number;
}

const READ = statement(
  "accesses_of_akt",
  `with latest as (
     select staff, kind, action, at, glass, at at time zone 'Europe/Stockholm' as here
     from access_log where tenant = $1 and akt = $2
     order by no desc limit $3
   )
   select staff, here::date as day, kind,
     array_agg(distinct action) as actions,
     count(*)::int as times,
     array_agg(distinct extract(hour from here)::int) as hours,
     min(at) as first, max(at) as last, bool_or(glass is not null) as glass,
     sum(count(*)) over ()::int as counted
   from latest
   group by staff, here::date, kind
   order by max(at) desc, staff, kind`,
);

/**
 * Who has looked at an akt or written in it, by person, day and kind, newest first, of the `most` latest rows of
 * the log; `cut` says that there are older ones.
 */
export async function readAccesses(
  tx: Tx,
  akt: Uuid,
  most: number,
): Promise<{ readonly groups: readonly AccessGroup[]; readonly cut: boolean }> {
  const groups = await tx.rows<Row>(READ, [tx.tenant, akt, most]);
  return { groups, cut: groups[0]?.counted === most };
}
