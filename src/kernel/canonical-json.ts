/** What JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * The canonical text of a value (RFC 8785, JCS): no blanks, members in the order of the UTF-16
 * code units of their names, numbers and strings as ECMAScript writes them. Throws TypeError for
 * what JSON cannot hold: infinite numbers, half surrogate pairs, undefined.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return canonicalString(value);
  if (isArray(value)) return canonicalArray(value);
  if (typeof value !== "object") throw new TypeError("Not a JSON value");
  let text = "";
  for (const key of sorted(Object.keys(value))) {
    text += `${text === "" ? "{" : ","}${canonicalKey(key)}:${canonicalMember(value, key)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

/** Most members stand in order already. */
function sorted(keys: string[]): readonly string[] {
  for (let at = 1; at < keys.length; at += 1) {
    if ((keys[at - 1] ?? "") > (keys[at] ?? "")) return keys.sort();
  }
  return keys;
}

/** By index: an array with a hole has no value there, and is refused as any other. */
function canonicalArray(values: readonly Json[]): string {
  let text = "[";
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (value === undefined) throw new TypeError("Not a JSON value");
    text += at === 0 ? canonicalJson(value) : `,${canonicalJson(value)}`;
  }
  return `${text}]`;
}

/** Most names are plain: those need no escape. */
function canonicalKey(key: string): string {
  return /^[\w-]+$/u.test(key) ? `"${key}"` : canonicalString(key);
}

function canonicalMember(value: { readonly [key: string]: Json }, key: string): string {
  const member = value[key];
  if (member === undefined) throw new TypeError(`No value at member ${key}`);
  return canonicalJson(member);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError("Not a finite number");
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("Text with half a surrogate pair");
  return JSON.stringify(value);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
