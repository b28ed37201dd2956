import { chronologyLine } from "../../domain/chronology-line.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { manyRows } from "../many-rows.ts";
import { statement } from "../statement.ts";

const INSERT = manyRows(
  statement(
    "chronology_insert",
    `insert into chronology (tenant, akt, seq, matter, type, on_date, recorded_on, actor, params,
     excerpt)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  ),
);

/** Writes the line of an event. */
export function projectChronology(tx: Tx, akt: Uuid, event: RecordedEvent): void {
  const line = chronologyLine(event);
  tx.write(INSERT, [
    tx.tenant,
    akt,
    event.seq,
    event.matter ?? null,
    event.type,
    stockholmDate(event.occurredAt),
    stockholmDate(event.recordedAt),
    event.actor,
    JSON.stringify(line.params),
    line.excerpt ?? null,
  ]);
}
