import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isReservedTestNumber } from "../kernel/identity-number.ts";

const LIST = fileURLToPath(new URL("../../spec/reference/test-numbers.txt", import.meta.url));
const DIGITS_AFTER_DATE = 4;

/** Birth date (8 digits) to the last four digits of its test numbers, one after the other. */
let known: ReadonlyMap<string, string> | undefined;

/**
 * True for a 12-digit number that belongs to nobody: the individual number is 980-999, or it is in
 * Skatteverket's list of test numbers. The list is read when first needed. A synthetic board takes no other.
 */
export function isTestNumber(value: string): boolean {
  if (isReservedTestNumber(value)) return true;
  if (!/^\d{12}$/u.test(value)) return false;
  known ??= readList(readFileSync(LIST, "utf8"));
  const endings = known.get(value.slice(0, -DIGITS_AFTER_DATE)) ?? "";
  return endsWithOneOf(endings, value.slice(-DIGITS_AFTER_DATE));
}

function endsWithOneOf(endings: string, wanted: string): boolean {
  for (let at = 0; at < endings.length; at += DIGITS_AFTER_DATE) {
    if (endings.startsWith(wanted, at)) return true;
  }
  return false;
}

function readList(text: string): ReadonlyMap<string, string> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, 8), line.slice(9)]));
}
