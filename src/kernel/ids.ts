import type { Brand } from "./brand.ts";
import type { Clock } from "./clock.ts";
import { millisOf } from "./instant.ts";
import { seededRandom } from "./random.ts";

export { seededRandom } from "./random.ts";
export type { SeededRandom } from "./random.ts";

/** A UUID in lower case. Those we make are version 7: they begin with the time and sort by it. */
export type Uuid = Brand<string, "Uuid">;

const UUID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const RANDOM_BYTES = 10;
const MAX_MILLIS = 2 ** 48 - 1;

/** Reads a UUID of any version, in either case; undefined for any other text. */
export function parseUuid(text: string): Uuid | undefined {
  const lower = text.toLowerCase();
  return UUID_SHAPE.test(lower) ? (lower as Uuid) : undefined;
}

/**
 * A version 7 UUID (RFC 9562 5.7) of milliseconds since 1970 and ten random bytes, of which 74
 * bits are used. Throws RangeError for other input.
 */
export function uuidV7(millis: number, random: Uint8Array): Uuid {
  if (!Number.isSafeInteger(millis) || millis < 0 || millis > MAX_MILLIS) {
    throw new RangeError("Milliseconds do not fit in 48 bits");
  }
  if (random.length !== RANDOM_BYTES) throw new RangeError("Ten random bytes are needed");
  const time = millis.toString(16).padStart(12, "0");
  const rest = Array.from(random, (byte, at) => {
    if (at === 0) return 0x70 | (byte & 0x0f);
    if (at === 2) return 0x80 | (byte & 0x3f);
    return byte;
  });
  const hex = time + rest.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  // Made from checked parts, in the one shape of a UUID.
  return [...groups, hex.slice(20)].join("-") as Uuid;
}

/** Where new ids come from; injected, so that a replay gives the same ids. */
export interface IdSource {
  next(): Uuid;
}

/** Ids that are always the same for a seed and a clock. Only for demo data and replay. */
export function seededIdSource(seed: number | string, clock: Clock): IdSource {
  const random = seededRandom(seed);
  return { next: () => uuidV7(millisOf(clock.now()), random.bytes(RANDOM_BYTES)) };
}
