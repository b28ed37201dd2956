import type { Pool } from "pg";
import { millisOf } from "../../kernel/instant.ts";
import type { EngineDeps, Scope } from "./deps.ts";

/** Rows where a variable applies, and rows where it has a value. */
export interface Fill {
  readonly n: number;
  readonly filled: number;
}

type Fills = ReadonlyMap<string, Fill>;

interface Kept {
  readonly digest: string;
  readonly countedAt: number;
  readonly fills: Fills;
}

/** Fewer rows are counted anew each time: that takes no time, and whoever has just written sees it. */
const MANY_ROWS = 200_000;
const KEPT_MS = 60_000;

const keptOf = new WeakMap<Pool, Map<number, Kept>>();

/**
 * How far the variables of a board are filled. Of very many rows the counts are those of the last minute: they are
 * a hint of where answers are lacking, and no table or report is ever made of them.
 */
export async function keptFills(
  { pool, packs, clock }: Pick<EngineDeps, "pool" | "packs" | "clock">,
  { tenant }: Scope,
  count: () => Promise<Fills>,
): Promise<Fills> {
  const boards = keptOf.get(pool) ?? new Map<number, Kept>();
  keptOf.set(pool, boards);
  const { digest } = packs.current(tenant);
  const countedAt = millisOf(clock.now());
  const known = boards.get(tenant);
  if (known?.digest === digest && countedAt - known.countedAt < KEPT_MS) return known.fills;
  const fills = await count();
  const many = [...fills.values()].some(({ n }) => n >= MANY_ROWS);
  if (many) boards.set(tenant, { digest, countedAt, fills });
  else boards.delete(tenant);
  return fills;
}
