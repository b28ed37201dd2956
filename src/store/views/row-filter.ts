import type { Uuid } from "../../kernel/ids.ts";
import { keptStatement, statement, type Statement } from "../statement.ts";

/** The columns of a row that the policy asks about, as the statement names them. */
export interface FilterColumns {
  readonly akt: string;
  readonly matter: string;
  readonly unit: string;
  readonly worker: string;
  readonly coWorker: string;
  /** The unit a matter is handed over to. */
  readonly offeredTo: string;
  /** True when the matter is closed. */
  readonly closed: string;
  /** True when the child has protected personal data. */
  readonly protected: string;
}

/** The parameters that say who asks, as `$n` of the statement. */
export interface FilterParameters {
  readonly staff: string;
  readonly unit: string;
  /** Arrays of those the one who asks stands in for, and of units. */
  readonly standInStaff: string;
  readonly standInUnits: string;
  /** Arrays of the akter the one who asks is kept out of, and of matters opened by name. */
  readonly barred: string;
  readonly lent: string;
}

/**
 * The policy as a condition on the rows of a list. Only the policy makes one: nothing of a request may
 * ever be part of its text.
 */
export type RowFilter = (columns: FilterColumns, parameters: FilterParameters) => string;

/** Who asks for a list, and what the policy lets that person see of it. */
export interface Viewer {
  readonly staff: Uuid;
  readonly unit: Uuid | undefined;
  /** Those the one who asks stands in for today, and the units of managers among them. */
  readonly standIn?: { readonly staff: readonly Uuid[]; readonly units: readonly Uuid[] };
  /** The akter the one who asks is kept out of, and the matters opened for that person by name. */
  readonly exceptions?: { readonly barred: readonly Uuid[]; readonly lent: readonly Uuid[] };
  readonly filter: RowFilter;
}

/** The four arrays that say for whom somebody stands in and what is excepted, in the order lists take them. */
export function beside({ standIn, exceptions }: Viewer): readonly (readonly Uuid[])[] {
  return [
    standIn?.staff ?? [],
    standIn?.units ?? [],
    exceptions?.barred ?? [],
    exceptions?.lent ?? [],
  ];
}

const made = new Map<string, Statement>();

/**
 * A named statement for each text of a filter; there are as many as roles and actions, not more. `keeps` as of a
 * {@link Statement}.
 */
export function filtered(name: string, text: string, keeps = false): Statement {
  const key = `${name} ${text}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const make = keeps ? keptStatement : statement;
  const next = make(`${name}_${made.size + 1}`, text);
  made.set(key, next);
  return next;
}

/** The columns when the statement has `matter m` and `person p` of its child. */
export const MATTER_COLUMNS: FilterColumns = {
  akt: "m.akt",
  matter: "m.matter",
  unit: "m.unit",
  worker: "m.worker",
  coWorker: "m.co_worker",
  offeredTo: "m.offered_to",
  closed: "(m.closed_on is not null)",
  protected: "p.protected",
};
