import type { ClockFact } from "./clock-facts.ts";
import type { FactRef, LinkKey } from "./types.ts";

/** A fact with its place in the order of events. */
export interface PlacedFact {
  readonly fact: ClockFact;
  readonly place: number;
}

/** The facts of one akt in order, and by name. */
export interface FactIndex {
  readonly all: readonly PlacedFact[];
  readonly byName: ReadonlyMap<string, readonly PlacedFact[]>;
}

/**
 * Orders facts by day, then by moment. A fact without a moment stays beside the one before it in
 * the list, so the order in which the akt learnt them decides.
 */
export function indexFacts(facts: readonly ClockFact[]): FactIndex {
  const latest = new Map<string, string>();
  const keyed = facts.map((fact) => {
    const moment = fact.at ?? latest.get(fact.on) ?? "";
    latest.set(fact.on, moment);
    return { fact, key: `${fact.on} ${moment}` };
  });
  // Array sorting is stable, so equal keys keep the order of the list.
  const all = keyed
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ fact }, place) => ({ fact, place }));
  return { all, byName: Map.groupBy(all, ({ fact }) => fact.name) };
}

/** How a fact belongs to a start: by naming the same thing, by lying in the same matter, or not. */
type Link = "named" | "same-matter" | "none";

/**
 * A report and an investigation are also found through the matter where a fact does not name them;
 * a decision, a party, a measure and a placement must be named.
 */
export function linkOf(start: ClockFact, fact: ClockFact, by: LinkKey): Link {
  switch (by) {
    case "child":
      return "same-matter";
    case "matter":
      return fact.matter === start.matter ? "same-matter" : "none";
    case "party":
      return same(start.decision, fact.decision) && start.subject === fact.subject
        ? "named"
        : "none";
    case "decision":
    case "measure":
    case "placement":
      return same(start[by], fact[by]) ? "named" : "none";
    case "report":
    case "investigation":
      if (start[by] !== undefined && fact[by] !== undefined) {
        return start[by] === fact[by] ? "named" : "none";
      }
      return fact.matter === start.matter ? "same-matter" : "none";
  }
}

/**
 * Facts of a reference that belong to the start and come after it. One that names the same thing may
 * also be earlier the same day: the moments of a day are often written down afterwards.
 */
export function linkedFacts(
  index: FactIndex,
  start: PlacedFact,
  ref: FactRef,
  per: LinkKey,
  anyTime = false,
): readonly PlacedFact[] {
  const by = ref.by ?? per;
  return (index.byName.get(ref.fact) ?? []).filter((placed) => {
    const link = linkOf(start.fact, placed.fact, by);
    if (link === "none") return false;
    if (anyTime || placed.place > start.place) return true;
    return link === "named" && placed.fact.on >= start.fact.on;
  });
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
