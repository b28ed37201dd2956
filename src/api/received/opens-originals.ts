import type { FieldClass } from "../../access/policy-types.ts";

/** Nobody has classed what a letter says, so it is read by those alone who read everything. */
const ANYTHING: readonly FieldClass[] = ["narrative", "reporter", "health"];

/** Whether somebody who sees these classes of fields may open what came in. */
export function opensOriginals(classes: readonly FieldClass[]): boolean {
  return ANYTHING.every((each) => classes.includes(each));
}
