import type { AktState } from "../../domain/akt-state.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { areasOf } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { EventView } from "../../store/views/read-akt.ts";

interface AreaSummary {
  readonly area: string;
  readonly protective: readonly string[];
  readonly risk: readonly string[];
  readonly latest: PlainDate | null;
}

/**
 * The twelve areas with the factors of the latest decision basis, by their ids. Factors only: no level, score
 * or colour of a child is computed.
 */
export function areaSummaries(
  state: AktState,
  readable: ReadonlySet<string>,
  pack: Pack,
  events: readonly EventView[],
): readonly AreaSummary[] {
  const bases = Object.values(state.matters)
    .filter((matter) => readable.has(matter.matter))
    .flatMap((matter) => matter.basis ?? [])
    .toSorted((a, b) => b.seq - a.seq);
  return areasOf(pack).map(({ id }) => {
    const basis = bases.find((each) => each.factors.some((factor) => factor.area === id));
    const factors = basis?.factors.filter((factor) => factor.area === id) ?? [];
    const idsOf = (kind: string) =>
      factors.filter((factor) => factor.kind === kind).map((factor) => factor.factor);
    return {
      area: id,
      protective: idsOf("protective"),
      risk: idsOf("risk"),
      latest: basis === undefined ? null : writtenOn(events, basis.seq),
    };
  });
}

/** The day the version was fixed or signed. */
function writtenOn(events: readonly EventView[], seq: number): PlainDate | null {
  const written = events.find(({ event }) => event.seq === seq)?.event;
  return written === undefined ? null : stockholmDate(written.occurredAt);
}
