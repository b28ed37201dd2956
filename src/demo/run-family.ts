import { findAktFacts, mayInMatter } from "../access/akt-reach.ts";
import { routes } from "../contract/routes.ts";
import type { Instant } from "../kernel/instant.ts";
import { carriedOut } from "../kernel/result.ts";
import { runAkt } from "../store/commands/execute-akt.ts";
import { runIntake } from "../store/commands/execute-intake.ts";
import { runPerson } from "../store/commands/execute-person.ts";
import { loadOrganisation } from "../store/commands/organisation.ts";
import { runWriteDraft } from "../store/drafts/write-draft.ts";
import { inTenant, type Tx } from "../store/in-tenant.ts";
import type {
  DemoAktStep,
  DemoFamily,
  DemoPersonChange,
  DemoReport,
  DemoStep,
} from "./demo-files.ts";
import {
  aktRequest,
  changeRequest,
  contentDraft,
  draftRequest,
  registrations,
  reportRequest,
  timedSteps,
  type DemoDraftContent,
  type Place,
} from "./demo-requests.ts";
import type { DemoWorld } from "./demo-world.ts";

/** Registers a family and does everything that happened to it, by the ordinary commands, in order. */
export async function runFamily(world: DemoWorld, family: DemoFamily): Promise<void> {
  const { store, tenant, time } = world;
  const registered = time.moment(family.registered);
  for (const { key, request } of registrations(world, family)) {
    const done = await inTenant(store.pools.app, tenant, (tx) =>
      runPerson(store, tx, request, registered),
    );
    carriedOut(`person.register ${key}`, done);
  }
  for (const { step, at } of timedSteps(world, family)) await runStep(world, step, at);
}

async function runStep(world: DemoWorld, step: DemoStep, at: Instant): Promise<void> {
  await inTenant(world.store.pools.app, world.tenant, async (tx) => {
    if ("children" in step) await receive(world, tx, step, at);
    else if ("person" in step) await changePerson(world, tx, step, at);
    else await runOnAkt(world, tx, step, at);
  });
}

async function receive(world: DemoWorld, tx: Tx, step: DemoReport, at: Instant): Promise<void> {
  const request = reportRequest(world, step, at);
  const answer = carriedOut(`${step.do} ${step.by}`, await runIntake(world.store, tx, request, at));
  step.children.forEach(({ matter }, index) => {
    const child = answer.children[index];
    if (child !== undefined) world.matters.set(matter, { akt: child.akt, matter: child.matter });
  });
}

async function changePerson(
  world: DemoWorld,
  tx: Tx,
  step: DemoPersonChange,
  at: Instant,
): Promise<void> {
  const request = changeRequest(world, step, at);
  carriedOut(`${step.do} ${step.person}`, await runPerson(world.store, tx, request, at));
}

async function runOnAkt(world: DemoWorld, tx: Tx, step: DemoAktStep, at: Instant): Promise<void> {
  const place = placeOf(world, step.matter);
  const content = contentDraft(world, step, at);
  if (content !== undefined) await writeDraft(world, tx, place, content, at);
  await checkReach(world, tx, step, place);
  const request = { ...aktRequest(world, step, at), ...place };
  carriedOut(`${step.do} ${step.matter}`, await runAkt(world.store, tx, request, at));
}

/** Nobody in the demo does what the policy would not let them do on the page. */
async function checkReach(
  world: DemoWorld,
  tx: Tx,
  step: DemoAktStep,
  { akt, matter }: Place,
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
export function placeOf(world: DemoWorld, name: string): Place {
  const place = world.matters.get(name);
  if (place === undefined) throw new Error(`The demo has no matter ${name} yet`);
  return place;
}

/** Writes a draft as its editor would. */
export async function writeDraft(
  world: DemoWorld,
  tx: Tx,
  place: Place,
  wanted: DemoDraftContent,
  at: Instant,
): Promise<void> {
  const request = draftRequest(world, place, wanted);
  carriedOut(`draft ${wanted.document}`, await runWriteDraft(world.store, tx, request, at));
}
