/** The parts of the field that a case may tell of and that are not made; each reason for leaving out begins with one. */
export const parts = {
  placement: "placement",
  care: "compulsory care",
  board: "board",
} as const;

/** The part whose clock, warning or refusal a rule is, by the letters of its id in the law as data. */
const partOfLetter: Readonly<Record<string, keyof typeof parts>> = {
  E: "placement",
  F: "placement",
  I: "placement",
  G: "care",
  H: "care",
  N: "board",
};

/** Why a rule is not asked, where it belongs to a part that is not made; else in words of its own. */
export function leftToRule(ruleId: string, what: string): string {
  const part = partOfLetter[ruleId.split("-")[0] ?? ""];
  return part === undefined ? what : leftTo(part, what);
}

/** Why something is left out: the part it belongs to, and what of it. */
export function leftTo(part: keyof typeof parts, what: string): string {
  return `${parts[part]}: ${what}`;
}
