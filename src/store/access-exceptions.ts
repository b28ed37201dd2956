import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/**
 * What holds for one member of staff by name: a matter opened for reading until a day, one with a measure that
 * somebody outside the board carries out between two days, or an akt kept away.
 */
export interface AccessException {
  readonly kind: "lent" | "performs" | "barred";
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** The first day of it; without one from when it was given. */
  readonly since: PlainDate | null;
  /** The last day of it; without one until it is taken back. */
  readonly until: PlainDate | null;
}

/**
 * SQL of a column `exceptions`: what is excepted for the staff of a row (`s.staff`), as text. It rides along with
 * the look at the session that every request makes, and is null for nearly everybody.
 */
export function exceptionsOf(row: string): string {
  return `(select json_agg(json_build_array(e.kind, e.akt, e.matter, e.since, e.until) order by e.kind, e.akt, e.matter)::text
       from (select kind, akt, matter, since, until from access_exception
         where tenant = ${row}.tenant and staff = ${row}.staff and kind <> 'performed'
         union all ${closedTo(row)}) e) as exceptions`;
}

/**
 * Akter of protected children that are open to others by name, and of those who live with somebody who is. Managers
 * are never closed out: the one whose unit has the matter answers for who is named.
 */
function closedTo(row: string): string {
  const akter = (child: string) => `select 'barred', a.akt, a.akt, null::date, null::date
         from (select person, bool_or(staff = ${row}.staff) as open from person_named
           where tenant = ${row}.tenant group by person) n
         join person p on p.tenant = ${row}.tenant and ${child} = n.person
         join akt a on a.tenant = p.tenant and a.person = p.person
         where not n.open and not exists (select from staff m
           where m.tenant = ${row}.tenant and m.staff = ${row}.staff and m.role = 'unit-manager')`;
  return `${akter("p.person")} union all ${akter("p.protected_through")}`;
}

/** Reads the column of {@link exceptionsOf}. */
export function parseExceptions(text: string | null): readonly AccessException[] {
  if (text === null) return [];
  const rows = JSON.parse(text) as readonly [
    AccessException["kind"],
    Uuid,
    Uuid,
    PlainDate | null,
    PlainDate | null,
  ][];
  return rows.map(([kind, akt, matter, since, until]) => ({ kind, akt, matter, since, until }));
}
