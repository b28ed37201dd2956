import type { Answers } from "../domain/event.ts";
import { seededIdSource, type IdSource, type Uuid } from "../kernel/ids.ts";
import { fixedClock } from "../kernel/clock.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import { batch, type BatchAnswer, type BatchStep } from "../store/batch.ts";
import type { DemoAktStep, DemoFamily, DemoReport, DemoStep } from "./demo-files.ts";
import { after, byWhen } from "./demo-time.ts";
import { carriedOut, demoAccess, type DemoWorld } from "./demo-world.ts";
import { makeReferences, resolveAnswers } from "./references.ts";
import { DOCUMENT, FIXING } from "./run-family.ts";

/** Families whose commands are under way at the same time: while the database writes one, the next is decided. */
const AT_ONCE = 3;

type Done = readonly Result<BatchAnswer>[];

/**
 * Registers families and does everything that happened to them by ordinary commands in batches, the first of them
 * first. Ids come from `seed` and the family, so that the same families get the same. `told` hears of each that is done.
 */
export async function runFamilies(
  world: DemoWorld,
  families: readonly DemoFamily[],
  seed: string,
  told: (family: DemoFamily) => void = () => undefined,
): Promise<void> {
  const waiting = families.values();
  async function work(): Promise<void> {
    for (const family of waiting) {
      await runInBatches(world, family, seed);
      told(family);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function runInBatches(world: DemoWorld, family: DemoFamily, seed: string): Promise<void> {
  const ids = seededIdSource(`${seed} ${family.family}`, fixedClock(world.time.now));
  const references = makeReferences(ids, world.references);
  const planned = stepsOf({ ...world, ids, references }, family);
  const results = await batch(
    world.store,
    world.tenant,
    planned.map(({ step }) => step),
  );
  results.forEach((result, index) => carriedOut(planned[index]?.what ?? "", result));
}

interface Planned {
  readonly what: string;
  readonly step: BatchStep;
}

/** Where the report of each matter stands among the commands of the family. */
type Reports = Map<string, { readonly index: number; readonly child: number }>;

function stepsOf(world: DemoWorld, family: DemoFamily): readonly Planned[] {
  const planned = registrations(world, family);
  const reports: Reports = new Map();
  let last = world.time.moment(family.registered);
  for (const step of family.steps.toSorted(byWhen)) {
    const wished = world.time.moment(step);
    // Two days may fall on the same workday: what came later still comes later.
    const at = wished > last ? wished : after(last, 1);
    planned.push(...plannedOf(world, step, at, planned.length, reports));
    last = at;
  }
  return planned;
}

function registrations(world: DemoWorld, family: DemoFamily): Planned[] {
  const { ids, references, time } = world;
  const { by } = family.registered;
  const at = time.moment(family.registered);
  const persons = Object.entries(family.persons);
  for (const [key] of persons) references.know(`@${key}`, ids.next());
  return persons.toReversed().map(([key, data]) => {
    const relations = family.relations
      .filter(([from]) => from === key)
      .map(([, kind, to]) => ({ relation: ids.next(), kind, to: references.id(`@${to}`) }));
    const command = { type: "person.register" as const, data, relations };
    const request = {
      ...baseOf(world, by, command.type),
      person: references.id(`@${key}`),
      command,
    };
    return { what: `person.register ${key}`, step: { kind: "person", at, request } };
  });
}

function plannedOf(
  world: DemoWorld,
  step: DemoStep,
  at: Instant,
  index: number,
  reports: Reports,
): readonly Planned[] {
  if ("children" in step) {
    step.children.forEach(({ matter }, child) => reports.set(matter, { index, child }));
    return [{ what: `${step.do} ${step.by}`, step: intakeOf(world, step, at) }];
  }
  if ("person" in step) throw new Error("An invented family has no changed persons yet");
  return onAkt(world, step, at, reports);
}

function intakeOf(world: DemoWorld, step: DemoReport, at: Instant): BatchStep {
  const { references, ids, time } = world;
  const request = {
    ...baseOf(world, step.by, step.do),
    command: step.do,
    data: resolveAnswers(step.data, at, time, references, ids),
    children: step.children.map(({ child, matter, report }) => ({
      person: references.id(`@${child}`),
      report: references.id(`#${report}`),
      matter: references.id(`#${matter}`),
    })),
    reasons: {},
  };
  return { kind: "intake", at, request };
}

function onAkt(
  world: DemoWorld,
  step: DemoAktStep,
  at: Instant,
  reports: Reports,
): readonly Planned[] {
  const { references, ids, time } = world;
  const what = `${step.do} ${step.matter}`;
  const base = baseOf(world, step.by, step.do);
  const draft = references.id(`#draft-${step.matter}`);
  const named = Object.entries(step.ids).map(
    ([name, text]) => [name, references.id(text)] as const,
  );
  const fields = {
    type: step.do,
    ids: Object.fromEntries(named),
    data: resolveAnswers(step.data, at, time, references, ids),
    reasons: step.reasons,
    expect: {},
    ...(step.do === FIXING || step.sameContent === true ? { draft } : {}),
  };
  const act: Planned = {
    what,
    step: (done) => {
      const request = { ...base, ...placeOf(done, step.matter, reports), ...fields };
      return { kind: "akt", at, request };
    },
  };
  if (step.content === undefined) return [act];
  const content = resolveAnswers(step.content, at, time, references, ids);
  return [draftOf(base, { draft, content, matter: step.matter }, at, reports), act];
}

function draftOf(
  base: ReturnType<typeof baseOf>,
  wanted: { readonly draft: Uuid; readonly content: Answers; readonly matter: string },
  at: Instant,
  reports: Reports,
): Planned {
  const { draft, content, matter } = wanted;
  return {
    what: `draft ${matter}`,
    step: (done) => {
      const place = placeOf(done, matter, reports);
      return {
        kind: "draft",
        at,
        request: { ...base, ...place, draft, document: DOCUMENT, content },
      };
    },
  };
}

/** Where the matter ended up when its report was received. */
function placeOf(done: Done, matter: string, reports: Reports): { akt: Uuid; matter: Uuid } {
  const place = reports.get(matter);
  const result = place === undefined ? undefined : done[place.index];
  if (place === undefined || result === undefined) throw new Error(`No matter ${matter} yet`);
  const answer = carriedOut(`report of ${matter}`, result);
  const child = "children" in answer ? answer.children[place.child] : undefined;
  if (child === undefined) throw new Error(`The report of ${matter} has no such child`);
  return { akt: child.akt, matter: child.matter };
}

function baseOf(
  {
    references,
    ids,
    tenant,
  }: Pick<DemoWorld, "references" | "tenant"> & { readonly ids: IdSource },
  by: string,
  action: string,
) {
  const actor = references.id(`@${by}`);
  return { tenant, actor, commandId: ids.next(), access: demoAccess(actor, action) };
}
