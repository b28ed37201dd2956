import { seededIdSource } from "../kernel/ids.ts";
import { fixedClock } from "../kernel/clock.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import { batch, type BatchAnswer, type BatchStep } from "../store/batch.ts";
import type { DemoAktStep, DemoFamily, DemoStep } from "./demo-files.ts";
import {
  aktRequest,
  contentDraft,
  draftRequest,
  registrations,
  reportRequest,
  timedSteps,
  type Place,
} from "./demo-requests.ts";
import { carriedOut, type DemoWorld } from "./demo-world.ts";
import { makeReferences } from "./references.ts";

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
  const registered = world.time.moment(family.registered);
  const planned = registrations(world, family).map(({ key, request }): Planned => {
    return { what: `person.register ${key}`, step: { kind: "person", at: registered, request } };
  });
  const reports: Reports = new Map();
  for (const { step, at } of timedSteps(world, family)) {
    planned.push(...plannedOf(world, step, at, planned.length, reports));
  }
  return planned;
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
    const request = reportRequest(world, step, at);
    return [{ what: `${step.do} ${step.by}`, step: { kind: "intake", at, request } }];
  }
  if ("person" in step) throw new Error("An invented family has no changed persons yet");
  return onAkt(world, step, at, reports);
}

function onAkt(
  world: DemoWorld,
  step: DemoAktStep,
  at: Instant,
  reports: Reports,
): readonly Planned[] {
  const { matter } = step;
  const content = contentDraft(world, step, at);
  const placed = aktRequest(world, step, at);
  const act: Planned = {
    what: `${step.do} ${matter}`,
    step: (done) => {
      return { kind: "akt", at, request: { ...placed, ...placeOf(done, matter, reports) } };
    },
  };
  if (content === undefined) return [act];
  const draft: Planned = {
    what: `draft ${matter}`,
    step: (done) => {
      const request = draftRequest(world, placeOf(done, matter, reports), content);
      return { kind: "draft", at, request };
    },
  };
  return [draft, act];
}

/** Where the matter ended up when its report was received. */
function placeOf(done: Done, matter: string, reports: Reports): Place {
  const place = reports.get(matter);
  const result = place === undefined ? undefined : done[place.index];
  if (place === undefined || result === undefined) throw new Error(`No matter ${matter} yet`);
  const answer = carriedOut(`report of ${matter}`, result);
  const child = "children" in answer ? answer.children[place.child] : undefined;
  if (child === undefined) throw new Error(`The report of ${matter} has no such child`);
  return { akt: child.akt, matter: child.matter };
}
