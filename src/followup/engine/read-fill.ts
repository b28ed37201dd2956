import type { PlainDate } from "../../kernel/plain-date.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { loadCodeLists, ownLists, type CodeBook } from "../code-book.ts";
import { columnsOf, columnsOfRow, isSelectable, type Column } from "../columns.ts";
import { rowKinds, type RowKind } from "../derive/rows.ts";
import { dayColumn, missingDays, missingNumbers } from "../schema.ts";
import type { EngineDeps, Scope } from "./deps.ts";

/** Answers that could be there and those that are, of one unit's rows of one kind. */
export interface UnitFill {
  /** Id of the unit; none for rows of no unit. */
  readonly unit: string | undefined;
  readonly kind: RowKind;
  readonly n: number;
  readonly filled: number;
}

/**
 * How much of the starter set is answered in rows from a day on, by unit and kind of row. What does not apply to a
 * row is not counted; background stands on every row and is counted with none.
 */
export async function readFill(
  deps: EngineDeps,
  scope: Scope,
  from: PlainDate,
): Promise<readonly UnitFill[]> {
  const { pack } = deps.packs.current(scope.tenant);
  const columns = columnsOf(pack).filter(
    (column) => column.variable.starter && isSelectable(column) && column.row !== "background",
  );
  return inTenant(deps.pool, scope.tenant, async (tx) => {
    const book = await loadCodeLists(tx, [ownLists.unit, ownLists.variable]);
    const read = await Promise.all(
      rowKinds.map((kind) => fillOf(tx, book, { kind, columns, from })),
    );
    return read.flat();
  });
}

interface Asked {
  readonly kind: RowKind;
  readonly columns: readonly Column[];
  readonly from: PlainDate;
}

interface FillRow {
  readonly unit: number;
  readonly n: number;
  readonly filled: number;
}

async function fillOf(
  tx: Tx,
  book: CodeBook,
  { kind, columns, from }: Asked,
): Promise<readonly UnitFill[]> {
  const own = columnsOfRow(columns, kind);
  const plain = own.filter(({ place }) => place === "row");
  const sets = own.flatMap(({ place, id }) =>
    place === "choice" ? (book.numberOf(ownLists.variable, id) ?? []) : [],
  );
  if (plain.length + sets.length === 0) return [];
  const rows = await tx.rows<FillRow>({ text: fillSql(kind, plain) }, [tx.tenant, from, sets]);
  return rows.map(({ unit, n, filled }) => ({
    unit: book.codeOf(ownLists.unit, unit),
    kind,
    n,
    filled,
  }));
}

/** Each set has exactly one first choice, which stands for the set. */
function fillSql(kind: RowKind, columns: readonly Column[]): string {
  const sum = (condition: (column: Column) => string): string =>
    columns.map((column) => `count(*) filter (where ${condition(column)})`).join(" + ") || "0";
  const rows = `followup.${kind} r where r.tenant = $1 and r.${dayColumn[kind]} >= $2::date`;
  return `select unit, sum(n)::int as n, sum(filled)::int as filled from (
      select r.unit, ${sum(applies)} as n, ${sum(isFilled)} as filled from ${rows} group by r.unit
      union all
      select r.unit, count(*) filter (where c.code <> ${missingNumbers.not_relevant}),
        count(*) filter (where c.code > 0)
      from followup.${kind} r join followup.choice c on c.tenant = r.tenant and c.row_key = r.row_key
        and c.place = 1 and c.variable = any($3::smallint[])
      where r.tenant = $1 and r.${dayColumn[kind]} >= $2::date group by r.unit) counted
    group by unit`;
}

function isDay({ type }: Column): boolean {
  return type === "date" || type === "datetime";
}

function applies(column: Column): string {
  const never = isDay(column) ? `'${missingDays.not_relevant}'` : missingNumbers.not_relevant;
  return `r.${column.name} <> ${never}`;
}

function isFilled(column: Column): string {
  return `r.${column.name} ${isDay(column) ? `> '${missingDays.not_relevant}'` : ">= 0"}`;
}
