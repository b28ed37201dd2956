import { types } from "pg";

const { INT8, DATE, TIMESTAMPTZ } = types.builtins;

/**
 * How columns are read: a date stays 'YYYY-MM-DD' (the driver would make a moment of it, in the zone of
 * the machine), a moment becomes an `Instant`, and a bigint a number, which ours never outgrow.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [INT8, readBigint],
  [DATE, (text: string) => text],
  [TIMESTAMPTZ, readMoment],
]);

/** Column types for a pool; `pg` asks it for each column of an answer. */
export const columnTypes = { getTypeParser: typeParser };

const known = new Map<number, (value: string) => unknown>(parsers);

function typeParser(oid: number): (value: string) => unknown {
  const found = known.get(oid);
  if (found !== undefined) return found;
  const shipped: unknown = types.getTypeParser(oid, "text");
  const read = isReader(shipped) ? shipped : (text: string) => text;
  known.set(oid, read);
  return read;
}

function isReader(value: unknown): value is (text: string) => unknown {
  return typeof value === "function";
}

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A bigint too large for a number");
  return value;
}

/** '2026-01-05 08:00:00.123+00', as the server writes it in the zone UTC. */
function readMoment(text: string): string {
  const fraction = text.slice(20, -3);
  const isUtc = text.endsWith("+00") && (text[19] === "." || text.length === 22);
  if (!isUtc || text[10] !== " " || fraction.length > 6)
    throw new RangeError("Not a moment in UTC");
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
}
