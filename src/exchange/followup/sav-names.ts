/** The longest name of a variable in bytes of UTF-8. */
const LONGEST_NAME = 64;
const reserved = [
  "all",
  "and",
  "by",
  "eq",
  "ge",
  "gt",
  "le",
  "lt",
  "ne",
  "not",
  "or",
  "to",
  "with",
];

/**
 * Names of variables that SPSS takes, one for each id and no two alike whatever their case: letters of every
 * language, digits and `_`, a letter first. `AKT-06.main` becomes `AKT_06_main`.
 */
export function savNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = id.normalize("NFC").replace(/[^\p{L}\p{N}_]/gu, "_");
    const begun = /^\p{L}/u.test(plain) ? plain : `V_${plain}`;
    const allowed = reserved.includes(begun.toLowerCase()) ? `${begun}_1` : begun;
    let name = cut(allowed, "");
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = cut(allowed, `_${n}`);
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A name may end in no `_` of its own: SPSS keeps those for itself. */
function cut(name: string, suffix: string): string {
  let short = name;
  while (Buffer.byteLength(short + suffix) > LONGEST_NAME)
    short = Array.from(short).slice(0, -1).join("");
  return (short + suffix).replace(/_+$/u, "") || "V";
}
