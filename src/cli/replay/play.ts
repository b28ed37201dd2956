import type { Uuid } from "../../kernel/ids.ts";
import { instantOfLocal } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { batch, type BatchAnswer } from "../../store/batch.ts";
import type { CaseEvent } from "./case-file.ts";
import { tryAttempt, tryCommand, type AttemptOutcome } from "./attempt.ts";
import { lettersTo, tellingKinds, type KnownLetter } from "./letters.ts";
import { commandOf, withReasons, type PlayContext } from "./command.ts";
import { writeDraft } from "./draft.ts";
import type { Action, Uncovered } from "./mapping/mapping.ts";
import type { Plan, PlannedEvent } from "./plan.ts";
import { recordedAt } from "./timeline.ts";
import type { World } from "./world.ts";

/** A warning of good practice the product gave at an event. */
export interface GivenWarning {
  readonly event: string;
  readonly kind: string;
  readonly ruleId: string;
}

/** An event the product refused. */
export interface RefusedEvent {
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** What came of playing a case. */
export interface Played extends PlayContext {
  readonly warnings: readonly GivenWarning[];
  readonly refused: readonly RefusedEvent[];
  readonly attempts: readonly AttemptOutcome[];
  readonly notCovered: readonly Uncovered[];
  /** What letters to the persons whose sight the case speaks of would have said, whenever that changed. */
  readonly letters: readonly KnownLetter[];
  /** Expectations that somebody may see a whole matter: whether handing it out in full was let through. */
  readonly handedOut: ReadonlyMap<number, boolean>;
}

interface Playing extends PlayContext {
  readonly warnings: GivenWarning[];
  readonly refused: RefusedEvent[];
  readonly attempts: AttemptOutcome[];
  readonly notCovered: Uncovered[];
  readonly letters: KnownLetter[];
  readonly handedOut: Map<number, boolean>;
  /** What became of each event so far. */
  readonly done: Map<string, "done" | "refused" | "not covered">;
}

/**
 * Carries out a case as commands at its own dates, each in the name of who recorded it. Each attempt is made
 * right after the event it is to be made after, and undone. Refuses a case whose persons cannot be
 * registered (`replay.not-registered`).
 */
export async function playCase(world: World, plan: Plan): Promise<Result<Played>> {
  const playing: Playing = {
    akts: new Map(),
    things: new Map(),
    drafts: new Map(),
    warnings: [],
    refused: [],
    attempts: [],
    notCovered: [],
    letters: [],
    handedOut: new Map(),
    done: new Map(),
  };
  const unregistered = await register(world, plan);
  if (unregistered.length > 0) return fail(unregistered);
  for (const planned of plan.events) {
    const { event } = planned.placed;
    world.setTime(instantOfLocal(recordedAt(event)));
    await playEvent(world, planned, playing);
    if (tellingKinds.has(event.kind)) await readLetters(world, plan, event, playing);
    for (const attempt of plan.attempts) {
      if (attempt.attempt.after !== event.id) continue;
      playing.attempts.push(await tryAttempt(world, attempt, playing));
    }
  }
  await handOut(world, plan, playing);
  return ok(playing);
}

/** The letters that could be written now to the persons whose sight the case speaks of. */
async function readLetters(
  world: World,
  plan: Plan,
  event: CaseEvent,
  playing: Playing,
): Promise<void> {
  const { persons, expected } = plan.file;
  const viewers = expected.visibility.flatMap(({ viewer, may }) =>
    !may && persons.some(({ key }) => key === viewer) ? [world.ids.person(viewer)] : [],
  );
  for (const matter of event.matters) {
    const place = playing.akts.get(matter);
    if (place === undefined) continue;
    const actor = world.ids.staff(event.recordedBy);
    playing.letters.push(...(await lettersTo(world, { ...place, actor }, [...new Set(viewers)])));
  }
}

/** Tries to hand out whole matters to those who may see them, on the day the case is judged, and undoes it. */
async function handOut(world: World, plan: Plan, playing: Playing): Promise<void> {
  const [last] = plan.events.slice(-1);
  if (last === undefined) return;
  for (const [index, { viewer, may, item }] of plan.file.expected.visibility.entries()) {
    if (!may || item.kind !== "matter") continue;
    const now = world.clock.now();
    const who = { actor: world.ids.staff(last.placed.event.recordedBy), at: now, occurredAt: now };
    const to = [world.ids.person(viewer)];
    const data = { kind: "documents.disclosed", to, inFull: true };
    const act = { on: "akt" as const, matter: item.ref, type: "act.record", requires: [] };
    const ids = { act: world.source.next() };
    const command = commandOf(world, { ...act, ids, data }, who, playing);
    const { refused } = await tryCommand(world, command);
    playing.handedOut.set(index, !refused);
  }
}

/** Registers the persons first; without one of them nothing that follows would be right. */
async function register(world: World, plan: Plan): Promise<readonly Problem[]> {
  const [first] = plan.file.staff;
  if (first === undefined) return [];
  const now = world.clock.now();
  const who = { actor: world.ids.staff(first.key), at: now, occurredAt: now };
  const commands = plan.registrations.map(({ action }) => commandOf(world, action, who));
  const results = await batch(world.store, world.tenant, commands);
  return results.flatMap((result, at) => {
    if (result.ok) return [];
    const pointer = plan.registrations[at]?.path ?? "/persons";
    const reason = result.problems.map(({ id }) => id).join(", ");
    return [problem("replay.not-registered", { pointer, params: { reason } })];
  });
}

async function playEvent(world: World, planned: PlannedEvent, playing: Playing): Promise<void> {
  const { event, index } = planned.placed;
  const path = `/timeline/${index}`;
  if (!planned.covered) {
    playing.done.set(event.id, "not covered");
    return;
  }
  playing.done.set(event.id, "done");
  for (const action of planned.actions) {
    const lacking = action.requires.find((id) => playing.done.get(id) !== "done");
    if (lacking !== undefined) {
      const why = playing.done.get(lacking) ?? "not there yet";
      playing.notCovered.push({ path, reason: `${event.kind} needs ${lacking}, which is ${why}` });
      playing.done.set(event.id, "not covered");
      continue;
    }
    const result = await carryOut(world, event, action, playing);
    if (result.ok) keep(event, action, result.value, playing);
    else {
      playing.refused.push({ path, problems: result.problems });
      playing.done.set(event.id, "refused");
    }
  }
}

/** One command; where only reasons for warnings are missing, once more with the reasons of the case. */
async function carryOut(
  world: World,
  event: CaseEvent,
  action: Action,
  playing: Playing,
): Promise<Result<BatchAnswer>> {
  const who = {
    actor: world.ids.staff(event.recordedBy),
    at: world.clock.now(),
    occurredAt: instantOfLocal(event.occurredAt),
  };
  if (action.on === "akt" && action.content !== undefined) {
    await writeDraft(world, action, who, playing);
  }
  const command = commandOf(world, action, who, playing);
  const [first] = await batch(world.store, world.tenant, [command]);
  if (first === undefined) throw new Error("A command has a result");
  if (first.ok || first.problems.some((found) => found.severity === "block")) return first;
  const again = withReasons(world, command, first.problems, event);
  const [second] = await batch(world.store, world.tenant, [again]);
  return second ?? first;
}

/** Remembers where things are, by which clocks and rows are recognised, and what was warned of. */
function keep(event: CaseEvent, action: Action, answer: BatchAnswer, playing: Playing): void {
  if ("children" in answer && action.on === "intake") {
    answer.children.forEach((child, at) => {
      const asked = action.children[at];
      if (asked === undefined) return;
      playing.akts.set(asked.matter, { akt: child.akt, matter: child.matter });
      playing.things.set(asked.report, event.id);
    });
  }
  if ("akt" in answer) {
    for (const { seq } of answer.events) playing.things.set(`${answer.akt} ${seq}`, event.id);
  }
  if (action.on === "akt") {
    for (const name of ["investigation", "decision", "act"]) {
      const id: Uuid | undefined = action.ids[name];
      if (id !== undefined && !playing.things.has(id)) playing.things.set(id, event.id);
    }
  }
  if (!("warnings" in answer)) return;
  for (const { ruleId } of answer.warnings) {
    if (ruleId === undefined) continue;
    playing.warnings.push({ event: event.id, kind: event.kind, ruleId });
  }
}
