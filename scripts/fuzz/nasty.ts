import type { SeededRandom } from "../../src/kernel/random.ts";

/** Texts that have broken programs before. */
const TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00x\ud800",
  "\u202e\u2066",
  "e\u0301\u0302\u0303",
  "👩‍👩‍👧‍👦",
  "ﷺ",
  "\ufeff",
  "'; drop table event; --",
  "\\",
  "%00",
  "../../../../etc/passwd",
  "${7*7}{{7*7}}#{7*7}",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "toString",
  "NaN",
  "1e999",
  "-0",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "2026-13-45",
  "0000-00-00",
  "9999-12-31T23:59",
  "-271821-04-20",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "9223372036854775808",
  "2147483648",
  "https://example.org/?q=a%20b",
  "\r\nSet-Cookie: a=b",
  "å".repeat(300),
];

const NUMBERS: readonly number[] = [
  0,
  -1,
  -0,
  1.5,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  5e-324,
  255,
  65_536,
];

const KEYS: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "",
  "a/b~c",
  "tenant",
  "actor",
  "role",
  "sql",
  "\u0000",
  "x".repeat(100),
];

/** A key no shape asks for. */
export function nastyKey(random: SeededRandom): string {
  return random.pick(KEYS);
}

/** A text that has broken programs before; now and then a very long one. */
export function nastyText(random: SeededRandom): string {
  const kind = random.integer(0, 40);
  if (kind === 0)
    return random.pick(["x", "å", "\u0000", '"', "👩"]).repeat(random.integer(1, 90_000));
  if (kind < 6) {
    return Array.from({ length: random.integer(1, 40) }, () =>
      String.fromCharCode(random.integer(0, 0xffff)),
    ).join("");
  }
  return random.pick(TEXTS);
}

/** Any value, seldom one that was asked for. */
export function nastyValue(random: SeededRandom): unknown {
  switch (random.integer(0, 9)) {
    case 0:
      return null;
    case 1:
      return random.pick(NUMBERS);
    case 2:
      return random.integer(0, 1) === 1;
    case 3:
      return [];
    case 4:
      return { [nastyKey(random)]: nastyText(random) };
    case 5:
      return Array.from({ length: random.integer(1, 600) }, () => random.pick(NUMBERS));
    case 6:
      return nested(random.integer(2, 200));
    default:
      return nastyText(random);
  }
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { id: value };
  return value;
}
