import type { Uuid } from "../kernel/ids.ts";

/**
 * Which code of codelist `visible-to` stands for whom: the child, the guardians in the order of their
 * ids (which never changes), and everybody else. The page that asks whom the child's words may be shown
 * to and the copy that is made for somebody must agree about it.
 */
export function audienceOf(
  person: Uuid,
  child: Uuid,
  guardians: readonly Uuid[],
): "child" | "guardian-a" | "guardian-b" | "other" {
  if (person === child) return "child";
  const order = [...new Set(guardians)].toSorted().indexOf(person);
  if (order === 0) return "guardian-a";
  return order === 1 ? "guardian-b" : "other";
}
