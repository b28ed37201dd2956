import type { ClockShape } from "../../contract/shapes.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import type { ClockLine } from "../../store/views/list-clocks.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import type { RequestContext } from "../http/handler.ts";
import { clockShapeOf } from "./clock-shape.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { personLabel } from "./labels.ts";
import { whyMine } from "./stand-in-words.ts";

/** Lines of clocks with the names of the parties they are about, and every person that is thereby shown. */
export async function clockShapes(
  tx: Tx,
  ctx: RequestContext,
  lines: readonly ClockLine[],
): Promise<{ readonly clocks: readonly ClockShape[]; readonly persons: readonly Uuid[] }> {
  const subjects = lines.flatMap(({ clock }) => parseUuid(clock.subject ?? "") ?? []);
  const briefs = await findBriefs(tx, subjects);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  const clocks = lines.map((line) => {
    const subject = parseUuid(line.clock.subject ?? "");
    const brief = subject === undefined ? undefined : briefs.get(subject);
    return clockShapeOf(ctx, line.clock, {
      akt: line.akt,
      child: personLabel(ctx, line),
      worker: line.workerName,
      unit: line.unitName,
      standsIn: whyMine(ctx, line),
      subject: brief === undefined ? null : personLabel(ctx, brief, !hidden.has(brief.person)).name,
    });
  });
  return { clocks, persons: [...new Set([...lines.map((line) => line.person), ...briefs.keys()])] };
}

/** Legal risk first, then the day to work to. */
export function byRisk(a: ClockShape, b: ClockShape): number {
  if (a.severity !== b.severity) return a.severity < b.severity ? -1 : 1;
  if (a.target !== b.target) return a.target < b.target ? -1 : 1;
  return a.clock < b.clock ? -1 : 1;
}
