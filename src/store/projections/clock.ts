import type { AktState, MatterState } from "../../domain/akt-state.ts";
import { clocksOf } from "../../domain/clocks.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Clock } from "../../rules/clock.ts";
import type { Law } from "../../rules/types.ts";
import type { Tx } from "../in-tenant.ts";
import { statement, type Statement } from "../statement.ts";

/** A clock with what lists select and order by. */
export interface ClockRow {
  readonly clock: Clock;
  readonly running: boolean;
  readonly unit: Uuid | null;
  readonly worker: Uuid | null;
  readonly coWorker: Uuid | null;
}

/** The rows of one akt or of many in one list, so that there is one statement, whatever their number. */
const UPSERT: Statement = {
  ...statement(
    "clock_upsert",
    `insert into clock (tenant, akt, person, clock, matter, severity, owner, target, legal_latest,
     running, unit, worker, co_worker, detail)
   select $1, c.akt, c.person, c.clock, c.matter, c.severity, c.owner, c.target, c.legal_latest,
     c.running, c.unit, c.worker, c.co_worker, c.detail
   from json_to_recordset($2::json) as c (akt uuid, person uuid, clock text, matter uuid,
     severity text, owner text, target date, legal_latest date, running boolean, unit uuid,
     worker uuid, co_worker uuid, detail json)
   on conflict (tenant, akt, clock) do update
   set matter = excluded.matter, severity = excluded.severity, owner = excluded.owner,
     target = excluded.target, legal_latest = excluded.legal_latest, running = excluded.running,
     unit = excluded.unit, worker = excluded.worker, co_worker = excluded.co_worker,
     detail = excluded.detail`,
  ),
  many: {
    text: () => UPSERT.text,
    values: (sets) => [
      sets[0]?.[0],
      `[${sets.map((set) => String(set[1]).slice(1, -1)).join(",")}]`,
    ],
  },
};

const DELETE: Statement = {
  ...statement(
    "clock_delete",
    `delete from clock c using unnest($2::uuid[], $3::text[]) as g (akt, clock)
   where c.tenant = $1 and c.akt = g.akt and c.clock = g.clock`,
  ),
  many: {
    text: () => DELETE.text,
    values: (sets) => [sets[0]?.[0], sets.flatMap((set) => set[1]), sets.flatMap((set) => set[2])],
  },
};

/** Every clock of an akt as a row, by its id. */
export function clockRows(
  state: AktState | undefined,
  law: Law,
  calendar: Calendar,
): ReadonlyMap<string, ClockRow> {
  if (state === undefined) return new Map();
  return new Map(clocksOf(state, law, calendar).map((clock) => [clock.id, rowOf(state, clock)]));
}

/** Writes the clocks that differ from before and removes those that no longer are. */
export function projectClocks(
  tx: Tx,
  before: AktState | undefined,
  after: AktState,
  law: Law,
  calendar: Calendar,
): void {
  if (before !== undefined && hasSameClocks(before, after)) return;
  const old = clockRows(before, law, calendar);
  const now = clockRows(after, law, calendar);
  const gone = [...old.keys()].filter((id) => !now.has(id));
  const changed = [...now.values()].filter((row) => !isSameRow(old.get(row.clock.id), row));
  if (gone.length > 0) tx.write(DELETE, [tx.tenant, gone.map(() => after.akt), gone]);
  if (changed.length === 0) return;
  const { akt, person } = after;
  const rows = changed.map((row) => ({ akt, person, ...columnsOf(row) }));
  tx.write(UPSERT, [tx.tenant, JSON.stringify(rows)]);
}

/** A clock that nothing has happened to is the same thing as before, and is not written out to be compared. */
function isSameRow(old: ClockRow | undefined, row: ClockRow): boolean {
  if (old === undefined) return false;
  if (old.clock !== row.clock) return JSON.stringify(old) === JSON.stringify(row);
  return (
    old.running === row.running &&
    old.unit === row.unit &&
    old.worker === row.worker &&
    old.coWorker === row.coWorker
  );
}

/** Whether nothing changed that a clock or its row depends on: then none is computed. */
function hasSameClocks(before: AktState, after: AktState): boolean {
  return Object.values(after.matters).every((matter) => {
    const old = before.matters[matter.matter];
    return (
      old === matter ||
      (old !== undefined &&
        old.facts === matter.facts &&
        old.unit === matter.unit &&
        old.worker === matter.worker &&
        old.coWorker === matter.coWorker &&
        old.closedOn === matter.closedOn)
    );
  });
}

function rowOf(state: AktState, clock: Clock): ClockRow {
  const matter = matterOf(state, clock);
  return {
    clock,
    running: clock.status === "open" && matter?.closedOn === undefined,
    unit: matter?.unit ?? null,
    worker: matter?.worker ?? null,
    coWorker: matter?.coWorker ?? null,
  };
}

function matterOf(state: AktState, clock: Clock): MatterState | undefined {
  return state.matters[clock.matter];
}

function columnsOf(row: ClockRow): Record<string, unknown> {
  const { clock } = row;
  return {
    clock: clock.id,
    matter: clock.matter,
    severity: clock.severity,
    owner: clock.owner,
    target: clock.target,
    legal_latest: clock.legalLatest,
    running: row.running,
    unit: row.unit,
    worker: row.worker,
    co_worker: row.coWorker,
    detail: clock,
  };
}
