import type { AktState, MatterState } from "../../domain/akt-state.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import { matterEndedOn } from "../../domain/matter/matter-end.ts";
import { measuresOf } from "../../domain/measure/find-measure.ts";
import type { MeasureFollowUpState, MeasureState } from "../../domain/measure/measure-state.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Value } from "../value.ts";
import { aktGuardianVariables, aktVariables } from "./akt.ts";
import { avsGuardianVariables, avsVariables } from "./avs.ts";
import { backgroundVariables, guardianBackground } from "./background.ts";
import { besGuardianVariables, besInputs, besVariables } from "./bes.ts";
import { folGuardianVariables, folVariables } from "./fol.ts";
import { genGuardianVariables, genVariables } from "./gen.ts";
import { goalInput, goalVariables } from "./goal.ts";
import { guardiansBetween, type Days, type DeriveEnv, type RowPersons } from "./env.ts";
import { utrGuardianVariables, utrVariables } from "./utr.ts";

/**
 * The kinds of row: a report or application, an investigation, a decision, a measure, a follow-up of one, its
 * end, and a goal at a follow-up.
 */
export const rowKinds = ["akt", "utr", "bes", "gen", "fol", "avs", "goal"] as const;

export type RowKind = (typeof rowKinds)[number];

/** Variable id (`AKT-13`) or id and part (`AKT-06.main`) to value. */
export type Values = Readonly<Record<string, Value>>;

/** One row of follow-up as it follows from the state. Holds no name, number or id of a person. */
export interface FollowupRow {
  readonly kind: RowKind;
  /** The report, investigation or decision behind it; kept apart from the row, in `followup_key`. */
  readonly subject: Uuid;
  readonly matter: Uuid;
  readonly unit?: Uuid;
  /** The day of the row: arrival, opening or decision. Background is as of this day. */
  readonly on: PlainDate;
  readonly closedOn?: PlainDate;
  /** From this day the five years of the row's own retention run. */
  readonly circumstancesEndedOn?: PlainDate;
  readonly values: Values;
  /** One a guardian of the row ({@link daysOfRow}), in a fixed order. */
  readonly guardians: readonly Values[];
}

/**
 * The rows of one matter, derived from the state of the akt alone: the same state gives the same rows.
 * `guardians` are those known for the child; who was one on the day of a row is read from the relations.
 */
export function followupRows(
  state: AktState,
  matterId: Uuid,
  persons: RowPersons,
  env: DeriveEnv,
): readonly FollowupRow[] {
  const matter = state.matters[matterId];
  if (matter === undefined) return [];
  return [
    ...aktRows(state, matter, persons, env),
    ...utrRows(matter, persons, env),
    ...besRows(matter, persons, env),
    ...measuresOf(matter).flatMap((measure) => measureRows(measure, { matter, persons, env })),
    ...avsRows(state, { matter, persons, env }),
  ];
}

function aktRows(
  state: AktState,
  matter: MatterState,
  persons: RowPersons,
  env: DeriveEnv,
): readonly FollowupRow[] {
  return matter.reports.map((report) =>
    rowOf(
      { kind: "akt", subject: report.report, on: report.arrivedOn },
      { matter, persons, env },
      { report, matter, state, env },
      { own: aktVariables, guardian: aktGuardianVariables },
    ),
  );
}

function utrRows(matter: MatterState, persons: RowPersons, env: DeriveEnv): readonly FollowupRow[] {
  const investigation = matter.investigation;
  if (investigation === undefined) return [];
  const { closedOn } = investigation;
  const row = rowOf(
    {
      kind: "utr",
      subject: investigation.investigation,
      on: investigation.openedOn,
      ...(closedOn === undefined ? {} : { closedOn }),
    },
    { matter, persons, env },
    { investigation, matter, persons, env },
    { own: utrVariables, guardian: utrGuardianVariables },
  );
  return [row];
}

function besRows(matter: MatterState, persons: RowPersons, env: DeriveEnv): readonly FollowupRow[] {
  return besInputs(matter, env).map((input) =>
    rowOf(
      {
        kind: "bes",
        subject: input.decision?.decision ?? matter.investigation?.investigation ?? matter.matter,
        on: input.on,
      },
      { matter, persons, env },
      input,
      { own: besVariables, guardian: besGuardianVariables },
    ),
  );
}

function measureRows(measure: MeasureState, around: Surroundings): readonly FollowupRow[] {
  const { matter } = around;
  const gen = rowOf(
    { kind: "gen", subject: measure.measure, on: measure.grantedOn },
    around,
    { measure, matter },
    { own: genVariables, guardian: genGuardianVariables },
  );
  return [gen, ...measure.followUps.flatMap((each) => followUpRows(each, measure, around))];
}

function followUpRows(
  followUp: MeasureFollowUpState,
  measure: MeasureState,
  around: Surroundings,
): readonly FollowupRow[] {
  const { matter } = around;
  const fol = rowOf(
    { kind: "fol", subject: followUp.followUp, on: followUp.on },
    around,
    { followUp, measure, matter },
    { own: folVariables, guardian: folGuardianVariables },
  );
  const goals = followUp.goals.flatMap((rating) => {
    const subject = parseUuid(rating.id);
    if (subject === undefined) return [];
    const head = { kind: "goal" as const, subject, on: followUp.on };
    return [rowOf(head, around, goalInput(matter, rating), { own: goalVariables, guardian: {} })];
  });
  return [fol, ...goals];
}

/** Each ended measure; and a closed matter whose investigation led to none. */
function avsRows(state: AktState, around: Surroundings): readonly FollowupRow[] {
  const { matter } = around;
  const variables = { own: avsVariables, guardian: avsGuardianVariables };
  const measures = measuresOf(matter);
  const ended = measures.flatMap(({ end, ...measure }) =>
    end === undefined ? [] : [{ ...measure, end }],
  );
  const rows = ended.map((measure) =>
    rowOf(
      { kind: "avs", subject: measure.measure, on: measure.end.on },
      around,
      { matter, state, measure },
      variables,
    ),
  );
  const { closedOn, investigation } = matter;
  if (measures.length > 0 || closedOn === undefined || investigation === undefined) return rows;
  const head = { kind: "avs" as const, subject: matter.matter, on: closedOn };
  return [rowOf(head, around, { matter, state }, variables)];
}

interface Surroundings {
  readonly matter: MatterState;
  readonly persons: RowPersons;
  readonly env: DeriveEnv;
}

interface VariablesOf<I> {
  readonly own: Readonly<Record<string, (input: I) => Value>>;
  readonly guardian: Readonly<Record<string, (input: I, guardian: string) => Value>>;
}

function rowOf<I>(
  head: Pick<FollowupRow, "kind" | "subject" | "on" | "closedOn">,
  { matter, persons, env }: Surroundings,
  input: I,
  variables: VariablesOf<I>,
): FollowupRow {
  const { on } = head;
  const ended = matterEndedOn(matter);
  return {
    ...head,
    matter: matter.matter,
    ...(matter.unit === undefined ? {} : { unit: matter.unit }),
    ...(ended === undefined ? {} : { circumstancesEndedOn: ended }),
    values: valuesOf(variables.own, input, valuesOf(backgroundVariables, { persons, on, env })),
    guardians: guardiansBetween(persons, daysOfRow(head), env).map((guardian) =>
      guardianValues(guardian, on, input, variables.guardian),
    ),
  };
}

/**
 * The days whose guardians a row has: those of the whole investigation, since one may be appointed while it
 * runs and takes part from then on; of any other row those of its own day.
 */
export function daysOfRow({
  kind,
  on,
  closedOn,
}: Pick<FollowupRow, "kind" | "on" | "closedOn">): Days {
  if (kind !== "utr") return { from: on, to: on };
  return { from: on, ...(closedOn === undefined ? {} : { to: closedOn }) };
}

function valuesOf<I>(
  variables: Readonly<Record<string, (input: I) => Value>>,
  input: I,
  values: Record<string, Value> = {},
): Record<string, Value> {
  for (const id of idsOf(variables)) {
    const value = variables[id]?.(input);
    if (value !== undefined) values[id] = value;
  }
  return values;
}

const ids = new WeakMap<object, readonly string[]>();

/** The variables of a kind of row never change, and every row asks for all of them: listed once. */
function idsOf(variables: object): readonly string[] {
  const known = ids.get(variables);
  if (known !== undefined) return known;
  const listed = Object.keys(variables);
  ids.set(variables, listed);
  return listed;
}

function guardianValues<I>(
  guardian: PersonState,
  on: PlainDate,
  input: I,
  variables: VariablesOf<I>["guardian"],
): Values {
  const values: Record<string, Value> = {};
  for (const id of idsOf(guardianBackground)) {
    const value = guardianBackground[id]?.(guardian, on);
    if (value !== undefined) values[id] = value;
  }
  for (const id of idsOf(variables)) {
    const value = variables[id]?.(input, guardian.person);
    if (value !== undefined) values[id] = value;
  }
  return values;
}
