import type { AktState } from "../../domain/akt-state.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Law } from "../../rules/types.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import type { AktStep } from "./akt-step.ts";
import { projectExceptions } from "./access-exception.ts";
import { projectChronology } from "./chronology.ts";
import { projectClocks } from "./clock.ts";
import { projectDocuments } from "./document.ts";
import { projectGlass } from "./glass.ts";
import { projectMatters } from "./matter.ts";

const INSERT = statement(
  "akt_insert",
  "insert into akt (tenant, akt, person, created_on) values ($1, $2, $3, $4)",
);

const FIND_BY_PERSON = statement(
  "akt_of_persons",
  "select akt, person from akt where tenant = $1 and person = any($2)",
);

/** An akt before and after the events that were added to it. */
export interface AktChange {
  readonly before: AktState | undefined;
  readonly after: AktState;
  readonly steps: readonly AktStep[];
}

/** Writes what lists, clocks, chronology and documents show of a change, and nothing that stayed the same. */
export async function projectAkt(
  tx: Tx,
  change: AktChange,
  law: Law,
  calendar: Calendar,
): Promise<void> {
  const { before, after, steps } = change;
  const { akt, person, createdOn } = after;
  if (before === undefined) tx.write(INSERT, [tx.tenant, akt, person, createdOn]);
  projectMatters(tx, before, after);
  projectClocks(tx, before, after, law, calendar);
  projectGlass(tx, before, after);
  projectExceptions(tx, before, after);
  for (const { event } of steps) projectChronology(tx, akt, event);
  await projectDocuments(tx, steps);
}

/** The akter of some persons, by person; a person without one is left out. */
export async function findAkter(
  tx: Tx,
  persons: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Uuid>> {
  const rows = await tx.rows<{ akt: Uuid; person: Uuid }>(FIND_BY_PERSON, [tx.tenant, persons]);
  return new Map(rows.map((row) => [row.person, row.akt]));
}
