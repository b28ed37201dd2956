import type { z } from "zod";

import type { tableAnswer } from "../../contract/followup/make-table.ts";
import type { Problem } from "../../kernel/problem.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { PackInUse } from "../../store/deps.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { loadCodeLists, ownLists, type CodeBook } from "../code-book.ts";
import type { Column } from "../columns.ts";
import { axisOf, type AxisEntry } from "./axis.ts";
import { tableSql, type CellRow } from "./build-sql.ts";
import type { EngineDeps, Scope } from "./deps.ts";
import { resolveQuery, type ResolvedQuery, type TableQuery } from "./resolve.ts";
import { fill, populationOf, questionOf, sentenceOf, type CountedTable } from "./words.ts";

export type TableAnswer = z.infer<typeof tableAnswer>;

/** Both statements of a table see the same rows, and nothing can be written. */
const readOnly = { text: "set transaction isolation level repeatable read, read only" };

/**
 * Answers a question: counts rows of follow-up by one variable or two, exactly, with missing values kept
 * apart, in the words of the specification. Reads as mp_followup within one board, or one unit of it.
 *
 * Refuses `followup.unknown-variable`, `followup.different-grain`, `followup.not-selectable` and
 * `followup.period`.
 */
export async function makeTable(
  deps: EngineDeps,
  scope: Scope,
  query: TableQuery,
): Promise<Result<TableAnswer, Problem[]>> {
  const inUse = deps.packs.current(scope.tenant);
  const resolved = resolveQuery(query, inUse.pack);
  if (!resolved.ok) return resolved;
  const { book, cells } = await inTenant(deps.pool, scope.tenant, async (tx) => {
    const begun = tx.run(readOnly);
    const read = loadCodeLists(tx, listsOf(resolved.value));
    await Promise.all([begun, read]);
    const known = await read;
    const { text, values } = tableSql(resolved.value, known, scope);
    return { book: known, cells: await tx.rows<CellRow>({ text }, values) };
  });
  return ok(answerOf(deps, { resolved: resolved.value, inUse, book }, cells));
}

/** The codelists whose numbers a question meets. */
function listsOf({ rows, columns, filters }: ResolvedQuery): readonly string[] {
  const asked = [rows, columns, ...filters.map((filter) => filter.column)];
  const lists = asked.flatMap((column) => column?.codelist ?? []);
  return [...new Set([...lists, ownLists.variable, ownLists.unit])];
}

interface Asked {
  readonly resolved: ResolvedQuery;
  readonly inUse: PackInUse;
  readonly book: CodeBook;
}

function answerOf(deps: EngineDeps, asked: Asked, cells: readonly CellRow[]): TableAnswer {
  const { resolved, inUse } = asked;
  const { texts, settings } = deps;
  const table = countedTable(deps, asked, cells);
  const population = populationOf(resolved, texts, labels(deps, asked));
  return {
    query: resolved.query,
    question: questionOf(resolved, population, texts),
    sentence: sentenceOf(resolved, table, texts),
    n: table.n,
    missing: table.missing,
    rows: table.rows.map(shown),
    columns: table.columns.map(shown),
    cells: table.cells.map((row) => [...row]),
    small: settings.smallNumber,
    definition: {
      rows: resolved.rows.variable.definition,
      columns: resolved.columns?.variable.definition ?? null,
      grain: resolved.counts === "guardian" ? "guardian" : resolved.kind,
      population,
      specDigest: inUse.digest,
      cutOff: deps.clock.now(),
    },
  };
}

function shown(entry: AxisEntry): TableAnswer["rows"][number] {
  return { code: entry.code, label: entry.label, missing: entry.missing };
}

/** Puts the counted groups into rows and columns. */
function countedTable(
  { texts }: EngineDeps,
  { resolved, inUse, book }: Asked,
  counted: readonly CellRow[],
): CountedTable {
  const population = counted.find((cell) => cell.row_value === null);
  const groups = counted.filter((cell) => cell.row_value !== null);
  const axisDeps = { pack: inUse.pack, book, texts };
  const rows = axisOf(resolved.rows, valuesIn(groups, "row_value"), axisDeps);
  const columns =
    resolved.columns === undefined
      ? [{ number: 0, code: "count", label: fill(texts, "count"), missing: false }]
      : axisOf(resolved.columns, valuesIn(groups, "column_value"), axisDeps);
  const found = new Map(groups.map((cell) => [`${cell.row_value} ${cell.column_value}`, cell.n]));
  const cells = rows.map((row) =>
    columns.map((column) => found.get(`${row.number} ${column.number}`) ?? 0),
  );
  return {
    rows,
    columns,
    cells,
    n: population?.n ?? sum(groups),
    missing: population?.missing ?? sum(groups.filter(isMissingCell)),
  };
}

function isMissingCell(cell: CellRow): boolean {
  return (cell.row_value ?? 0) < 0 || (cell.column_value ?? 0) < 0;
}

function sum(cells: readonly CellRow[]): number {
  return cells.reduce((total, cell) => total + cell.n, 0);
}

function valuesIn(
  cells: readonly CellRow[],
  name: "row_value" | "column_value",
): ReadonlySet<number> {
  return new Set(cells.flatMap((cell) => cell[name] ?? []));
}

/** The words of a code in a filter; what is no code stands as it was written. */
function labels(deps: EngineDeps, { inUse, book }: Asked) {
  const all = new Set([-1, -2, -3, -4]);
  return (column: Column, code: string) => {
    const entries = axisOf(column, all, { pack: inUse.pack, book, texts: deps.texts });
    const list = inUse.pack.codelists[column.codelist ?? ""]?.codes ?? [];
    const known =
      entries.find((entry) => entry.code === code) ?? list.find((each) => each.id === code);
    return known?.label ?? { sv: code, en: code };
  };
}
