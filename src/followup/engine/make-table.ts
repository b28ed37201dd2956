import type { TableAnswer } from "../../contract/followup/make-table.ts";
import { sharesOf } from "../../domain/followup/shares.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { PackInUse } from "../../store/deps.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { loadCodeLists, ownLists, type CodeBook } from "../code-book.ts";
import type { Column } from "../columns.ts";
import { axisOf, type AxisEntry } from "./axis.ts";
import { tableSql, type CellRow } from "./build-sql.ts";
import { countTable, isSet, type CountedSlice, type CountedTable } from "./count-table.ts";
import type { EngineDeps, Scope } from "./deps.ts";
import { destroyedNotes, listDestroyed, type DestroyedRows } from "./destroyed.ts";
import { resolveQuery, type Axis, type ResolvedQuery, type TableQuery } from "./resolve.ts";
import { longestSeries } from "./series.ts";
import { axisLabel, fill, joined, nounOf, populationOf, questionOf, sentenceOf } from "./words.ts";

export type { TableAnswer } from "../../contract/followup/make-table.ts";

/** Both statements of a table see the same rows, and nothing can be written. */
const readOnly = { text: "set transaction isolation level repeatable read, read only" };
/** Cells of a table: more are neither read nor drawn. */
const mostCells = 40_000;

/**
 * Answers a question inside the unit: counts rows of follow-up by up to three variables, periods or units,
 * exactly, with missing values kept apart, in the words of the specification. Reads as mp_followup within one
 * board, or one unit of it.
 *
 * Refuses what {@link resolveQuery} refuses, and `followup.too-large`.
 */
export async function makeTable(
  deps: EngineDeps,
  scope: Scope,
  query: TableQuery,
): Promise<Result<TableAnswer, Problem[]>> {
  const asked = await askTable(deps, scope, query);
  return asked.ok ? ok(answerOf(deps, scope, asked.value)) : asked;
}

/** A question with what was counted, before it is put into words. */
export interface AskedTable {
  readonly resolved: ResolvedQuery;
  readonly inUse: PackInUse;
  readonly book: CodeBook;
  readonly table: CountedTable;
  /** What the question is about and is there no more. */
  readonly destroyed: readonly DestroyedRows[];
}

/** Reads more of the same moment, in the same transaction. */
export type AlsoRead = (tx: Tx, asked: AskedTable) => Promise<void>;

/** Counts a table. */
export async function askTable(
  deps: EngineDeps,
  scope: Scope,
  query: TableQuery,
  also?: AlsoRead,
): Promise<Result<AskedTable, Problem[]>> {
  const inUse = deps.packs.current(scope.tenant);
  const resolved = resolveQuery(query, inUse.pack);
  if (!resolved.ok) return resolved;
  const asked = await inTenant(deps.pool, scope.tenant, async (tx) => {
    const begun = tx.run(readOnly);
    const read = loadCodeLists(tx, listsOf(resolved.value));
    await Promise.all([begun, read]);
    const book = await read;
    const [cells, destroyed] = await Promise.all([
      countCells(tx, resolved.value, book, scope),
      listDestroyed(tx, resolved.value),
    ]);
    const counted = countTable(resolved.value, cells, deps.settings.smallNumber, {
      pack: inUse.pack,
      book,
      texts: deps.texts,
      units: scope.units ?? [],
      query,
      today: scope.today ?? stockholmDate(deps.clock.now()),
    });
    const found = { resolved: resolved.value, inUse, book, table: counted, destroyed };
    await also?.(tx, found);
    return found;
  });
  const { table } = asked;
  const places = table.rows.length * table.columns.length * (1 + table.layers.length);
  const long = [table.columns, table.layers].some((each) => each.length > longestSeries);
  if (places > mostCells || long) return fail(problem("followup.too-large"));
  return ok(asked);
}

function countCells(
  tx: Tx,
  resolved: ResolvedQuery,
  book: CodeBook,
  scope: Scope,
): Promise<readonly CellRow[]> {
  const { text, values } = tableSql(resolved, book, scope);
  return tx.rows<CellRow>({ text }, values);
}

/** The codelists whose numbers a question meets. */
export function listsOf({ axes, filters }: ResolvedQuery): readonly string[] {
  const variables = axes.flatMap((axis) => (axis.kind === "variable" ? [axis.column] : []));
  const asked = [...variables, ...filters.map((filter) => filter.column)];
  const lists = asked.flatMap((column) => column.codelist ?? []);
  return [...new Set([...lists, ownLists.variable, ownLists.unit])];
}

/** The answer inside the unit: exact, with its words, definition and shares. */
export function answerOf(deps: EngineDeps, scope: Scope, asked: AskedTable): TableAnswer {
  const { resolved, inUse, table } = asked;
  const { texts, settings } = deps;
  const population = populationOf(
    resolved,
    texts,
    labels(deps, asked),
    unitNames(scope, resolved.query),
  );
  const [rows, columns, layers] = resolved.axes.map((axis) => shownAxis(axis, texts));
  if (rows === undefined) throw new Error("a table has rows");
  return {
    query: resolved.query,
    room: "inside",
    question: questionOf(resolved, population, texts),
    sentence: sentenceOf(resolved, table, texts, settings.smallNumber),
    notes: notesOf(deps, asked),
    missing: table.missing,
    axes: { rows, columns: columns ?? null, layers: layers ?? null },
    rows: table.rows.map(shown),
    columns: table.columns.map(shown),
    layers: table.layers.map(shown),
    ...shownSlice(deps, asked, table),
    slices: table.slices.map((slice) => shownSlice(deps, asked, slice)),
    small: settings.smallNumber,
    rounded: 1,
    definition: {
      rows: rows.definition ?? rows.label,
      columns: columns?.definition ?? null,
      grain: resolved.counts === "guardian" ? "guardian" : resolved.kind,
      population,
      specVersion: `${inUse.pack.manifest.id}/${inUse.pack.manifest.version}`,
      specDigest: inUse.digest,
      cutOff: deps.clock.now(),
    },
  };
}

function shownAxis(axis: Axis, texts: EngineDeps["texts"]): TableAnswer["axes"]["rows"] {
  const column = axis.kind === "variable" ? axis.column : undefined;
  return {
    kind: axis.kind,
    id: column?.id ?? null,
    label: axisLabel(axis, texts),
    definition: column?.variable.definition ?? null,
    several: isSet(axis),
  };
}

function shown(entry: AxisEntry): TableAnswer["rows"][number] {
  return { code: entry.code, label: entry.label, missing: entry.missing };
}

function shownSlice(
  { settings }: EngineDeps,
  { resolved, table }: AskedTable,
  slice: CountedSlice,
) {
  const { percent = "column", withMissing = false } = resolved.query;
  const { rows, columns } = table;
  const { n, cells, rowTotals, columnTotals } = slice;
  const shares = sharesOf(
    { ...slice, rows, columns },
    { percent, withMissing, small: settings.smallNumber },
  );
  return {
    n,
    cells: cells.map((row) => [...row]),
    rowTotals: [...rowTotals],
    columnTotals: [...columnTotals],
    shares: shares.map((row) => [...row]),
  };
}

function notesOf(
  { texts, settings }: EngineDeps,
  { resolved, table, destroyed }: AskedTable,
): TableAnswer["notes"] {
  const gone = destroyedNotes(texts, resolved, destroyed);
  if (table.pooled.length === 0) return gone;
  const periods = joined(
    table.pooled.map(({ label }) => label),
    { sv: ", ", en: ", " },
  );
  const noun = nounOf(resolved, texts);
  return [...gone, fill(texts, "note.pooled", { least: settings.smallNumber, noun, periods })];
}

function unitNames({ units = [] }: Scope, query: TableQuery): readonly string[] {
  return (query.units ?? []).map((unit) => units.find((each) => each.unit === unit)?.name ?? unit);
}

/** The words of a code in a filter; what is no code stands as it was written. */
function labels(deps: EngineDeps, { inUse, book }: AskedTable) {
  const all = new Set([-1, -2, -3, -4]);
  return (column: Column, code: string) => {
    const entries = axisOf(column, all, { pack: inUse.pack, book, texts: deps.texts });
    const list = inUse.pack.codelists[column.codelist ?? ""]?.codes ?? [];
    const known =
      entries.find((entry) => entry.code === code) ?? list.find((each) => each.id === code);
    return known?.label ?? { sv: code, en: code };
  };
}
