import { seededIdSource } from "../kernel/ids.ts";
import { fixedClock } from "../kernel/clock.ts";
import type { Instant } from "../kernel/instant.ts";
import { carriedOut, type Result } from "../kernel/result.ts";
import { batch, type BatchAnswer, type BatchStep } from "../store/batch.ts";
import type { DemoAktStep, DemoFamily, DemoStep } from "./demo-files.ts";
import {
  aktRequest,
  changeRequest,
  contentDraft,
  draftRequest,
  registrations,
  reportRequest,
  timedSteps,
  type Place,
} from "./demo-requests.ts";
import type { DemoWorld } from "./demo-world.ts";
import type { PlannedNumbers } from "./planned-numbers.ts";
import { makeReferences } from "./references.ts";

/** Families whose commands are under way at the same time: while the database writes one, the next is decided. */
const AT_ONCE = 3;

type Done = readonly Result<BatchAnswer>[];

/**
 * Registers families and does everything that happened to them by ordinary commands in batches, the first of them
 * first. Ids come from `seed` and the family, so that the same families get the same: a family of which some is there
 * already is completed. `numbers` are those of their matters. `carryOut` is `batch` or what does the same. `told` hears of each that is done; the next of its place waits for it.
 */
export async function runFamilies(
  world: DemoWorld,
  families: Iterable<DemoFamily>,
  seed: string,
  told: (family: DemoFamily) => void | Promise<void> = () => undefined,
  numbers: PlannedNumbers = new Map(),
  carryOut: typeof batch = batch,
): Promise<void> {
  const waiting = Iterator.from(families);
  let stopped = false;
  async function work(): Promise<void> {
    try {
      for (const family of waiting) {
        if (stopped) return;
        const own = numbers.get(family.family);
        const inWorld = own === undefined ? world : { ...world, numbers: own };
        await runInBatches(inWorld, family, seed, carryOut);
        await told(family);
      }
    } catch (error) {
      stopped = true;
      throw error;
    }
  }
  // All have ended before the first fault is thrown: nothing is written after that.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const each of ended) if (each.status === "rejected") throw each.reason;
}

async function runInBatches(
  world: DemoWorld,
  family: DemoFamily,
  seed: string,
  carryOut: typeof batch,
): Promise<void> {
  const ids = seededIdSource(`${seed} ${family.family}`, fixedClock(world.time.now));
  const references = makeReferences(ids, world.references);
  const planned = stepsOf({ ...world, ids, references }, family);
  const results = await carryOut(
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

/** Where something stands among the commands of the family. */
interface Found {
  /** The report of each matter. */
  readonly reports: Map<string, { readonly index: number; readonly child: number }>;
  /** Steps that others are about, by matter and label. */
  readonly labelled: Map<string, number>;
}

function stepsOf(world: DemoWorld, family: DemoFamily): readonly Planned[] {
  const registered = world.time.moment(family.registered);
  const planned = registrations(world, family).map(({ key, request }): Planned => {
    return { what: `person.register ${key}`, step: { kind: "person", at: registered, request } };
  });
  const found: Found = { reports: new Map(), labelled: new Map() };
  for (const { step, at } of timedSteps(world, family)) {
    planned.push(...plannedOf(world, step, at, planned.length, found));
  }
  return planned;
}

function plannedOf(
  world: DemoWorld,
  step: DemoStep,
  at: Instant,
  index: number,
  found: Found,
): readonly Planned[] {
  if ("children" in step) {
    step.children.forEach(({ matter }, child) => found.reports.set(matter, { index, child }));
    const request = reportRequest(world, step, at);
    return [{ what: `${step.do} ${step.by}`, step: { kind: "intake", at, request } }];
  }
  if ("person" in step) {
    const request = changeRequest(world, step, at);
    return [{ what: `${step.do} ${step.person}`, step: { kind: "person", at, request } }];
  }
  if (step.label !== undefined) found.labelled.set(`${step.matter} ${step.label}`, index);
  return onAkt(world, step, at, found);
}

function onAkt(world: DemoWorld, step: DemoAktStep, at: Instant, found: Found): readonly Planned[] {
  const { matter } = step;
  const { reports } = found;
  const content = contentDraft(world, step, at);
  const placed = aktRequest(world, step, at);
  const act: Planned = {
    what: `${step.do} ${matter}`,
    step: (done) => {
      const data = { ...placed.data, ...entryOf(done, step, found) };
      return { kind: "akt", at, request: { ...placed, data, ...placeOf(done, matter, reports) } };
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

/** The number of the entry that a step is about: it is known when that has been made. */
function entryOf(done: Done, { matter, about }: DemoAktStep, { labelled }: Found) {
  if (about === undefined) return {};
  const result = done[labelled.get(`${matter} ${about}`) ?? -1];
  if (result === undefined) throw new Error(`Nothing is called ${about} in ${matter} yet`);
  const answer = carriedOut(`${about} of ${matter}`, result);
  const first = "events" in answer ? answer.events[0] : undefined;
  if (first === undefined) throw new Error(`${about} of ${matter} made no entry`);
  return { entry: first.seq };
}

/** Where the matter ended up when its report was received. */
function placeOf(done: Done, matter: string, reports: Found["reports"]): Place {
  const place = reports.get(matter);
  const result = place === undefined ? undefined : done[place.index];
  if (place === undefined || result === undefined) throw new Error(`No matter ${matter} yet`);
  const answer = carriedOut(`report of ${matter}`, result);
  const child = "children" in answer ? answer.children[place.child] : undefined;
  if (child === undefined) throw new Error(`The report of ${matter} has no such child`);
  return { akt: child.akt, matter: child.matter };
}
