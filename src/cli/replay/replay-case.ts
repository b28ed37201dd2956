import { ok, type Result } from "../../kernel/result.ts";
import type { Pools } from "../../store/pools.ts";
import type { FileReport } from "../check-files.ts";
import { parseCaseFile } from "./case-file.ts";
import { compareAttempts } from "./compare/attempts.ts";
import { compareDeadlines } from "./compare/deadlines.ts";
import { compareRetention } from "./compare/retention.ts";
import { makeTally, type Tally } from "./compare/tally.ts";
import { compareVariables } from "./compare/variables.ts";
import { compareViolations } from "./compare/violations.ts";
import { compareVisibility } from "./compare/visibility.ts";
import { compareWarnings } from "./compare/warnings.ts";
import { readKnown, type Known } from "./known.ts";
import { planCase } from "./plan.ts";
import { playCase } from "./play.ts";
import { caseSetting, openWorld, type ReplaySpec } from "./world.ts";

/** What a replay is compared by, in the order of the case format. */
const comparisons: readonly ((known: Known, tally: Tally) => void)[] = [
  compareRefusals,
  compareDeadlines,
  compareAttempts,
  compareWarnings,
  compareViolations,
  compareVisibility,
  compareVariables,
  compareRetention,
];

/**
 * Plays a case as real commands at its own dates on a board of its own and compares what came of it with what
 * the case expects. What the program cannot do yet is said, never passed over. Refuses a file that is not
 * of the format, before anything is carried out: the problems of `parseCaseFile`, `planCase` and `playCase`. `pools` is
 * asked for a database only when there is something to play.
 */
export async function replayCase(
  file: string,
  text: string,
  pools: () => Promise<Pools>,
  spec: ReplaySpec,
): Promise<Result<FileReport>> {
  const read = parseCaseFile(text);
  if (!read.ok) return read;
  const setting = caseSetting(read.value);
  const plan = planCase(read.value, spec.specification.packs.latest.pack, setting.ids);
  if (!plan.ok) return plan;
  const world = await openWorld(await pools(), spec, read.value, setting);
  const played = await playCase(world, plan.value);
  if (!played.ok) return played;
  const known = await readKnown(world, plan.value, played.value);
  const tally = makeTally([...plan.value.notCovered, ...played.value.notCovered], plan.value.noted);
  for (const compare of comparisons) compare(known, tally);
  return ok(tally.report(file));
}

/** An event of the case that the product refused differs: the case says that it happened. */
function compareRefusals(known: Known, tally: Tally): void {
  for (const { path, problems } of known.played.refused) {
    const actual = problems.map(({ id, ruleId, pointer }) => ({ id, ruleId, pointer }));
    tally.differ([{ path, expected: "carried out", actual }]);
  }
}
