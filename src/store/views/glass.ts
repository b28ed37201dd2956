import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** An opening that is in force: through it somebody sees an akt, and the child it is about, for a time. */
export interface OpenGlass {
  readonly opening: Uuid;
  readonly person: Uuid;
  readonly until: Instant;
}

const OPEN = `select g.opening, a.person, g.until from glass_opening g
   join akt a on a.tenant = g.tenant and a.akt = g.akt
   where g.tenant = $1 and g.staff = $3 and g.until > $4`;
const OF_AKT = statement(
  "glass_open_of_akt",
  `${OPEN} and g.akt = $2 order by g.until desc limit 1`,
);
const OF_PERSON = statement(
  "glass_open_of_person",
  `${OPEN} and a.person = $2 order by g.until desc limit 1`,
);

/** The opening of an akt that somebody may look through now; asked only where the policy has said no. */
export async function findOpenGlass(
  tx: Tx,
  akt: Uuid,
  staff: Uuid,
  now: Instant,
): Promise<OpenGlass | undefined> {
  return (await tx.rows<OpenGlass>(OF_AKT, [tx.tenant, akt, staff, now]))[0];
}

/** As {@link findOpenGlass}, by the child. */
export async function findOpenGlassOn(
  tx: Tx,
  person: Uuid,
  staff: Uuid,
  now: Instant,
): Promise<OpenGlass | undefined> {
  return (await tx.rows<OpenGlass>(OF_PERSON, [tx.tenant, person, staff, now]))[0];
}

/** An opening as it is followed up. */
export interface GlassLine {
  readonly opening: Uuid;
  readonly akt: Uuid;
  readonly person: Uuid;
  readonly staff: Uuid;
  readonly kind: string;
  readonly openedAt: Instant;
  readonly until: Instant;
  readonly reason: string | null;
  readonly reviewedBy: Uuid | null;
  readonly reviewedAt: Instant | null;
  readonly outcome: string | null;
  readonly note: string | null;
  /** The units that have a matter of the akt. */
  readonly units: readonly Uuid[];
  /** How many times the akt was looked at through it. */
  readonly looks: number;
}

const LIST = statement(
  "glass_list",
  `select g.opening, g.akt, a.person, g.staff, g.kind, g.opened_at as "openedAt", g.until,
     o.body::json -> 'data' ->> 'reason' as reason, g.reviewed_by as "reviewedBy",
     g.reviewed_at as "reviewedAt", g.outcome, r.body::json -> 'data' ->> 'note' as note,
     array(select distinct m.unit from matter m
       where m.tenant = g.tenant and m.akt = g.akt and m.unit is not null) as units,
     (select count(*)::int from access_log l
       where l.tenant = g.tenant and l.akt = g.akt and l.glass = g.opening and l.kind = 'view') as looks
   from glass_opening g
   join akt a on a.tenant = g.tenant and a.akt = g.akt
   left join event o on o.tenant = g.tenant and o.stream = g.akt and o.seq = g.seq
   left join event r on r.tenant = g.tenant and r.stream = g.akt and r.seq = g.review_seq
   where g.tenant = $1 and (g.outcome is null or g.opened_at > $2)
   order by g.outcome is not null, g.opened_at desc limit $3`,
);

/** Openings that nobody has followed up, then those since a moment that have been, newest first. */
export async function listGlass(
  tx: Tx,
  since: Instant,
  most: number,
): Promise<readonly GlassLine[]> {
  return tx.rows<GlassLine>(LIST, [tx.tenant, since, most]);
}

/** An opening that waits, with whose task it is to look at. */
export type WaitingGlass = Pick<GlassLine, "staff" | "openedAt" | "units">;

const ONE = statement(
  "glass_one",
  `select g.staff, g.opened_at as "openedAt", array(select distinct m.unit from matter m
       where m.tenant = g.tenant and m.akt = g.akt and m.unit is not null) as units
   from glass_opening g where g.tenant = $1 and g.akt = $2 and g.opening = $3`,
);

/** One opening of an akt; undefined when there is none of that id. */
export async function findGlass(
  tx: Tx,
  akt: Uuid,
  opening: Uuid,
): Promise<WaitingGlass | undefined> {
  return (await tx.rows<WaitingGlass>(ONE, [tx.tenant, akt, opening]))[0];
}

const WAITING = statement(
  "glass_waiting",
  `select g.staff, g.opened_at as "openedAt", array(select distinct m.unit from matter m
       where m.tenant = g.tenant and m.akt = g.akt and m.unit is not null) as units
   from glass_opening g where g.tenant = $1 and g.outcome is null`,
);

/** The openings that nobody has followed up. */
export async function listWaitingGlass(tx: Tx): Promise<readonly WaitingGlass[]> {
  return tx.rows<WaitingGlass>(WAITING, [tx.tenant]);
}
