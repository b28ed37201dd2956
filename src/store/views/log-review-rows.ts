import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** What somebody did with an akt on a day; without an akt, whom they searched for or looked up. */
export interface ReviewGroup {
  readonly staff: Uuid;
  /** Day in Stockholm. */
  readonly day: PlainDate;
  readonly akt: Uuid | null;
  readonly kinds: readonly string[];
  readonly actions: readonly string[];
  readonly times: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly hours: readonly number[];
  readonly glass: boolean;
  /** Different akter somebody met in the busiest hour of that day. */
  readonly inHour: number;
  /** Different akter somebody met that day. */
  readonly inDay: number;
}

const GROUPS = statement(
  "log_review_groups",
  `with looked as (
     select staff, akt, kind, action, at, glass, at at time zone 'Europe/Stockholm' as here
     from access_log
     where tenant = $1 and at >= $2 and at < $3 and (akt is not null or action like 'persons.%')
   ), busy as (
     select staff, day, max(n) as n from (
       select staff, here::date as day, date_trunc('hour', here) as hour, count(distinct akt) as n
       from looked group by 1, 2, 3) hours
     group by staff, day
   ), days as (
     select staff, here::date as day, count(distinct akt) as n from looked group by 1, 2
   )
   select l.staff, l.here::date as day, l.akt, array_agg(distinct l.kind) as kinds,
     array_agg(distinct l.action) as actions, count(*)::int as times, min(l.at) as first,
     max(l.at) as last, array_agg(distinct extract(hour from l.here)::int) as hours,
     bool_or(l.glass is not null) as glass, max(b.n)::int as "inHour",
     max(d.n)::int as "inDay"
   from looked l join busy b on b.staff = l.staff and b.day = l.here::date
   join days d on d.staff = l.staff and d.day = l.here::date
   group by l.staff, l.here::date, l.akt
   order by l.here::date, l.staff, l.akt`,
);

/** Everything the access log has of a period, by person, day and akt. */
export async function readReviewGroups(
  tx: Tx,
  from: Instant,
  before: Instant,
): Promise<readonly ReviewGroup[]> {
  return tx.rows<ReviewGroup>(GROUPS, [tx.tenant, from, before]);
}

/** How a member of staff may be tied to a child in private life, as far as the registers tell. */
export interface PrivateTie {
  readonly staff: Uuid;
  readonly akt: Uuid;
  readonly family: boolean;
  readonly address: boolean;
  readonly namesake: boolean;
}

/**
 * Somebody's own record among the persons is found by the number the account is known by at the identity provider,
 * or by the whole name. The address is compared as it stands.
 */
const TIES = statement(
  "log_review_ties",
  `with pair as (
     select distinct u.staff, u.akt, a.person, s.name
     from unnest($2::uuid[], $3::uuid[]) as u(staff, akt)
     join staff s on s.tenant = $1 and s.staff = u.staff
     join akt a on a.tenant = $1 and a.akt = u.akt
   ), own as (
     select c.staff, i.person from account c
     join person_identity i on i.tenant = $1 and i.number = c.subject
     where c.tenant = $1 and c.staff = any($2)
     union
     select s.staff, p.person from staff s
     join person p on p.tenant = $1 and lower(p.given_name || ' ' || p.family_name) = lower(s.name)
     where s.tenant = $1 and s.staff = any($2)
   ), address as (
     select p.stream as person, nullif(lower(p.state -> 'fields' -> 'address' -> -1 ->> 'value'), '') as at
     from stream_state p
     where p.tenant = $1 and p.kind = 'person'
       and (p.stream in (select person from own) or p.stream in (select person from pair))
   ), near as (
     select q.person as child, q.person as near from pair q
     union
     select r.other, r.person from relation r
     where r.tenant = $1 and r.other in (select person from pair)
     union
     select r.person, r.other from relation r
     where r.tenant = $1 and r.person in (select person from pair)
   )
   select q.staff, q.akt,
     exists (select from own o join near n on n.near = o.person
       where o.staff = q.staff and n.child = q.person) as family,
     exists (select from own o join address x on x.person = o.person join address y on y.at = x.at
       where o.staff = q.staff and y.person = q.person and o.person <> q.person) as address,
     exists (select from near n join person p on p.tenant = $1 and p.person = n.near
       where n.child = q.person and lower(p.family_name) = lower(regexp_replace(q.name, '^.* ', ''))
     ) as namesake
   from pair q`,
);

/** The ties in private life between those who looked and the children they looked at. */
export async function readPrivateTies(
  tx: Tx,
  pairs: readonly { readonly staff: Uuid; readonly akt: Uuid }[],
): Promise<readonly PrivateTie[]> {
  if (pairs.length === 0) return [];
  const values = [tx.tenant, pairs.map(({ staff }) => staff), pairs.map(({ akt }) => akt)];
  return tx.rows<PrivateTie>(TIES, values);
}
