import type { Uuid } from "../../kernel/ids.ts";
import { addDays, weekdayOf, type PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import {
  clockParameters,
  clocksAlone,
  hasMore,
  named,
  type ClockLine,
  type DutyScope,
} from "./list-clocks.ts";
import { BRIEF_COLUMNS } from "./person-brief.ts";
import { filtered, type Viewer } from "./row-filter.ts";

/**
 * Where a clock stands in the day: past its last day or a child's safety until today = now; then the day to
 * work to. What somebody else is to do waits.
 */
export const dayGroups = ["now", "today", "week", "later", "waiting"] as const;
export type DayGroup = (typeof dayGroups)[number];

/** Whose day: that of one worker with whom and what that one stands in for, or of a unit (with the matters no unit has). */
export type DayScope =
  | { readonly kind: "mine"; readonly staff: Uuid; readonly duty?: DutyScope }
  | { readonly kind: "unit"; readonly unit: Uuid | undefined };

/** `$5` = today, `$12` = the Sunday of its week. */
const GROUP = `case
         when c.owner <> 'authority' then 'waiting'
         when c.legal_latest < $5 or (c.severity = 'A' and c.target <= $5) then 'now'
         when c.target <= $5 then 'today'
         when c.target <= $12 then 'week'
         else 'later' end`;

/** A clock of the day, with what is known of its whole group. */
export interface DayLine extends ClockLine {
  readonly group: DayGroup;
  readonly inGroup: number;
  /** Those of the group past their last day. */
  readonly late: number;
  /** Those of the group whose last day is today. */
  readonly dueToday: number;
}

/**
 * The running clocks of a day: of each group the first `limit` by legal risk and then by the day to work to,
 * with the numbers of all. A child's safety (severity A) that nobody has been given is on everybody's day.
 */
export async function listDay(
  tx: Tx,
  scope: DayScope,
  viewer: Viewer,
  day: { readonly today: PlainDate; readonly limit: number },
): Promise<DayLine[]> {
  const { today, limit } = day;
  const sunday = addDays(today, 7 - weekdayOf(today));
  const values = [...clockParameters(tx, scope, viewer, today), sunday, limit];
  return tx.rows<DayLine>(
    filtered(`clock_day_${named(scope, viewer)}`, daySql(scope, viewer), true),
    values,
  );
}

/** Only the clocks that are shown are read whole. */
function daySql(scope: DayScope, viewer: Viewer): string {
  const columns = `c.akt, c.clock, c.severity, c.target, c.legal_latest, ${GROUP} as day_group`;
  // Without anything more, no clock of somebody's own is nobody's.
  const union = hasMore(scope, viewer) ? "union" : "union all";
  // The unit's own list holds them already.
  const nobodys =
    scope.kind === "unit"
      ? ""
      : `${union} select ${columns} ${clocksAlone({ kind: "nobodys", unit: viewer.unit }, viewer, "$3::uuid")}`;
  return `with due as (
      select ${columns} ${clocksAlone(scope, viewer, "$4")} ${nobodys}
    ), placed as (
      select akt, clock, day_group,
        row_number() over (whole order by severity, target, clock, akt) as place,
        count(*) over whole as "inGroup",
        count(*) filter (where legal_latest < $5) over whole as late,
        count(*) filter (where legal_latest = $5) over whole as "dueToday"
      from due window whole as (partition by day_group)
    )
    select d.day_group as "group", d."inGroup", d.late, d."dueToday", c.detail as clock, c.akt,
      c.matter, c.unit, c.worker, c.co_worker as "coWorker", w.name as "workerName", u.name as "unitName", ${BRIEF_COLUMNS}
    from placed d
    join clock c on c.tenant = $1 and c.akt = d.akt and c.clock = d.clock
    join person p on p.tenant = $1 and p.person = c.person
    left join staff w on w.tenant = $1 and w.staff = c.worker
    left join unit u on u.tenant = $1 and u.unit = c.unit
    where d.place <= $13 order by d.day_group, d.place`;
}
