import { columnsOf, type Column } from "../followup/columns.ts";
import { missingDays, missingNumbers } from "../followup/schema.ts";
import type { RowKind } from "../followup/derive/rows.ts";
import type { Pack } from "../spec/types.ts";
import type { Tx } from "../store/in-tenant.ts";

/** How far a variable is filled in the rows of a board. */
export interface FillRate {
  /** `AKT-13`, or `AKT-06.main` for a part. */
  readonly id: string;
  readonly label: string;
  readonly starter: boolean;
  /** Rows, or guardians of rows, that could have a value: those it is not relevant for are left out. */
  readonly rows: number;
  readonly filled: number;
  readonly notAsked: number;
  readonly unknown: number;
  readonly declined: number;
  readonly notRelevant: number;
  /** How many different values there are. */
  readonly values: number;
}

interface Counted {
  readonly value: string | number;
  readonly count: number;
  readonly [column: string]: string | number;
}

/** Background stands on every row; it is counted on those of what came in. */
const BACKGROUND: RowKind = "akt";

/** The fill rate of every variable of the pack, in its order. `tx` works in the board. */
export async function fillRates(tx: Tx, pack: Pack): Promise<readonly FillRate[]> {
  const rates: FillRate[] = [];
  for (const column of columnsOf(pack)) {
    rates.push(rateOf(column, await tx.rows<Counted>({ text: sqlOf(column) }, [tx.tenant])));
  }
  return rates;
}

/** Names come from the pack, whose columns are checked to be plain words when it is read. */
function sqlOf(column: Column): string {
  const kind = column.row === "background" ? BACKGROUND : column.row;
  if (column.place === "choice") {
    return `select c.code::text as value, count(*)::int as count
      from followup.choice c
      join followup.code v on v.tenant = $1 and v.codelist = 'variable' and v.number = c.variable
      join followup.${kind} r on r.tenant = $1 and r.row_key = c.row_key
      where c.tenant = $1 and v.code = '${column.id}' and c.place = 1 group by c.code`;
  }
  const from =
    column.place === "guardian"
      ? `followup.guardian r where r.tenant = $1 and r.row_kind = '${kind}'`
      : `followup.${kind} r where r.tenant = $1`;
  return `select ${column.name}::text as value, count(*)::int as count from ${from} group by 1`;
}

function rateOf(column: Column, counted: readonly Counted[]): FillRate {
  const missing = (why: keyof typeof missingNumbers): number =>
    counted
      .filter(({ value }) => value === String(missingNumbers[why]) || value === missingDays[why])
      .reduce((sum, { count }) => sum + count, 0);
  const notRelevant = missing("not_relevant");
  const [notAsked, unknown, declined] = [
    missing("not_asked"),
    missing("unknown"),
    missing("declined"),
  ];
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  const gone = new Set<string | number>([
    ...Object.values(missingNumbers).map(String),
    ...Object.values(missingDays),
  ]);
  return {
    id: column.id,
    label: column.label.sv,
    starter: column.variable.starter,
    rows: all - notRelevant,
    filled: all - notRelevant - notAsked - unknown - declined,
    notAsked,
    unknown,
    declined,
    notRelevant,
    values: counted.filter(({ value }) => !gone.has(value)).length,
  };
}

/** The rates as lines for people, those of the starter set first. */
export function fillLines(rates: readonly FillRate[]): readonly string[] {
  const width = Math.max(...rates.map(({ id }) => id.length));
  return rates
    .toSorted((a, b) => Number(b.starter) - Number(a.starter))
    .map(({ id, starter, rows, filled, values, label }) => {
      const share = rows === 0 ? "  –" : `${Math.round((100 * filled) / rows)}`.padStart(3);
      const counts = `${String(filled).padStart(6)} of ${String(rows).padEnd(6)}`;
      return `${starter ? "*" : " "} ${id.padEnd(width)} ${share} % ${counts} ${String(values).padStart(4)} values  ${label}`;
    });
}
