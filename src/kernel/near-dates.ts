import { parsePlainDate, type PlainDate } from "./plain-date.ts";

/**
 * A date and every other that a slip of the pen makes of it: one digit is another, or two that stand beside each other
 * have changed places. In order.
 */
export function nearDates(date: PlainDate): readonly PlainDate[] {
  const digits = date.replaceAll("-", "");
  const texts = new Set([digits]);
  for (let at = 0; at < digits.length; at += 1) {
    const [before, after] = [digits.slice(0, at), digits.slice(at + 1)];
    for (let digit = 0; digit <= 9; digit += 1) texts.add(`${before}${digit}${after}`);
    const [here = "", next = ""] = digits.slice(at, at + 2);
    texts.add(`${before}${next}${here}${digits.slice(at + 2)}`);
  }
  return [...texts]
    .flatMap((text) => parsePlainDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/u, "$1-$2-$3")) ?? [])
    .toSorted();
}
