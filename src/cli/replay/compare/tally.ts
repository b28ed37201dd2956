import type { FileReport } from "../../check-files.ts";
import type { Uncovered } from "../mapping/mapping.ts";

/** Counts what was compared. Each thing is compared once, whatever it has of fields. */
export interface Tally {
  agree(): void;
  /** One thing that differs, with each field that does. */
  differ(differences: FileReport["differs"]): void;
  /** Something that could not be compared. */
  leave(path: string, reason: string): void;
  /** Something worth knowing that is no difference. */
  note(path: string, reason: string): void;
  /** Compares one thing field by field. */
  compare(
    path: string,
    fields: readonly (readonly [field: string, expected: unknown, actual: unknown])[],
  ): void;
  report(file: string): FileReport;
}

/** Makes a tally, with what is known not to be covered already. */
export function makeTally(known: readonly Uncovered[], told: readonly Uncovered[] = []): Tally {
  let checked = 0;
  let agreed = 0;
  const differs: FileReport["differs"][number][] = [];
  const notCovered: Uncovered[] = [...known];
  const noted: Uncovered[] = [...told];
  const tally: Tally = {
    agree: () => {
      checked += 1;
      agreed += 1;
    },
    differ: (differences) => {
      checked += 1;
      differs.push(...differences);
    },
    leave: (path, reason) => void notCovered.push({ path, reason }),
    note: (path, reason) => void noted.push({ path, reason }),
    compare: (path, fields) => {
      const wrong = fields.filter(([, expected, actual]) => !isSame(expected, actual));
      if (wrong.length === 0) tally.agree();
      else {
        tally.differ(
          wrong.map(([field, expected, actual]) => ({
            path: `${path}/${field}`,
            expected: expected ?? null,
            actual: actual ?? null,
          })),
        );
      }
    },
    report: (file) => ({ file, checked, agreed, differs, notCovered, noted }),
  };
  return tally;
}

function isSame(expected: unknown, actual: unknown): boolean {
  return JSON.stringify(expected ?? null) === JSON.stringify(actual ?? null);
}
