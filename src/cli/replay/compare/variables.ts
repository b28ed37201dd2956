import { measuresOf } from "../../../domain/measure/find-measure.ts";
import type { Value } from "../../../followup/value.ts";
import { isMissing } from "../../../followup/value.ts";
import { findVariable } from "../../../spec/lookup.ts";
import type { Variable } from "../../../spec/types.ts";
import type { ExpectedVariables } from "../case-file.ts";
import type { Known } from "../known.ts";
import { leftTo } from "../mapping/left.ts";
import { rowsOfMatter, type MatterRows } from "./matter-rows.ts";
import type { Tally } from "./tally.ts";
import { expectedValue, labelled, sameValue } from "./values.ts";

/** Compares the values of each child and matter with the rows of follow-up in the database. */
export function compareVariables(known: Known, tally: Tally): void {
  known.plan.file.expected.variables.forEach((expected, index) => {
    const rows = rowsOfMatter(known, expected.matter);
    for (const [id, value] of Object.entries(expected.values)) {
      const path = `/expected/variables/${index}/values/${id}`;
      compareOne(known, tally, { path, id, value, expected, rows });
    }
  });
}

interface Comparison {
  readonly path: string;
  readonly id: string;
  readonly value: unknown;
  readonly expected: ExpectedVariables;
  readonly rows: MatterRows;
}

function compareOne(known: Known, tally: Tally, comparison: Comparison): void {
  const { path, id, value, rows } = comparison;
  const { pack } = known.world.store.packs.current(known.world.tenant);
  const variable = findVariable(pack, id);
  if (variable === undefined || !variable.available) {
    const why = `${id} is given by no document of the specification`;
    tally.leave(
      path,
      variable?.row === "gen" || variable?.row === "fol" ? leftTo("placement", why) : why,
    );
    return;
  }
  const parts = partsOf(known, variable, value, comparison);
  const wrong = parts.filter((part) => !sameValue(part.expected, part.actual, variable.id));
  const incomplete = rows.incomplete.get(id);
  if (wrong.length === 0) tally.agree();
  else if (incomplete !== undefined) tally.leave(path, incomplete);
  else {
    tally.differ(
      wrong.map((part) => ({
        path: `${path}${part.path}`,
        expected: part.said,
        actual: part.actual === undefined ? null : labelled(pack, part.codelist, part.actual),
      })),
    );
  }
}

/** One value to compare: the whole variable, a part of it, or the value of one person. */
interface Part {
  readonly path: string;
  /** As the case says it. */
  readonly said: unknown;
  /** In codes of the specification. */
  readonly expected: unknown;
  readonly actual: Value | undefined;
  readonly codelist: string | undefined;
}

function partsOf(
  known: Known,
  variable: Variable,
  value: unknown,
  comparison: Comparison,
): readonly Part[] {
  const { pack } = known.world.store.packs.current(known.world.tenant);
  const listed = partsOfList(known, variable, value, comparison);
  if (listed !== undefined) return listed;
  const whole = { path: "", said: value, codelist: variable.codelist };
  if (!isRecord(value)) {
    const expected = expectedValue(pack, variable.codelist, value);
    return [{ ...whole, expected, actual: ownValue(comparison.rows, variable, variable.id) }];
  }
  if (variable.type === "perGuardian") {
    return Object.entries(value).map(([person, said]) => ({
      path: `/${person}`,
      said,
      codelist: variable.codelist,
      expected: expectedValue(pack, variable.codelist, said),
      actual: personValue(known, variable, person, comparison),
    }));
  }
  return Object.entries(value).map(([name, said]) => {
    const part = variable.parts?.find((each) => each.id === name || each.id === partNames[name]);
    const codelist = part === undefined ? variable.codelist : part.codelist;
    return {
      path: `/${name}`,
      said,
      codelist,
      expected: expectedValue(pack, codelist, said),
      actual: ownValue(
        comparison.rows,
        variable,
        part === undefined ? variable.id : `${variable.id}.${part.id}`,
      ),
    };
  });
}

/** What cases call some parts; what is no part is the value itself (`days`, `given`). */
const partNames: Readonly<Record<string, string>> = { date: "on" };
/** All follow-ups of a matter, and the last attainment of each goal. */
const ALL_FOLLOW_UPS = "FOL-01";
const OF_GOALS = "FOL-05";
const LEVELS = "area-level";
const NOT_ASSESSED = "0";

/** Variables that a case tells of several rows: each follow-up, or the last attainment of each goal by name. */
function partsOfList(
  known: Known,
  variable: Variable,
  value: unknown,
  { rows, expected }: Comparison,
): readonly Part[] | undefined {
  const { pack } = known.world.store.packs.current(known.world.tenant);
  const { codelist } = variable;
  const part = (path: string, said: unknown, actual: Value | undefined): Part => ({
    path,
    said,
    codelist,
    expected: expectedValue(pack, codelist, said),
    actual,
  });
  if (variable.id === ALL_FOLLOW_UPS && Array.isArray(value)) {
    const held = rows.of(variable.row).toReversed();
    return value.map((said: unknown, at) => ({
      ...part(`/${at}`, isRecord(said) ? said["type"] : said, held[at]?.values.get(variable.id)),
      ...(isRecord(said) && held[at]?.on !== said["date"] ? { actual: undefined } : {}),
    }));
  }
  if (variable.id !== OF_GOALS || !isRecord(value)) return undefined;
  const ratings = lastRatings(known, expected.matter);
  return Object.entries(value).map(([goal, said]) => {
    const subject = ratings.get(known.world.ids.item("goal", expected.matter, goal));
    const row = rows.of(variable.row).find((each) => each.subject === subject);
    return part(`/${goal}`, said, row?.values.get(variable.id));
  });
}

/** The last rating of each goal of a matter, by the id of the goal. */
function lastRatings(known: Known, matter: string): ReadonlyMap<string, string> {
  const place = known.played.akts.get(matter);
  const state = place === undefined ? undefined : known.akts.get(place.akt);
  const measures = place === undefined ? [] : measuresOf(state?.matters[place.matter]);
  return new Map(
    measures.flatMap(({ followUps }) =>
      followUps.flatMap(({ goals }) => goals.map(({ goal, id }) => [goal, id] as const)),
    ),
  );
}

/** The value on the row of the matter; background and sets of decisions are read from all of them. */
function ownValue(rows: MatterRows, variable: Variable, id: string): Value | undefined {
  const all = rows.gathered(variable.id);
  if (all !== undefined) return gathered(all.map((row) => row.values.get(id)));
  const values = rows.of(variable.row).map((row) => row.values.get(id));
  return values.find((value) => value !== undefined && !isMissing(value)) ?? values[0];
}

function gathered(values: readonly (Value | undefined)[]): Value | undefined {
  const codes = values.flatMap((value) =>
    value === undefined || isMissing(value) || typeof value !== "object" ? [] : value,
  );
  return codes.length === 0 ? values[0] : [...new Set(codes)];
}

/** The value of a person: the child's own part of the variable, or that of a guardian of the row. */
function personValue(
  known: Known,
  variable: Variable,
  person: string,
  { expected, rows }: Comparison,
): Value | undefined {
  // Of a parent who is no guardian nothing is assessed, which is what the lowest level says.
  if (
    variable.codelist === LEVELS &&
    !known.guardiansEver(expected.child).includes(known.world.ids.person(person))
  ) {
    return NOT_ASSESSED;
  }
  if (person === expected.child) return ownValue(rows, variable, `${variable.id}.child`);
  const id = known.world.ids.person(person);
  const values = rows.of(variable.row).map((row) => {
    // Rows name no person: a guardian is known by its place among the guardians of the row.
    const place = known.guardiansOf(row, expected.child).indexOf(id);
    return place < 0 ? undefined : row.guardians[place]?.get(variable.id);
  });
  return values.find((value) => value !== undefined && !isMissing(value)) ?? values[0];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
