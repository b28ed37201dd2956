import type { Known } from "../known.ts";
import { leftTo } from "../mapping/left.ts";
import type { Tally } from "./tally.ts";

/** How long a record is kept is known as law, but no matter is classed by it yet. */
export function leaveRetention(known: Known, tally: Tally): void {
  known.plan.file.expected.retention.forEach(({ ruleId }, index) => {
    tally.leave(
      `/expected/retention/${index}`,
      leftTo("retention", `${ruleId}: keeping and destroying are not made`),
    );
  });
}
