import type { PersonLabel } from "../../src/contract/shapes.ts";

/** A child somebody is likely to write about. */
export interface ChildAtHand {
  readonly akt: string;
  readonly child: PersonLabel;
}

/** As many as there are digits to choose by. */
const most = 9;

/** The child of this page first, then the files that lie open, the latest first, then the children of the day; each once. */
export function childrenAtHand(
  here: string,
  files: readonly ChildAtHand[],
  due: readonly ChildAtHand[],
): readonly ChildAtHand[] {
  const latest = files.toReversed();
  const inOrder = [...latest.filter(({ akt }) => akt === here), ...latest, ...due];
  const byAkt = new Map<string, ChildAtHand>();
  for (const { akt, child } of inOrder) {
    if (!byAkt.has(akt)) byAkt.set(akt, { akt, child });
  }
  return [...byAkt.values()].slice(0, most);
}
