import type { Answers } from "../domain/event.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PersonRequest } from "../store/commands/execute-person.ts";
import type {
  DemoAktStep,
  DemoFamily,
  DemoPersonChange,
  DemoReport,
  DemoStep,
} from "./demo-files.ts";
import { after, inOrder } from "./demo-time.ts";
import { demoAccess, type DemoWorld } from "./demo-world.ts";
import { resolveAnswers } from "./references.ts";

/** Documents whose content a command takes from a draft, by the command. */
const FIXING = "basis.fix";
/** What such a draft is of. */
const DOCUMENT = "decision-basis";

/** Where a matter of the files ended up. */
export interface Place {
  readonly akt: Uuid;
  readonly matter: Uuid;
}

/** The steps of a family in order, each with its moment. */
export function timedSteps(
  { time }: DemoWorld,
  family: DemoFamily,
): readonly { readonly step: DemoStep; readonly at: Instant }[] {
  let last = time.moment(family.registered);
  return inOrder(family.steps).map((step) => {
    const wished = time.moment(step);
    // Two days may fall on the same workday: what came later still comes later.
    last = wished > last ? wished : after(last, 1);
    return { step, at: last };
  });
}

/** What every request of the demo has: in whose name, and under which id. */
export function requestBase(world: DemoWorld, by: string, action: string) {
  const actor = world.references.id(`@${by}`);
  const access = demoAccess(actor, action);
  return { tenant: world.tenant, actor, commandId: world.ids.next(), access };
}

/** The registrations of a family's persons, by their names in the files. */
export function registrations(
  world: DemoWorld,
  family: DemoFamily,
): readonly { readonly key: string; readonly request: PersonRequest }[] {
  const { ids, references, time } = world;
  const at = time.moment(family.registered);
  const persons = Object.entries(family.persons);
  for (const [key] of persons) references.know(`@${key}`, ids.next());
  // The files name the adults first; a relation leads to somebody who is registered already.
  return persons.toReversed().map(([key, data]) => {
    const relations = family.relations
      .filter(([from]) => from === key)
      .map(([, kind, to]) => ({ relation: ids.next(), kind, to: references.id(`@${to}`) }));
    const facts = resolveAnswers(data, at, time, references, ids);
    const command = { type: "person.register" as const, data: facts, relations };
    const base = requestBase(world, family.registered.by, command.type);
    return { key, request: { ...base, person: references.id(`@${key}`), command } };
  });
}

/** A change of a person as a request. */
export function changeRequest(
  world: DemoWorld,
  step: DemoPersonChange,
  at: Instant,
): PersonRequest {
  const { references, ids, time } = world;
  const data = resolveAnswers(step.data, at, time, references, ids);
  return {
    ...requestBase(world, step.by, step.do),
    person: references.id(`@${step.person}`),
    command: { type: "person.change", data, relations: [] },
  };
}

/** A report as a request. */
export function reportRequest(world: DemoWorld, step: DemoReport, at: Instant) {
  const { references, ids, time } = world;
  return {
    ...requestBase(world, step.by, step.do),
    command: step.do,
    data: resolveAnswers(step.data, at, time, references, ids),
    children: step.children.map(({ child, matter, report }) => {
      const number = world.numbers?.get(matter);
      return {
        person: references.id(`@${child}`),
        report: references.id(`#${report}`),
        matter: references.id(`#${matter}`),
        ...(number === undefined ? {} : { number }),
      };
    }),
    reasons: step.reasons,
  };
}

/** The draft that the content of a step is written in first; undefined where the step has none. */
export function contentDraft(world: DemoWorld, step: DemoAktStep, at: Instant) {
  const { references, ids, time } = world;
  if (step.content === undefined) return undefined;
  const content = resolveAnswers(step.content, at, time, references, ids);
  const draft = draftOf(world, step);
  return { by: step.by, document: DOCUMENT, draft, content };
}

/**
 * A step on an akt as a request, but for its place, and for the number of the entry that it is about, which is known
 * when that has been made.
 */
export function aktRequest(world: DemoWorld, step: DemoAktStep, at: Instant) {
  const { references, ids, time } = world;
  const named = Object.entries(step.ids).map(
    ([name, text]) => [name, references.id(text)] as const,
  );
  const usesDraft = step.do === FIXING || step.sameContent === true;
  return {
    ...requestBase(world, step.by, step.do),
    type: step.do,
    ids: Object.fromEntries(named),
    data: resolveAnswers(step.data, at, time, references, ids),
    reasons: step.reasons,
    expect: {},
    ...(usesDraft ? { draft: draftOf(world, step) } : {}),
  };
}

/** A draft that somebody of the demo writes. */
export interface DemoDraftContent {
  readonly by: string;
  readonly document: string;
  readonly draft: Uuid;
  readonly content: Answers;
}

/** Such a draft as a request. */
export function draftRequest(world: DemoWorld, place: Place, wanted: DemoDraftContent) {
  const { by, document, draft, content } = wanted;
  const actor = world.references.id(`@${by}`);
  const access = demoAccess(actor, "draft.save");
  return { tenant: world.tenant, actor, access, ...place, document, draft, content };
}

function draftOf({ references }: DemoWorld, { matter }: DemoAktStep): Uuid {
  return references.id(`#draft-${matter}`);
}
