import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** Somebody who is or was a guardian of the child, and since when; a day that is unknown counts as always. */
export interface GuardianSince {
  readonly person: Uuid;
  readonly from: PlainDate | undefined;
}

/**
 * Everybody who was ever a guardian, each once, in the order in which they became one and then of their ids.
 * Nobody's place changes when a guardian leaves or a later one comes: what the child allowed one parent to
 * read is never shown to another because of it.
 */
export function guardianOrder(ever: readonly GuardianSince[]): readonly Uuid[] {
  const ordered = ever.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return [...new Set(ordered.map(({ person }) => person))];
}

function keyOf({ person, from }: GuardianSince): string {
  return `${from ?? ""} ${person}`;
}

/**
 * Which code of codelist `visible-to` stands for whom: the child, the guardians by their place in
 * {@link guardianOrder}, and everybody else. The page that asks whom the child's words may be shown to and the
 * copy that is made for somebody must agree about it.
 */
export function audienceOf(
  person: Uuid,
  child: Uuid,
  guardians: readonly Uuid[],
): "child" | "guardian-a" | "guardian-b" | "other" {
  if (person === child) return "child";
  const place = guardians.indexOf(person);
  if (place === 0) return "guardian-a";
  return place === 1 ? "guardian-b" : "other";
}
