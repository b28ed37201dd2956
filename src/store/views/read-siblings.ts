import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../rules/clock.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

const AKTER = statement(
  "akter_of_brood",
  `select distinct a.akt from relation r
   join akt a on a.tenant = r.tenant
     and a.person = case when r.other = $2 then r.person else r.other end
   where r.tenant = $1 and r.kind = 'sibling' and (r.other = $2 or r.person = $2)
     and (r.valid_from is null or r.valid_from <= $3) and (r.valid_to is null or r.valid_to >= $3)
   order by a.akt`,
);

const CLOCKS = statement(
  "clock_of_akter",
  `select c.akt, c.detail as clock from clock c where c.tenant = $1 and c.akt = any($2) and c.running
   order by c.severity, c.target, c.clock`,
);

/** The akter of a child's brothers and sisters on a day, in a fixed order. */
export async function siblingAkter(tx: Tx, child: Uuid, on: PlainDate): Promise<readonly Uuid[]> {
  const rows = await tx.rows<{ akt: Uuid }>(AKTER, [tx.tenant, child, on]);
  return rows.map(({ akt }) => akt);
}

/** The running clocks of some akter, the gravest first. */
export async function readClocksOf(
  tx: Tx,
  akter: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly Clock[]>> {
  const rows = await tx.rows<{ akt: Uuid; clock: Clock }>(CLOCKS, [tx.tenant, akter]);
  const grouped = Map.groupBy(rows, (row) => row.akt);
  return new Map([...grouped].map(([akt, all]) => [akt, all.map((row) => row.clock)]));
}
