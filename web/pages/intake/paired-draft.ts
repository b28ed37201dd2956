const NODE_DIGITS = 12;

/**
 * The id of the draft of a child's protection assessment: it follows from the report's draft and the child, so
 * that the page finds it again after a reload. Both are UUIDs; so is what they make.
 */
export function pairedDraft(report: string, person: string): string {
  const [mine, theirs] = [report.slice(-NODE_DIGITS), person.slice(-NODE_DIGITS)];
  const mixed = Array.from(mine, (digit, place) =>
    (Number.parseInt(digit, 16) ^ Number.parseInt(theirs[place] ?? "0", 16)).toString(16),
  );
  return `${report.slice(0, -NODE_DIGITS)}${mixed.join("")}`;
}
