import data from "../../spec/access/log-review.json" with { type: "json" };
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** What is taken to be many children in a day: more than anybody's own work. */
export const manyInDay: number = data.manyInDay;

const MANY = statement(
  "watch_many_in_day",
  `select staff from access_log
   where tenant = $1 and at >= $2::date::timestamp at time zone 'Europe/Stockholm'
     and akt is not null and kind in ('view', 'command')
   group by staff having count(distinct akt) >= $3`,
);

/** Whoever has met so many children today, by the board's day: somebody whose reading is to be looked at now. */
export async function metManyToday(tx: Tx, today: PlainDate): Promise<readonly Uuid[]> {
  const found = await tx.rows<{ staff: Uuid }>(MANY, [tx.tenant, today, manyInDay]);
  return found.map(({ staff }) => staff);
}

/** Keeps in mind who has been told of, so that nobody is told of twice in a day. */
export interface Watch {
  /** How many of those are told of for the first time today. */
  unseen(board: number, today: PlainDate, staff: readonly Uuid[]): number;
}

export function makeWatch(): Watch {
  const told = new Map<number, { readonly day: PlainDate; readonly staff: Set<Uuid> }>();
  return {
    unseen: (board, today, staff) => {
      const before = told.get(board);
      const seen = before?.day === today ? before.staff : new Set<Uuid>();
      const fresh = staff.filter((each) => !seen.has(each));
      for (const each of fresh) seen.add(each);
      told.set(board, { day: today, staff: seen });
      return fresh.length;
    },
  };
}

/** The line of the technical log, to set an alert on: a number, and nobody's name. */
export function watchLine(board: number, staff: number): string {
  return `watch: board ${board}: ${staff} of the staff met ${manyInDay} children or more today, see the check of the log`;
}
