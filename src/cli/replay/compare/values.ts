import { isMissing, type Value } from "../../../followup/value.ts";
import { codeOfLabel, labelOf } from "../../../spec/lookup.ts";
import type { Pack } from "../../../spec/types.ts";

/** Variables whose codes stand in an order that means something. */
const ordered: readonly string[] = ["UTR-36"];
const FACTORS = "factor";
const PROVISIONS = "legal-basis";
const MISSING = "missing";

/** A value of a case in codes of the specification. Words that are no label stay words. */
export function expectedValue(pack: Pack, codelist: string | undefined, said: unknown): unknown {
  if (codelist === undefined) return said;
  if (Array.isArray(said)) return said.map((each) => codeOf(pack, codelist, each));
  if (codelist === PROVISIONS && typeof said === "string") {
    return provisionsOf(said).map((name) => codeOf(pack, codelist, name));
  }
  return codeOf(pack, codelist, said);
}

function codeOf(pack: Pack, codelist: string, said: unknown): unknown {
  // A code that is a number is written as one.
  if (typeof said === "number") return String(said);
  if (typeof said !== "string") return said;
  if (codelist === FACTORS) return factorOf(pack, said) ?? said;
  return codeOfLabel(pack, codelist, said) ?? missingOf(pack, said) ?? said;
}

/** Words that say that there is no answer. */
function missingOf(pack: Pack, said: string): { readonly missing: string } | undefined {
  const code = codeOfLabel(pack, MISSING, said);
  return code === undefined ? undefined : { missing: code };
}

/** "BU3 empati": a factor by its area and its words. */
function factorOf(pack: Pack, said: string): string | undefined {
  return pack.factors.find(({ area, label }) => `${area} ${label.sv}` === said)?.id;
}

/** "FB 6:13 a, SoL25 11:1, 21:1": a name of an act counts until the next one. */
function provisionsOf(said: string): readonly string[] {
  let act = "";
  return said.split(", ").map((part) => {
    const [first = "", ...rest] = part.split(" ");
    if (/^\p{L}/u.test(first)) {
      act = first;
      return [first, ...rest].join(" ");
    }
    return `${act} ${part}`;
  });
}

/** Whether a value of a row is the expected one. Sets have no order, but where the variable says so. */
export function sameValue(expected: unknown, actual: Value | undefined, variable: string): boolean {
  if (actual === undefined) return false;
  if (isMissing(actual)) {
    return typeof expected === "object" && JSON.stringify(expected) === JSON.stringify(actual);
  }
  if (typeof actual !== "object") return expected === actual;
  if (!Array.isArray(expected)) return false;
  const wanted: readonly unknown[] = expected;
  if (wanted.length !== actual.length) return false;
  return ordered.includes(variable)
    ? actual.every((code, at) => code === wanted[at])
    : actual.every((code) => wanted.includes(code));
}

/** A value of a row in Swedish words, for people. */
export function labelled(pack: Pack, codelist: string | undefined, value: Value): unknown {
  if (isMissing(value) || codelist === undefined) return value;
  if (typeof value === "string") return labelOf(pack, codelist, value, "sv");
  return typeof value === "object"
    ? value.map((code) => labelOf(pack, codelist, code, "sv"))
    : value;
}
