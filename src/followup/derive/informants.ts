import type { ActState, MatterState } from "../../domain/akt-state.ts";
import { codesOf, textOf } from "../../domain/read.ts";
import type { DeriveEnv, RowPersons } from "./env.ts";

/** What the record says of who has given information to an investigation. */
interface InformantInput {
  readonly matter: MatterState;
  readonly persons: RowPersons;
  readonly env: DeriveEnv;
}

/**
 * Who has given information to an investigation, by what is on record, each once: bodies that answered or
 * were at a meeting, who reported what was linked to it, what an act tells by its kind, and relatives or
 * friends who were talked to. `acts` are those done while it ran.
 */
export function informantsOnRecord(
  input: InformantInput,
  acts: readonly ActState[],
): readonly string[] {
  const { matter, env } = input;
  const { ofAct, ofReporter, network } = env.settings.informants;
  const reporters = matter.reports
    .filter((report) => report.outcome === "link")
    .flatMap((report) => ofReporter[textOf(report.coded["reporterKind"]) ?? ""] ?? []);
  return [
    ...new Set([
      ...acts.flatMap((act) => [...bodiesOf(act), ...codesOf(ofAct[act.kind])]),
      ...reporters,
      ...(networkWasHeard(input) ? [network] : []),
    ]),
  ];
}

/** Whether an act is the answer of a body that was asked. */
export function isAnswer(act: ActState): boolean {
  const said = textOf(act.coded["consultation"]);
  return act.kind === "consultation.answered" || said === "requested-answered";
}

function bodiesOf(act: ActState): readonly string[] {
  return [...codesOf(act.coded["bodies"]), ...(isAnswer(act) ? codesOf(act.coded["body"]) : [])];
}

/** Somebody was talked to or met who is neither guardian nor sibling of the child. */
function networkWasHeard({ matter, persons, env }: InformantInput): boolean {
  const { guardianRelations, siblingRelations } = env.settings;
  const child = persons.child.person;
  const guardians = persons.guardians.filter((guardian) =>
    guardian.relations.some(({ to, kind }) => to === child && guardianRelations.includes(kind)),
  );
  const siblings = persons.child.relations.filter(({ kind }) => siblingRelations.includes(kind));
  const family = new Set([
    ...guardians.map(({ person }) => person),
    ...siblings.map(({ to }) => to),
    ...(persons.siblings ?? []),
  ]);
  return matter.talks.adults.some(({ person }) => !family.has(person));
}
