import type { AktState, MatterState } from "../../domain/akt-state.ts";
import { phaseOf } from "../../domain/phase.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { manyUpdates } from "../many-rows.ts";
import { statement, type Statement } from "../statement.ts";

/** A matter as lists read it. */
export interface MatterRow {
  readonly matter: Uuid;
  readonly akt: Uuid;
  readonly person: Uuid;
  readonly number: string | null;
  readonly phase: string;
  readonly startedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly unit: Uuid | null;
  readonly worker: Uuid | null;
  readonly coWorker: Uuid | null;
  readonly offeredTo: Uuid | null;
  readonly openInvestigation: Uuid | null;
  readonly reviewDocument: Uuid | null;
  readonly decideWhat: string | null;
  readonly decideSince: PlainDate | null;
}

const INSERT = statement(
  "matter_insert",
  `insert into matter (tenant, matter, akt, person, phase, started_on, closed_on, unit, worker,
     co_worker, open_investigation, review_document, decide_what, decide_since, offered_to,
     number)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
);

const UPDATE: Statement = {
  ...statement(
    "matter_update",
    `update matter set phase = $5, started_on = $6, closed_on = $7, unit = $8, worker = $9,
     co_worker = $10, open_investigation = $11, review_document = $12, decide_what = $13,
     decide_since = $14, offered_to = $15, number = $16
   where tenant = $1 and matter = $2 and akt = $3 and person = $4`,
  ),
  many: manyUpdates(
    "matter",
    [
      ["tenant", "int"],
      ["matter", "uuid"],
      ["akt", "uuid"],
      ["person", "uuid"],
    ],
    [
      ["phase", "text"],
      ["started_on", "date"],
      ["closed_on", "date"],
      ["unit", "uuid"],
      ["worker", "uuid"],
      ["co_worker", "uuid"],
      ["open_investigation", "uuid"],
      ["review_document", "uuid"],
      ["decide_what", "text"],
      ["decide_since", "date"],
      ["offered_to", "uuid"],
      ["number", "text"],
    ],
  ),
};

/** The row of a matter, derived from its state. */
export function matterRow(akt: AktState, matter: MatterState): MatterRow {
  const investigation = matter.investigation;
  const runs =
    investigation !== undefined &&
    investigation.closedOn === undefined &&
    matter.closedOn === undefined;
  return {
    matter: matter.matter,
    akt: akt.akt,
    person: akt.person,
    number: matter.number ?? null,
    phase: phaseOf(matter),
    startedOn: matter.startedOn,
    closedOn: matter.closedOn ?? null,
    unit: matter.unit ?? null,
    worker: matter.worker ?? null,
    coWorker: matter.coWorker ?? null,
    offeredTo: matter.closedOn === undefined ? (matter.handOver?.to ?? null) : null,
    openInvestigation: runs ? investigation.investigation : null,
    reviewDocument: toReview(matter),
    ...toDecide(matter),
  };
}

/** Writes the rows of the matters that differ from before. */
export function projectMatters(tx: Tx, before: AktState | undefined, after: AktState): void {
  const changes = changedMatters(before, after).flatMap((id) => {
    const row = rowIn(after, id);
    const old = rowIn(before, id);
    const same = JSON.stringify(row) === JSON.stringify(old);
    return row === undefined || same ? [] : [{ row, isNew: old === undefined }];
  });
  // A new matter is inserted: should its id be one of another child, the primary key says so.
  for (const { row, isNew } of changes) save(tx, row, isNew ? INSERT : UPDATE);
}

/** The matters that the events between two states changed. */
export function changedMatters(before: AktState | undefined, after: AktState): Uuid[] {
  return Object.values(after.matters)
    .filter((matter) => before?.matters[matter.matter] !== matter)
    .map((matter) => matter.matter);
}

/** A basis that was fixed and that the manager has not read yet. */
function toReview(matter: MatterState): Uuid | null {
  const basis = matter.basis;
  const waits =
    basis !== undefined &&
    basis.status === "fixed" &&
    basis.reviewedOn === undefined &&
    matter.closedOn === undefined;
  return waits ? basis.document : null;
}

/** A decision that nothing but somebody's decision is missing for: on a report, or on a signed basis. */
function toDecide(matter: MatterState): Pick<MatterRow, "decideWhat" | "decideSince"> {
  const none = { decideWhat: null, decideSince: null };
  if (matter.closedOn !== undefined) return none;
  const phase = phaseOf(matter);
  if (phase === "signed") {
    return { decideWhat: "decision.make", decideSince: matter.basis?.signedOn ?? matter.startedOn };
  }
  const note = matter.preliminary.at(-1);
  if (phase === "preliminary" && note !== undefined) {
    return { decideWhat: "investigation.open", decideSince: note.on };
  }
  return none;
}

function rowIn(akt: AktState | undefined, id: Uuid): MatterRow | undefined {
  const matter = akt?.matters[id];
  return akt === undefined || matter === undefined ? undefined : matterRow(akt, matter);
}

function save(tx: Tx, row: MatterRow, how: Statement): void {
  tx.write(how, [
    tx.tenant,
    row.matter,
    row.akt,
    row.person,
    row.phase,
    row.startedOn,
    row.closedOn,
    row.unit,
    row.worker,
    row.coWorker,
    row.openInvestigation,
    row.reviewDocument,
    row.decideWhat,
    row.decideSince,
    row.offeredTo,
    row.number,
  ]);
}
