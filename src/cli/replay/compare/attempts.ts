import type { Known } from "../known.ts";
import type { Tally } from "./tally.ts";

/**
 * Compares each attempt: it agrees when every command of it was refused under the expected rule, or one of
 * the others named, and nothing of it was stored.
 */
export function compareAttempts(known: Known, tally: Tally): void {
  const { blocked } = known.plan.file.expected;
  for (const { index, uncovered, trials } of known.played.attempts) {
    const expected = blocked[index];
    if (expected === undefined) continue;
    const path = `/expected/blocked/${index}`;
    if (uncovered !== undefined) {
      tally.leave(path, uncovered);
      continue;
    }
    const rules = [expected.ruleId, ...expected.otherRuleIds];
    const wrong = trials.filter(({ refused, stored, problems }) => {
      const given = problems.map(({ ruleId }) => ruleId);
      return !refused || stored || !rules.some((rule) => given.includes(rule));
    });
    if (wrong.length === 0) tally.agree();
    else {
      const actual = wrong.map(({ refused, stored, problems }) => ({
        refused,
        stored,
        problems: problems.map(({ id, ruleId, pointer }) => ({ id, ruleId, pointer })),
      }));
      tally.differ([{ path, expected: rules, actual }]);
    }
  }
}
