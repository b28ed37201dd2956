import { findAktFacts, mayInMatter } from "../access/akt-reach.ts";
import { routes } from "../contract/routes.ts";
import type { Answers } from "../domain/event.ts";
import type { Instant } from "../kernel/instant.ts";
import { runAkt } from "../store/commands/execute-akt.ts";
import { runIntake } from "../store/commands/execute-intake.ts";
import { runPerson } from "../store/commands/execute-person.ts";
import { loadOrganisation } from "../store/commands/organisation.ts";
import { openDraft } from "../store/drafts/open-draft.ts";
import { saveDraft } from "../store/drafts/save-draft.ts";
import { inTenant, type Tx } from "../store/in-tenant.ts";
import type {
  DemoAktStep,
  DemoFamily,
  DemoPersonChange,
  DemoReport,
  DemoStep,
} from "./demo-files.ts";
import { after, byWhen } from "./demo-time.ts";
import { carriedOut, demoAccess, type DemoWorld } from "./demo-world.ts";
import { draftChanges } from "../store/drafts/draft-changes.ts";
import { resolveAnswers } from "./references.ts";

/** Documents whose content a command takes from a draft, by the command. */
export const FIXING = "basis.fix";
export const DOCUMENT = "decision-basis";

/** Registers a family and does everything that happened to it, by the ordinary commands, in order. */
export async function runFamily(world: DemoWorld, family: DemoFamily): Promise<void> {
  await registerPersons(world, family);
  let last = world.time.moment(family.registered);
  for (const step of family.steps.toSorted(byWhen)) {
    const wished = world.time.moment(step);
    // Two days may fall on the same workday: what came later still comes later.
    const at = wished > last ? wished : after(last, 1);
    await runStep(world, step, at);
    last = at;
  }
}

async function registerPersons(world: DemoWorld, family: DemoFamily): Promise<void> {
  const { store, ids, references, time } = world;
  const at = time.moment(family.registered);
  const actor = references.id(`@${family.registered.by}`);
  const persons = Object.entries(family.persons);
  for (const [key] of persons) references.know(`@${key}`, ids.next());
  // The files name the adults first; a relation leads to somebody who is registered already.
  for (const [key, data] of persons.toReversed()) {
    const person = references.id(`@${key}`);
    const relations = family.relations
      .filter(([from]) => from === key)
      .map(([, kind, to]) => ({ relation: ids.next(), kind, to: references.id(`@${to}`) }));
    const request = {
      ...requestBase(world, family.registered.by, "person.register"),
      actor,
      person,
      command: { type: "person.register" as const, data, relations },
    };
    const done = await inTenant(store.pools.app, world.tenant, (tx) =>
      runPerson(store, tx, request, at),
    );
    carriedOut(`person.register ${key}`, done);
  }
}

function requestBase(world: DemoWorld, by: string, action: string) {
  const actor = world.references.id(`@${by}`);
  const access = demoAccess(actor, action);
  return { tenant: world.tenant, actor, commandId: world.ids.next(), access };
}

async function runStep(world: DemoWorld, step: DemoStep, at: Instant): Promise<void> {
  await inTenant(world.store.pools.app, world.tenant, async (tx) => {
    if ("children" in step) await receive(world, tx, step, at);
    else if ("person" in step) await changePerson(world, tx, step, at);
    else await runOnAkt(world, tx, step, at);
  });
}

async function receive(world: DemoWorld, tx: Tx, step: DemoReport, at: Instant): Promise<void> {
  const { references, ids, matters, time } = world;
  const request = {
    ...requestBase(world, step.by, step.do),
    command: step.do,
    data: resolveAnswers(step.data, at, time, references, ids),
    children: step.children.map(({ child, matter, report }) => ({
      person: references.id(`@${child}`),
      report: references.id(`#${report}`),
      matter: references.id(`#${matter}`),
    })),
    reasons: {},
  };
  const answer = carriedOut(`${step.do} ${step.by}`, await runIntake(world.store, tx, request, at));
  step.children.forEach(({ matter }, index) => {
    const child = answer.children[index];
    if (child !== undefined) matters.set(matter, { akt: child.akt, matter: child.matter });
  });
}

async function changePerson(
  world: DemoWorld,
  tx: Tx,
  step: DemoPersonChange,
  at: Instant,
): Promise<void> {
  const request = {
    ...requestBase(world, step.by, step.do),
    person: world.references.id(`@${step.person}`),
    command: { type: "person.change" as const, data: step.data, relations: [] },
  };
  carriedOut(`${step.do} ${step.person}`, await runPerson(world.store, tx, request, at));
}

async function runOnAkt(world: DemoWorld, tx: Tx, step: DemoAktStep, at: Instant): Promise<void> {
  const { references, ids, time } = world;
  const place = placeOf(world, step.matter);
  const named = Object.entries(step.ids).map(
    ([name, text]) => [name, references.id(text)] as const,
  );
  const draft = references.id(`#draft-${step.matter}`);
  if (step.content !== undefined) {
    const content = resolveAnswers(step.content, at, time, references, ids);
    await writeDraft(world, tx, { ...place, draft, document: DOCUMENT, by: step.by, content, at });
  }
  await checkReach(world, tx, step, place);
  const usesDraft = step.do === FIXING || step.sameContent === true;
  const request = {
    ...requestBase(world, step.by, step.do),
    ...place,
    type: step.do,
    ids: Object.fromEntries(named),
    data: resolveAnswers(step.data, at, time, references, ids),
    reasons: step.reasons,
    expect: {},
    ...(usesDraft ? { draft } : {}),
  };
  carriedOut(`${step.do} ${step.matter}`, await runAkt(world.store, tx, request, at));
}

/** Nobody in the demo does what the policy would not let them do on the page. */
async function checkReach(
  world: DemoWorld,
  tx: Tx,
  step: DemoAktStep,
  { akt, matter }: ReturnType<typeof placeOf>,
): Promise<void> {
  const { staff } = await loadOrganisation(world.store, tx);
  const actor = staff.get(world.references.id(`@${step.by}`));
  const route = routes.find((each) => each.command === step.do);
  const facts = await findAktFacts(tx, akt);
  if (actor === undefined || route === undefined || facts === undefined) {
    throw new Error(`The demo step ${step.do} ${step.matter} is nobody's or nothing`);
  }
  const verdict = mayInMatter(actor, route.action, route.purpose, facts, matter);
  if ("deny" in verdict) {
    throw new Error(`${step.by} may not ${step.do} in ${step.matter}: ${verdict.deny}`);
  }
}

/** The akt and matter a name of the files stands for. */
export function placeOf(world: DemoWorld, name: string) {
  const place = world.matters.get(name);
  if (place === undefined) throw new Error(`The demo has no matter ${name} yet`);
  return place;
}

interface DraftToWrite {
  readonly akt: ReturnType<typeof placeOf>["akt"];
  readonly matter: ReturnType<typeof placeOf>["matter"];
  readonly draft: ReturnType<typeof placeOf>["akt"];
  readonly document: string;
  readonly by: string;
  readonly content: Answers;
  readonly at: Instant;
}

/** Writes a draft as its editor would: opened, then every field saved. */
export async function writeDraft(world: DemoWorld, tx: Tx, wanted: DraftToWrite): Promise<void> {
  const { store, ids, references, tenant } = world;
  const by = references.id(`@${wanted.by}`);
  const { akt, matter, draft, document, at } = wanted;
  const specDigest = store.packs.current(tenant).digest;
  const opened = await openDraft(tx, { draft, document, akt, matter, specDigest, by, at });
  const { draft: id } = carriedOut(`draft ${document}`, opened);
  const changes = draftChanges(wanted.content, ids);
  carriedOut(`draft ${document}`, await saveDraft(tx, store.packs, { draft: id, changes, by, at }));
}
