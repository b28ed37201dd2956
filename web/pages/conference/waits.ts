import type { UnitAnswer } from "../unit/allocation.tsx";

type Row = UnitAnswer["matters"][number];

/** What a matter waits for, and whom: the first that holds, the one that stops all else first. */
export type Waits =
  | { readonly for: "allocate" | "review" | "parties" | "nothing" }
  | { readonly for: "decide"; readonly what: { readonly sv: string; readonly en: string } }
  | {
      readonly for: "duty";
      readonly what: { readonly sv: string; readonly en: string };
      readonly name: string;
    };

/** The parties have the basis and have days to answer it. */
const COMMUNICATED = "communicated";

/** What a row of the unit waits for, from what the unit's page knows: no reason, no text. */
export function waitsOf(row: Row, unit: Pick<UnitAnswer, "toReview" | "toDecide">): Waits {
  if (row.worker === null) return { for: "allocate" };
  if (unit.toReview.some(({ matter }) => matter === row.matter)) return { for: "review" };
  const decision = unit.toDecide.find(({ matter }) => matter === row.matter);
  if (decision !== undefined) return { for: "decide", what: decision.what };
  if (row.phase === COMMUNICATED) return { for: "parties" };
  if (row.nextClock === null) return { for: "nothing" };
  const { verb, verbEn } = row.nextClock;
  return { for: "duty", what: { sv: verb, en: verbEn }, name: row.worker.name };
}
