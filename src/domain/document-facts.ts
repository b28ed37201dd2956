import type { FactValue } from "../kernel/expression/types.ts";
import { ageOn, type PlainDate } from "../kernel/plain-date.ts";
import type { Pack } from "../spec/types.ts";
import type { MatterState } from "./akt-state.ts";
import type { CommandSubject } from "./command-definition.ts";
import { birthDateOf } from "./person/person-state.ts";
import { codesOf } from "./read.ts";

const noViolence = "none";

/**
 * What the conditions of a document may ask besides its answers (`facts` of the documents in the
 * specification): whether violence is suspected, whether there is a plan to change, whether the child's participation is on record already,
 * and the child's age on the day.
 */
export function documentFacts(
  subject: CommandSubject,
  on: PlainDate,
): Readonly<Record<string, FactValue | undefined>> {
  const { matter, ctx } = subject;
  const born = birthDateOf(ctx.child, on);
  return {
    reportViolence: matter !== undefined && violenceReported(matter),
    participationRecorded: matter !== undefined && participationRecorded(matter),
    planMade: matter?.plan !== undefined,
    areaLevelsAsked: asksAreaLevels(ctx.pack, ctx.asked ?? []),
    childAge: born === undefined ? undefined : ageOn(born, on),
  };
}

/** Variables that may never be shown on the child's page are those that judge an area of the child's life. */
const notOnChildPage = "child-page";

/** The variables nobody is asked for until the board switches them on. */
export function askedOnRequest({ variables }: Pick<Pack, "variables">): readonly string[] {
  const known = onRequest.get(variables);
  if (known !== undefined) return known;
  const found = variables.flatMap(({ id, never }) =>
    never?.includes(notOnChildPage) === true ? [id] : [],
  );
  onRequest.set(variables, found);
  return found;
}

/** The variables of a pack never change: looked through once. */
const onRequest = new WeakMap<Pack["variables"], readonly string[]>();

/** Whether the board has switched on the levels of areas (UTR-21 to UTR-32), which nobody is asked otherwise. */
export function asksAreaLevels(pack: Pick<Pack, "variables">, asked: readonly string[]): boolean {
  return askedOnRequest(pack).some((id) => asked.includes(id));
}

function violenceReported(matter: MatterState): boolean {
  return matter.reports.some((report) =>
    codesOf(report.coded["violence"]).some((code) => code !== noViolence),
  );
}

/** Derived from talks, meetings and notes; only where nothing was recorded is the writer asked. */
export function participationRecorded(matter: MatterState): boolean {
  return (
    matter.talks.withChild > 0 ||
    matter.talks.participation.length > 0 ||
    (matter.investigation === undefined &&
      matter.preliminary.some((note) => note.childParticipation !== undefined))
  );
}
