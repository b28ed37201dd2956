import { isMissing, type Value } from "../../../followup/value.ts";
import type { VariableRow } from "../../../spec/types.ts";
import type { ReadRow } from "../followup-rows.ts";
import type { Known } from "../known.ts";
import { leftTo } from "../mapping/left.ts";
import { arrivalKinds } from "../mapping/reports.ts";

/** The rows of follow-up a matter is described by in a case. */
export interface MatterRows {
  /** The rows a variable is read from, the first that has it first. */
  of(row: VariableRow): readonly ReadRow[];
  /** The rows of a variable whose codes are gathered from all of them; undefined for any other. */
  gathered(variable: string): readonly ReadRow[] | undefined;
  /** Variables that the case does not tell all of in this matter, and why: a difference is none then. */
  readonly incomplete: ReadonlyMap<string, string>;
}

/** The kinds of measure of every decision of the matter, also those after the investigation. */
const MEASURES = "BES-02";
/** Only the decision that ended the investigation has its result. */
const RESULT = "BES-01";
/** Decisions that are not recorded as such yet grant measures too. */
const decidesMeasures = /^(?:lvu|lpbs)\.|^contactRestriction\./u;

/**
 * The rows of a matter: that of its first report or application, of its investigation, and of the decision
 * that ended it. Background stands on all of them and is read from the first that has it.
 */
export function rowsOfMatter(known: Known, matter: string): MatterRows {
  const place = known.played.akts.get(matter);
  const own = known.rows.filter((row) => row.matter === place?.matter);
  const [arrival] = known.plan.timeline.before(Infinity, matter, arrivalKinds);
  const subject = arrival && known.world.ids.thing(arrival.event.id, matter);
  const akt = own.filter((row) => row.kind === "akt" && row.subject === subject);
  const utr = own.filter((row) => row.kind === "utr");
  const decisions = own.filter((row) => row.kind === "bes");
  const ending = decisions.filter((row) => has(row.values.get(RESULT)));
  const byRow: Readonly<Partial<Record<VariableRow, readonly ReadRow[]>>> = {
    background: [...akt, ...utr, ...ending],
    akt,
    utr,
    bes: ending,
    gen: own.filter((row) => row.kind === "gen"),
    fol: latestFirst(own, "fol"),
    avs: latestFirst(own, "avs"),
    goal: latestFirst(own, "goal"),
  };
  const incomplete = new Map<string, string>();
  const lacking = measuresLacking(known, matter, decisions);
  if (lacking !== undefined) incomplete.set(MEASURES, lacking);
  for (const id of placementVariables(known, matter)) incomplete.set(id, ofPlacement);
  return {
    of: (row) => byRow[row] ?? [],
    gathered: (variable) => (variable === MEASURES ? decisions : undefined),
    incomplete,
  };
}

/** Kinds of events that say that a child is placed: its plan and follow-up are not made yet. */
const placing = /^(?:placement|lvu|lpbs|carePlan)\./u;
const ofPlacement = leftTo("placement", "its plan, follow-up and end are not made");
const measureRows: readonly VariableRow[] = ["gen", "fol", "avs", "goal"];

/** The variables of measures, in a matter where a placement is one too. */
function placementVariables(known: Known, matter: string): readonly string[] {
  const isPlaced = known.plan.events.some(
    ({ placed }) => placed.event.matters.includes(matter) && placing.test(placed.event.kind),
  );
  if (!isPlaced) return [];
  const { pack } = known.world.store.packs.current(known.world.tenant);
  return pack.variables.filter(({ row }) => measureRows.includes(row)).map(({ id }) => id);
}

function latestFirst(rows: readonly ReadRow[], kind: ReadRow["kind"]): readonly ReadRow[] {
  return rows
    .filter((row) => row.kind === kind)
    .toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1));
}

function has(value: Value | undefined): boolean {
  return value !== undefined && !isMissing(value);
}

/** Why the measures of a matter cannot be told: a decision that is not recorded, or one without a code. */
function measuresLacking(
  known: Known,
  matter: string,
  decisions: readonly ReadRow[],
): string | undefined {
  const uncovered = known.plan.events.find(
    ({ placed, covered }) =>
      !covered && placed.event.matters.includes(matter) && decidesMeasures.test(placed.event.kind),
  );
  if (uncovered !== undefined) {
    return leftTo("care", `${uncovered.placed.event.kind} grants measures`);
  }
  const unnamed = decisions.some((row) => {
    const value = row.values.get(MEASURES);
    return value !== undefined && isMissing(value) && value.missing === "not_asked";
  });
  return unnamed
    ? leftTo(
        "placement",
        "whether a residential home is public or private is said of the placement",
      )
    : undefined;
}
