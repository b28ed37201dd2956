import type { ClockShape } from "../../contract/shapes.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import type { ClockLine } from "../../store/views/list-clocks.ts";
import { findBriefs, type PersonBrief } from "../../store/views/person-brief.ts";
import type { RequestContext } from "../http/handler.ts";
import { clockShapeOf } from "./clock-shape.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { personLabel } from "./labels.ts";
import { whyMine } from "./stand-in-words.ts";

/** Lines of clocks with what is known of the parties they are about, and every person that is thereby shown. */
export interface NamedLines {
  readonly lines: readonly ClockLine[];
  readonly briefs: ReadonlyMap<Uuid, PersonBrief>;
  /** Those of the parties whose names the reader may not see. */
  readonly hidden: ReadonlySet<Uuid>;
  readonly persons: readonly Uuid[];
}

/** Reads who the lines of some clocks are about. */
export async function nameLines(
  tx: Tx,
  ctx: RequestContext,
  lines: readonly ClockLine[],
): Promise<NamedLines> {
  const subjects = lines.flatMap(({ clock }) => parseUuid(clock.subject ?? "") ?? []);
  const briefs = await findBriefs(tx, subjects);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  const persons = [...new Set([...lines.map((line) => line.person), ...briefs.keys()])];
  return { lines, briefs, hidden, persons };
}

/** Clocks as lists show them, in the order of their lines. */
export function clockShapes(
  ctx: RequestContext,
  { lines, briefs, hidden }: NamedLines,
): readonly ClockShape[] {
  return lines.map((line) => {
    const subject = parseUuid(line.clock.subject ?? "");
    const brief = subject === undefined ? undefined : briefs.get(subject);
    return clockShapeOf(ctx, line.clock, {
      akt: line.akt,
      child: personLabel(ctx, line),
      worker: line.workerName,
      unit: line.unitName,
      standsIn: whyMine(ctx, line),
      subject: brief === undefined ? null : personLabel(ctx, brief, !hidden.has(brief.person)),
    });
  });
}

/** Legal risk first, then the day to work to. */
export function byRisk(a: ClockShape, b: ClockShape): number {
  if (a.severity !== b.severity) return a.severity < b.severity ? -1 : 1;
  if (a.target !== b.target) return a.target < b.target ? -1 : 1;
  return a.clock < b.clock ? -1 : 1;
}
