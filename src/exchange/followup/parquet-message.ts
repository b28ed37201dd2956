/** What the process that writes Parquet is told to do, once. */
export interface ParquetOrder {
  readonly sql: string;
  /** Where it may put what does not fit in memory. */
  readonly folder: string;
  readonly memory: string;
}

export type ParquetAnswer = { readonly made: true } | { readonly failed: "order" | "write" };

/** An order as it came; undefined for anything else. */
export function parseOrder(message: unknown): ParquetOrder | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { sql, folder, memory } = message as Partial<Record<keyof ParquetOrder, unknown>>;
  const whole = typeof sql === "string" && typeof folder === "string" && typeof memory === "string";
  return whole ? { sql, folder, memory } : undefined;
}

/** What the process answered. */
export function isMade(message: unknown): boolean {
  return typeof message === "object" && message !== null && "made" in message;
}
