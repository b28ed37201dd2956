import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first. In a fresh clone nothing is known of how long a file takes, and
 * the largest would come first: a short file that takes a minute then ran alone at the end, beside a core with
 * nothing to do. Only the order follows from it; what is not here comes after these.
 */
export const LONGEST: readonly string[] = [
  "e2e/axe.e2e.test.ts",
  "e2e/chain.e2e.test.ts",
  "e2e/faults.e2e.test.ts",
  "e2e/keyboard.e2e.test.ts",
  "e2e/kept.e2e.test.ts",
  "e2e/input.e2e.test.ts",
  "e2e/drafts.e2e.test.ts",
  "e2e/axe-office.e2e.test.ts",
  "e2e/first-start.e2e.test.ts",
  "e2e/effort.e2e.test.ts",
  "src/api/leak-hunt.db.test.ts",
  "src/store/postgres/launcher.db.test.ts",
  "src/store/postgres/launcher-users.db.test.ts",
  "src/cli/fill-municipality.db.test.ts",
  "src/followup/engine/make-table.db.test.ts",
  "src/demo/make-demo-board.db.test.ts",
  "src/restore.db.test.ts",
  "src/cli/replay/replay.db.test.ts",
  "src/store/expression-to-sql.db.test.ts",
  "src/api/policy-walk.db.test.ts",
  "src/api/session/session.db.test.ts",
  "src/api/print/prints-of-a-board.db.test.ts",
  "src/cli/random-order.db.test.ts",
  "src/followup/writer/joined-persons.db.test.ts",
  "src/cli/run-replay.db.test.ts",
];

/** The place of a file in the order: lower is sooner, and all that are not known to be long come together. */
export function placeOf(file: string): number {
  const at = LONGEST.findIndex((long) => file.endsWith(`/${long}`));
  return at === -1 ? LONGEST.length : at;
}

/** Vitest's own order, but what is known to take long is begun first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one.moduleId) - placeOf(other.moduleId));
  }
}
