import type { FileColumn, FileRow, FileTable } from "../../contract/followup/file-table.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Lang } from "../../spec/types.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { loadCodeBook } from "../code-book.ts";
import type { EngineDeps, Scope } from "../engine/deps.ts";
import { extractColumns, rowColumn, type ExtractColumn } from "./extract-columns.ts";
import {
  countedSql,
  linesSql,
  readCounted,
  type Counted,
  type ExtractSource,
  type LineRow,
} from "./extract-sql.ts";
import { lineReader } from "./read-lines.ts";
import { resolveExtract, type ExtractDefinition, type ResolvedExtract } from "./resolve-extract.ts";

/** Rows read and written at once: memory holds two such batches, however many rows there are. */
const BATCH = 1000;

export interface ExtractAsked {
  readonly definition: ExtractDefinition;
  /** Gives the rows their order and numbers. */
  readonly seed: string;
  readonly lang: Lang;
}

/** An extract whose rows can be read, once, while the transaction lasts. */
export interface OpenExtract {
  readonly resolved: ResolvedExtract;
  readonly columns: readonly ExtractColumn[];
  readonly table: FileTable;
  /** A sum over the rows: another one when any of them has changed. */
  readonly fingerprint: string;
}

/**
 * Opens an extract and uses it: everything is read of one moment, as mp_followup, in one board. Refuses what
 * {@link resolveExtract} refuses. What `use` throws is thrown.
 */
export async function withExtract<T>(
  deps: EngineDeps,
  scope: Scope,
  asked: ExtractAsked,
  use: (open: OpenExtract) => Promise<T>,
): Promise<Result<T>> {
  return withSource(deps, scope, asked, async (tx, { source, head }) => {
    const { resolved, columns } = source;
    const { text, values } = linesSql(source, asked.seed);
    await tx.run({ text: `declare extract_rows no scroll cursor for ${text}` }, values);
    const [first, ...begin] = await fetchLines(tx);
    const { count, fingerprint } = readCounted(first?.line ?? "");
    const made = [head, ...columns.map((column) => column.made)];
    const table = { columns: made, count, rows: readRows(tx, columns, begin) };
    return use({ resolved, columns, table, fingerprint });
  });
}

/** Counts the rows of an extract and sums them up, without reading them. Refuses as {@link withExtract}. */
export async function countExtract(
  deps: EngineDeps,
  scope: Scope,
  asked: Omit<ExtractAsked, "seed">,
): Promise<Result<Counted>> {
  return withSource(deps, scope, asked, async (tx, { source }) => {
    const { text, values } = countedSql(source);
    const [found] = await tx.rows<LineRow>({ text }, values);
    return readCounted(found?.line ?? "");
  });
}

interface Opened {
  readonly source: ExtractSource;
  /** The column of the rows' numbers. */
  readonly head: FileColumn;
}

async function withSource<T>(
  { pool, packs, texts, settings }: EngineDeps,
  { tenant }: Scope,
  { definition, lang }: Omit<ExtractAsked, "seed">,
  use: (tx: Tx, opened: Opened) => Promise<T>,
): Promise<Result<T>> {
  const { pack } = packs.current(tenant);
  const resolved = resolveExtract(definition, pack, settings.leavesInGroups);
  if (!resolved.ok) return resolved;
  return inTenant(pool, tenant, async (tx) => {
    for (const text of session) await tx.run({ text });
    const book = await loadCodeBook(tx);
    const guardians = await mostGuardians(tx, resolved.value);
    const columnDeps = { pack, book, texts, lang };
    const columns = extractColumns(resolved.value.columns, columnDeps, guardians);
    const source = { resolved: resolved.value, columns, book, tenant };
    return ok(await use(tx, { source, head: rowColumn(columnDeps) }));
  });
}

/**
 * One moment, nothing written; all rows will be read, and sorted in memory where they fit. What belongs to a row is met
 * in the order of the rows' keys, as the indexes have it: tables of everything by key would fill the disk.
 */
const session = [
  "set transaction isolation level repeatable read, read only",
  "set local cursor_tuple_fraction = 1",
  "set local work_mem = '24MB'",
  "set local enable_hashjoin = off",
  "set local enable_hashagg = off",
  "set local jit = off",
] as const;

/** The most guardians a row has; not asked where no variable is about them. */
async function mostGuardians(tx: Tx, { kind, columns }: ResolvedExtract): Promise<number> {
  if (!columns.some(({ place }) => place === "guardian")) return 0;
  const text = `select coalesce(max(guardian), 0)::int as most from followup.guardian
    where tenant = $1 and row_kind = $2`;
  const [found] = await tx.rows<{ most: number }>({ text }, [tx.tenant, kind]);
  return found?.most ?? 0;
}

function fetchLines(tx: Tx): Promise<readonly LineRow[]> {
  const next = tx.rows<LineRow>({ text: `fetch ${BATCH} from extract_rows` });
  // Told where it is waited for; nobody waits when the reader has gone.
  next.catch(() => undefined);
  return next;
}

/** The next batch is fetched while the one before is used, and no more. */
async function* readRows(
  tx: Tx,
  columns: readonly ExtractColumn[],
  begin: readonly LineRow[],
): AsyncGenerator<readonly FileRow[]> {
  const read = lineReader(columns.map(({ field }) => field));
  let number = 0;
  let lines = begin;
  while (lines.length > 0) {
    const next = fetchLines(tx);
    yield lines.map(({ line }) => {
      number += 1;
      return read(line, number);
    });
    lines = await next;
  }
}
