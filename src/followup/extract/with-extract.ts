import type { FileRow, FileTable } from "../../contract/followup/file-table.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Lang } from "../../spec/types.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { loadCodeBook } from "../code-book.ts";
import type { EngineDeps, Scope } from "../engine/deps.ts";
import { extractColumns, rowColumn, type ExtractColumn, type Field } from "./extract-columns.ts";
import { fingerprintSql, linesSql, type ExtractSource } from "./extract-sql.ts";
import { cellsOfLine } from "./read-lines.ts";
import { resolveExtract, type ExtractDefinition, type ResolvedExtract } from "./resolve-extract.ts";

/** Rows read and written at once: memory holds two such batches, however many rows there are. */
const BATCH = 2000;

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
  const { pack } = deps.packs.current(scope.tenant);
  const resolved = resolveExtract(asked.definition, pack);
  if (!resolved.ok) return resolved;
  return inTenant(deps.pool, scope.tenant, async (tx) => {
    for (const text of settings) await tx.run({ text });
    const book = await loadCodeBook(tx);
    const guardians = await mostGuardians(tx, resolved.value);
    const { texts } = deps;
    const columnDeps = { pack, book, texts, lang: asked.lang };
    const columns = extractColumns(resolved.value.columns, columnDeps, guardians);
    const source = { resolved: resolved.value, columns, book, tenant: scope.tenant };
    const { rows: count, fingerprint } = await readFingerprint(tx, source);
    const table = {
      columns: [rowColumn(columnDeps), ...columns.map(({ made }) => made)],
      count,
      rows: readRows(tx, source, asked.seed),
    };
    return ok(await use({ resolved: resolved.value, columns, table, fingerprint }));
  });
}

/** One moment, nothing written; all rows will be read, and sorted in memory where they fit. */
const settings = [
  "set transaction isolation level repeatable read, read only",
  "set local cursor_tuple_fraction = 1",
  "set local work_mem = '24MB'",
  "set local hash_mem_multiplier = 1",
] as const;

/** The most guardians a row has; not asked where no variable is about them. */
async function mostGuardians(tx: Tx, { kind, columns }: ResolvedExtract): Promise<number> {
  if (!columns.some(({ place }) => place === "guardian")) return 0;
  const text = `select coalesce(max(guardian), 0)::int as most from followup.guardian
    where tenant = $1 and row_kind = $2`;
  const [found] = await tx.rows<{ most: number }>({ text }, [tx.tenant, kind]);
  return found?.most ?? 0;
}

interface Fingerprint {
  readonly rows: number;
  readonly fingerprint: string;
}

async function readFingerprint(tx: Tx, source: ExtractSource): Promise<Fingerprint> {
  const { text, values } = fingerprintSql(source);
  const [found] = await tx.rows<Fingerprint>({ text }, values);
  return found ?? { rows: 0, fingerprint: "0" };
}

/** The next batch is fetched while the one before is used, and no more. */
async function* readRows(
  tx: Tx,
  source: ExtractSource,
  seed: string,
): AsyncGenerator<readonly FileRow[]> {
  const fields: readonly Field[] = source.columns.map(({ field }) => field);
  const { text, values } = linesSql(source, seed);
  await tx.run({ text: `declare extract_rows no scroll cursor for ${text}` }, values);
  const fetch = () => {
    const next = tx.rows<{ line: string }>({ text: `fetch ${BATCH} from extract_rows` });
    // Told where it is waited for; nobody waits when the reader has gone.
    next.catch(() => undefined);
    return next;
  };
  let number = 0;
  let next = fetch();
  while (true) {
    const lines = await next;
    if (lines.length === 0) return;
    next = fetch();
    yield lines.map(({ line }) => {
      number += 1;
      return cellsOfLine(line, fields, number);
    });
  }
}
