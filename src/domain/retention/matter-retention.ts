import type { PlainDate } from "../../kernel/plain-date.ts";
import { maxDate } from "../../kernel/plain-date.ts";
import { retentionOf, type Retention, type RetentionFacts } from "../../rules/retention.ts";
import type { Law } from "../../rules/types.ts";
import type { AktState, MatterState } from "../akt-state.ts";
import { matterEndedOn } from "../matter/matter-end.ts";
import type { Uuid } from "../../kernel/ids.ts";

/** What is known beside the akt. */
export interface RetentionSetting {
  readonly today: PlainDate;
  /** Code of the municipality, four digits. */
  readonly municipality?: string;
  readonly birthDate?: PlainDate;
}

/**
 * How long each matter of a child is kept, by its id. `akter` are all akter about the child: the akt itself and
 * those whose records were joined to it, since the time runs from the last entry about the child.
 */
export function retentionOfMatters(
  law: Law,
  akter: readonly AktState[],
  setting: RetentionSetting,
): ReadonlyMap<Uuid, Retention> {
  const matters = akter.flatMap((akt) => Object.values(akt.matters));
  const [first, ...rest] = akter.map((akt) => akt.lastEntryOn);
  if (first === undefined) return new Map();
  const lastEntryOn = maxDate(first, ...rest);
  const open = matters.some((matter) => matterEndedOn(matter) === undefined || isAsked(matter));
  return new Map(
    matters.map((matter) => {
      const facts = { ...setting, lastEntryOn, open, ...factsOf(matter) };
      return [matter.matter, retentionOf(law, facts)];
    }),
  );
}

/** Somebody has asked for documents and has no answer: they are kept until then. */
function isAsked({ disclosures = [] }: MatterState): boolean {
  return disclosures.some(({ decided }) => decided === undefined);
}

function factsOf(
  matter: MatterState,
): Pick<RetentionFacts, "kind" | "closedOn" | "facts" | "granted"> {
  const closedOn = matter.investigation?.closedOn ?? matterEndedOn(matter);
  return {
    kind: kindOf(matter),
    ...(closedOn === undefined ? {} : { closedOn }),
    facts: [...new Set(matter.facts.map(({ name }) => name))],
    granted: matter.decisions.filter(({ favourable }) => favourable).map(({ type }) => type),
  };
}

/** A report that was added to an investigation is among the documents of that investigation. */
function kindOf(matter: MatterState): RetentionFacts["kind"] {
  if (matter.investigation !== undefined) return "investigation";
  const { reports } = matter;
  if (reports.some(({ outcome }) => outcome === "link")) return "investigation";
  return reports.some(({ outcome }) => outcome === "not-open") ? "not-opened" : "other";
}
