import { z } from "zod";
import { tableQuery, type TableQuery } from "../../contract/followup/make-table.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Pack } from "../../spec/types.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import { resolveQuery, type ResolvedQuery } from "../engine/resolve.ts";

/** The numbers of a table that left, by the numbers of their places; see `disclosure/numbers.ts`. */
export interface ToldNumbers {
  /** Those that were told and are not nought. */
  readonly told: Readonly<Record<string, number>>;
  readonly withheld: readonly string[];
  /** Of a pooled series each period and the first it is counted with. */
  readonly pools: readonly (readonly [number, number])[];
}

/** A table that left before, with its question as it reads in the pack in use. */
export interface PastRelease {
  readonly release: Uuid;
  readonly queryText: string;
  readonly resolved: ResolvedQuery;
  readonly numbers: ToldNumbers;
}

/** The shape of {@link ToldNumbers} in the database. */
export const toldNumbers: z.ZodType<ToldNumbers> = z.object({
  told: z.record(z.string(), z.number()),
  withheld: z.array(z.string()),
  pools: z.array(z.tuple([z.number(), z.number()])),
});

interface PastRow {
  readonly release: Uuid;
  readonly query: string;
  readonly numbers: unknown;
}

/** One table of a board leaves at a time: each is decided with all before it in view. */
export const lockReleases = statement(
  "followup_release_lock",
  "select pg_advisory_xact_lock(hashtext('followup.release'), $1)",
);
const PAST = statement(
  "followup_release_past",
  `select release, query, numbers from followup_release
   where tenant = $1 and kind = $2 and counts = $3 order by release`,
);

/** What has left of one kind of row, oldest first. A question that the pack in use cannot ask tells nothing of it. */
export async function listPast(
  tx: Tx,
  { kind, counts }: ResolvedQuery,
  pack: Pack,
): Promise<readonly PastRelease[]> {
  const rows = await tx.rows<PastRow>(PAST, [tx.tenant, kind, counts]);
  return rows.flatMap((row) => {
    const query = parseQuery(row.query);
    const resolved = query === undefined ? undefined : resolveQuery(query, pack);
    if (resolved?.ok !== true) return [];
    const numbers = toldNumbers.parse(row.numbers);
    return [{ release: row.release, queryText: row.query, resolved: resolved.value, numbers }];
  });
}

function parseQuery(text: string): TableQuery | undefined {
  const read = tableQuery.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
}
