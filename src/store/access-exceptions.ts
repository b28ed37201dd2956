import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** What holds for one member of staff by name: a matter opened for reading until a day, or an akt kept away. */
export interface AccessException {
  readonly kind: "lent" | "barred";
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** The last day of it; without one until it is taken back. */
  readonly until: PlainDate | null;
}

/**
 * SQL of a column `exceptions`: what is excepted for the staff of a row (`s.staff`), as text. It rides along with
 * the look at the session that every request makes, and is null for nearly everybody.
 */
export function exceptionsOf(row: string): string {
  return `(select json_agg(json_build_array(e.kind, e.akt, e.matter, e.until) order by e.exception)::text
       from access_exception e where e.tenant = ${row}.tenant and e.staff = ${row}.staff) as exceptions`;
}

/** Reads the column of {@link exceptionsOf}. */
export function parseExceptions(text: string | null): readonly AccessException[] {
  if (text === null) return [];
  const rows = JSON.parse(text) as readonly [
    AccessException["kind"],
    Uuid,
    Uuid,
    PlainDate | null,
  ][];
  return rows.map(([kind, akt, matter, until]) => ({ kind, akt, matter, until }));
}
