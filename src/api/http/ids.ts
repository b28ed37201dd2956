import { parseUuid, type Uuid } from "../../kernel/ids.ts";

/** An id the contract has already checked the shape of. */
export function uuidOf(text: string): Uuid {
  const uuid = parseUuid(text);
  if (uuid === undefined) throw new RangeError("Not a UUID");
  return uuid;
}

/** As {@link uuidOf}, for an id that may be left out. */
export function maybeUuid(text: string | undefined): Uuid | undefined {
  return text === undefined ? undefined : uuidOf(text);
}

/** Named ids, as commands carry them. */
export function uuidsOf(texts: Readonly<Record<string, string>>): Readonly<Record<string, Uuid>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, uuidOf(text)]));
}
