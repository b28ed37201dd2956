import { loadCodeBook, ownLists, type CodeBook } from "../../followup/code-book.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { columnsOf, columnsOfRow, type Column } from "../../followup/columns.ts";
import { rowKinds, type RowKind } from "../../followup/derive/rows.ts";
import { dayColumn, missingDays, missingNumbers } from "../../followup/schema.ts";
import { missingCodes, type Value } from "../../followup/value.ts";
import type { Pack } from "../../spec/types.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement, type Statement } from "../../store/statement.ts";

/** A row of follow-up as the database has it, in the ids of the specification. */
export interface ReadRow {
  readonly kind: RowKind;
  readonly subject: string;
  readonly matter: string;
  /** The day of the row, and where it is an investigation the day it was closed. */
  readonly on: PlainDate | undefined;
  readonly closedOn: PlainDate | undefined;
  /** Values by the id of the variable, or of its part. */
  readonly values: ReadonlyMap<string, Value>;
  /** The values of each guardian, in the order of the row. */
  readonly guardians: readonly ReadonlyMap<string, Value>[];
}

/** A row as JSON, where a time without a zone stays as it is written. */
type Stored = Readonly<Record<string, unknown>>;

interface JsonRow {
  readonly row: Stored;
}

interface KeyRow {
  readonly row_key: number;
  readonly kind: RowKind;
  readonly subject: string;
  readonly matter: string;
}

interface ChoiceRow {
  readonly row_key: number;
  readonly variable: number;
  readonly code: number;
}

const KEYS = statement(
  "replay_followup_keys",
  "select row_key, kind, subject, matter from followup_key where tenant = $1 order by row_key",
);
const CHOICES = statement(
  "replay_followup_choices",
  "select row_key, variable, code from followup.choice where tenant = $1 order by row_key, variable, place",
);
const GUARDIANS = statement(
  "replay_followup_guardians",
  "select to_jsonb(g) as row from followup.guardian g where tenant = $1 order by row_key, guardian",
);
const ROWS: Readonly<Record<RowKind, Statement>> = {
  akt: statement(
    "replay_followup_akt",
    "select to_jsonb(r) as row from followup.akt r where tenant = $1",
  ),
  utr: statement(
    "replay_followup_utr",
    "select to_jsonb(r) as row from followup.utr r where tenant = $1",
  ),
  bes: statement(
    "replay_followup_bes",
    "select to_jsonb(r) as row from followup.bes r where tenant = $1",
  ),
  gen: statement(
    "replay_followup_gen",
    "select to_jsonb(r) as row from followup.gen r where tenant = $1",
  ),
  fol: statement(
    "replay_followup_fol",
    "select to_jsonb(r) as row from followup.fol r where tenant = $1",
  ),
  avs: statement(
    "replay_followup_avs",
    "select to_jsonb(r) as row from followup.avs r where tenant = $1",
  ),
  goal: statement(
    "replay_followup_goal",
    "select to_jsonb(r) as row from followup.goal r where tenant = $1",
  ),
};

/** Reads every row of follow-up of the board as values of variables. */
export async function readFollowupRows(tx: Tx, pack: Pack): Promise<readonly ReadRow[]> {
  const columns = columnsOf(pack);
  const book = await loadCodeBook(tx);
  const keys = await tx.rows<KeyRow>(KEYS, [tx.tenant]);
  const choices = await tx.rows<ChoiceRow>(CHOICES, [tx.tenant]);
  const guardians = await tx.rows<JsonRow>(GUARDIANS, [tx.tenant]);
  const rows = new Map<number, Stored>();
  for (const kind of rowKinds) {
    const found = await tx.rows<JsonRow>(ROWS[kind], [tx.tenant]);
    for (const { row } of found) rows.set(Number(row["row_key"]), row);
  }
  return keys.map(({ row_key, kind, subject, matter }) => {
    const own = columnsOfRow(columns, kind);
    const row = rows.get(row_key) ?? {};
    const chosen = choices.filter((choice) => choice.row_key === row_key);
    return {
      kind,
      subject,
      matter,
      on: parsePlainDate(String(row[dayColumn[kind]])),
      closedOn: parsePlainDate(String(row["closed_on"])),
      values: new Map([
        ...valuesOf(row, inPlace(own, "row"), book),
        ...setsOf(chosen, inPlace(own, "choice"), book),
      ]),
      guardians: guardians
        .filter((each) => each.row["row_key"] === row_key)
        .map((each) => new Map(valuesOf(each.row, inPlace(own, "guardian"), book))),
    };
  });
}

function inPlace(columns: readonly Column[], place: Column["place"]): readonly Column[] {
  return columns.filter((column) => column.place === place);
}

function valuesOf(
  row: Stored,
  columns: readonly Column[],
  book: CodeBook,
): readonly (readonly [string, Value])[] {
  return columns.map((column) => [column.id, valueOf(row, column, book)] as const);
}

function valueOf(row: Stored, column: Column, book: CodeBook): Value {
  const stored: unknown = row[column.name];
  if (column.type === "date" || column.type === "datetime")
    return dayOf(String(stored), column.type);
  const number = Number(stored);
  if (number < 0) return missingOf(number);
  if (column.type === "yesno") return number === 1;
  if (column.type !== "code") return number;
  return book.codeOf(column.codelist ?? "", number) ?? missingOf(missingNumbers.unknown);
}

/** A day or a local time to the minute; the first days of year 1 say why there is none. */
function dayOf(stored: string, type: "date" | "datetime"): Value {
  const day = stored.slice(0, "YYYY-MM-DD".length);
  const missing = missingCodes.find((code) => missingDays[code] === day);
  if (missing !== undefined) return { missing };
  return type === "date" ? day : stored.slice(0, "YYYY-MM-DDTHH:mm".length);
}

/** The chosen codes of each variable that is a set, in their order. */
function setsOf(
  choices: readonly ChoiceRow[],
  columns: readonly Column[],
  book: CodeBook,
): readonly (readonly [string, Value])[] {
  return columns.map((column) => {
    const variable = book.numberOf(ownLists.variable, column.id);
    const numbers = choices.filter((each) => each.variable === variable).map(({ code }) => code);
    const [first] = numbers;
    if (first === undefined || first < 0) {
      return [column.id, missingOf(first ?? missingNumbers.not_asked)] as const;
    }
    const codes = numbers.flatMap((number) => book.codeOf(column.codelist ?? "", number) ?? []);
    return [column.id, codes] as const;
  });
}

function missingOf(number: number): Value {
  const missing = missingCodes.find((code) => missingNumbers[code] === number);
  return { missing: missing ?? "unknown" };
}
