import { controlId } from "../../spec/form-context.ts";

/** What tells the controls of a child's protection assessment from those of the report and of other children. */
export function scopeOfChild(person: string): string {
  return `${person}-`;
}

/** The id of the control that a problem of a report means; `children` are the persons in the order they were sent. */
export function controlOfReport(pointer: string, children: readonly string[]): string | undefined {
  const [, root, field, part, of] = pointer.split("/");
  if (root === "data") return field === undefined ? undefined : controlId(field);
  if (root !== "children") return undefined;
  const person = children[Number(field)];
  const known = part === "protection" || part === "opening";
  if (!known || of === undefined || person === undefined) return controlId("children");
  return controlId(of, scopeOfChild(person));
}
