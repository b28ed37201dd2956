/** Both ends of a range as they are typed; empty where it is open. */
export interface TypedRange {
  readonly from: string;
  readonly to: string;
}

const range = /^(\d{1,6})-(\d{0,6})$/u;
const month = /^\d{4}-\d{2}$/u;

/** The range among the values of a condition: `3-14`, `3-`. */
export function rangeIn(values: readonly string[]): TypedRange {
  const found = values.map((value) => range.exec(value)).find((match) => match !== null);
  return { from: found?.[1] ?? "", to: found?.[2] ?? "" };
}

/** The values with another range among them: what is no digit is left out, and without a beginning it begins at 0. */
export function withRange(values: readonly string[], typed: TypedRange): string[] {
  const others = values.filter((value) => !range.test(value));
  const digits = (text: string): string => text.replaceAll(/\D/gu, "").slice(0, 6);
  const from = digits(typed.from);
  const to = digits(typed.to);
  return from === "" && to === "" ? others : [`${from === "" ? "0" : from}-${to}`, ...others];
}

/** The month among the values of a condition. */
export function monthIn(values: readonly string[]): string {
  return values.find((value) => month.test(value)) ?? "";
}

/** The values with another month among them. */
export function withMonth(values: readonly string[], typed: string): string[] {
  const others = values.filter((value) => !month.test(value));
  return month.test(typed) ? [typed, ...others] : others;
}
