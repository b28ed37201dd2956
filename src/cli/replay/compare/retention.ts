import { retentionOfMatters } from "../../../domain/retention/matter-retention.ts";
import { birthDateOf } from "../../../domain/person/person-state.ts";
import { plainDate } from "../../../kernel/plain-date.ts";
import type { AppliedRule } from "../../../rules/retention.ts";
import type { RetentionRow } from "../../../rules/types.ts";
import type { CaseFile } from "../case-file.ts";
import type { Known } from "../known.ts";
import type { Tally } from "./tally.ts";

type Expected = CaseFile["expected"]["retention"][number];

/**
 * Compares how long each matter is kept, and by which rule. A case names the county its invented municipality
 * lies in, and its municipalities are one board here: any of them may be the one that is meant.
 */
export function compareRetention(known: Known, tally: Tally): void {
  known.plan.file.expected.retention.forEach((expected, index) => {
    for (const matter of expected.matters) {
      const rule = ruleOf(known, matter, expected.ruleId);
      tally.compare(`/expected/retention/${index}`, [
        ["decision", expected.decision ?? "destroy", rule?.decision],
        ["earliest", expected.earliest, rule?.earliest],
        ["latest", expected.latest, rule?.latest],
        ...certainty(expected, rule),
      ]);
    }
  });
}

/** A rule is an interpretation also where only its use in the case is one, so that is never less than the rule. */
function certainty(
  expected: Expected,
  rule: AppliedRule | undefined,
): readonly (readonly [string, unknown, unknown])[] {
  if (expected.certainty !== "certain") return [];
  return [["certainty", expected.certainty, rule?.row.certainty]];
}

function ruleOf(known: Known, key: string, ruleId: string): AppliedRule | undefined {
  const { plan, played, akts, world } = known;
  const place = played.akts.get(key);
  const akt = place === undefined ? undefined : akts.get(place.akt);
  if (place === undefined || akt === undefined) return undefined;
  const { law } = world.specification.law;
  const today = plainDate(plan.file.asOf);
  const child = known.persons.get(akt.person);
  const birthDate = child === undefined ? undefined : birthDateOf(child, today);
  for (const municipality of codesOf(plan.file, law.retention)) {
    const found = retentionOfMatters(law, [akt], {
      today,
      municipality,
      ...(birthDate === undefined ? {} : { birthDate }),
    });
    const rule = found.get(place.matter)?.rules.find(({ row }) => row.id === ruleId);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** The code of no municipality. */
const ELSEWHERE = "0000";

/** An invented municipality has no code: one of the county it is said to lie in, where that keeps everything. */
function codesOf(file: CaseFile, rows: readonly RetentionRow[]): readonly string[] {
  const counties = rows.flatMap(({ applies }) => (applies.to === "sample" ? applies.counties : []));
  return file.municipalities.map(({ keepsEverything }) => {
    const [county] = counties;
    return keepsEverything && county !== undefined ? `${county}99` : ELSEWHERE;
  });
}
