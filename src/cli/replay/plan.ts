import { pointerTo } from "../../kernel/expression/pointer.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../../spec/types.ts";
import type { CaseAttempt, CaseEvent, CaseFile } from "./case-file.ts";
import type { CaseIds } from "./case-ids.ts";
import { makeLabels } from "./labels.ts";
import { coveredKinds, recordedOnly, uncoveredKinds } from "./mapping/kinds.ts";
import type { Action, MapContext, Uncovered } from "./mapping/mapping.ts";
import { registrations, type Registration } from "./mapping/registrations.ts";
import { staffRole } from "./mapping/staff.ts";
import { makeTimeline, recordedAt, type PlacedEvent, type Timeline } from "./timeline.ts";

/** What is to be done for one event, in the order of recording. */
export interface PlannedEvent {
  readonly placed: PlacedEvent;
  readonly actions: readonly Action[];
  /** False where the kind has no command: what names it is not covered either. */
  readonly covered: boolean;
}

/** An attempt the product must refuse. */
export interface PlannedAttempt {
  readonly index: number;
  readonly attempt: CaseAttempt;
  readonly actions: readonly Action[];
  /** Why it cannot be tried. */
  readonly uncovered?: string;
}

/** A case as commands, with everything that has no command. */
export interface Plan {
  readonly file: CaseFile;
  readonly timeline: Timeline;
  readonly registrations: readonly Registration[];
  readonly events: readonly PlannedEvent[];
  readonly attempts: readonly PlannedAttempt[];
  readonly notCovered: readonly Uncovered[];
  readonly noted: readonly Uncovered[];
}

/**
 * Turns a case into commands. Nothing is carried out and nothing is guessed: refuses an unknown kind
 * (`replay.unknown-kind`), words that are no label (`replay.unknown-label`), a name that stands for nothing
 * (`replay.unknown-reference`), data of another form (`replay.shape`), and an event that was recorded
 * before it happened (`replay.time-order`), each with its place in the file.
 */
export function planCase(file: CaseFile, pack: Pack, ids: CaseIds): Result<Plan> {
  const timeline = makeTimeline(file);
  const problems: Problem[] = [...referenceProblems(file, timeline)];
  const notCovered: Uncovered[] = [];
  const noted: Uncovered[] = [];
  const contextAt = (place: number, path: string): MapContext => {
    const labels = makeLabels(pack);
    return { file, pack, ids, labels, timeline, place, path, problems, notCovered, noted };
  };
  const first = contextAt(-1, "");
  const registered = registrations(first);
  const events = timeline.events.map((placed) => {
    const ctx = contextAt(placed.place, `/timeline/${placed.index}/data`);
    const planned = planEvent(placed, ctx);
    problems.push(...ctx.labels.problems);
    return planned;
  });
  problems.push(...first.labels.problems);
  const attempts = file.expected.blocked.map((attempt, index) => {
    const after = timeline.find(attempt.after)?.place ?? -1;
    const ctx = contextAt(after + 0.5, `/expected/blocked/${index}/attempt/data`);
    // What is tried may hold words the lists do not have: that is often why it is refused.
    return planAttempt(attempt, index, { ...ctx, notCovered: [], noted: [] });
  });
  if (problems.length > 0) return fail(problems);
  return ok({ file, timeline, registrations: registered, events, attempts, notCovered, noted });
}

function planEvent(placed: PlacedEvent, ctx: MapContext): PlannedEvent {
  const { event, index } = placed;
  const path = `/timeline/${index}`;
  const kind = coveredKinds[event.kind];
  if (event.occurredAt > recordedAt(event)) {
    ctx.problems.push(problem("replay.time-order", { pointer: `${path}/recordedAt` }));
  }
  if (kind !== undefined) return { placed, actions: kind.map(event, ctx), covered: true };
  const reason = uncoveredKinds[event.kind];
  if (reason === undefined) ctx.problems.push(unknownKind(event.kind, `${path}/kind`));
  ctx.notCovered.push({ path, reason: reason ?? `unknown kind ${event.kind}` });
  return { placed, actions: [], covered: false };
}

function planAttempt(attempt: CaseAttempt, index: number, ctx: MapContext): PlannedAttempt {
  const { kind, matters, about, data } = attempt.attempt;
  const planned = { index, attempt, actions: [] };
  const mapping = coveredKinds[kind];
  if (mapping === undefined) {
    const reason = uncoveredKinds[kind];
    if (reason === undefined) {
      ctx.problems.push(unknownKind(kind, `/expected/blocked/${index}/attempt/kind`));
    }
    return { ...planned, uncovered: reason ?? `unknown kind ${kind}` };
  }
  if (!mapping.attempts) {
    return {
      ...planned,
      uncovered: recordedOnly[kind] ?? `${kind} is only recorded; the law is not asked about it`,
    };
  }
  const event: CaseEvent = {
    id: `attempt ${index}`,
    occurredAt: attempt.at,
    recordedBy: attempt.actor,
    kind,
    matters,
    about,
    data,
  };
  const ofLeftOut = reasonOfRef(data["ref"], ctx);
  if (ofLeftOut !== undefined) return { ...planned, uncovered: ofLeftOut };
  const actions = mapping.map(event, ctx);
  const [left] = ctx.notCovered;
  const uncovered = actions.length === 0 ? (left?.reason ?? "nothing to try") : undefined;
  return { ...planned, actions, ...(uncovered === undefined ? {} : { uncovered }) };
}

/** Why what an attempt is about is not in the program. */
function reasonOfRef(ref: unknown, ctx: MapContext): string | undefined {
  const about = typeof ref === "string" ? ctx.timeline.find(ref) : undefined;
  return about === undefined ? undefined : uncoveredKinds[about.event.kind];
}

function unknownKind(kind: string, pointer: string): Problem {
  return problem("replay.unknown-kind", { pointer, params: { kind } });
}

/** Names of matters, staff and events that stand for nothing, roles nobody has, and ids given twice. */
function referenceProblems(file: CaseFile, timeline: Timeline): Problem[] {
  const persons = new Set(file.persons.map(({ key }) => key));
  const staff = new Set(file.staff.map(({ key }) => key));
  const matters = new Set(file.matters.map(({ key }) => key));
  const missing = (known: ReadonlySet<string>, key: string, pointer: string) =>
    known.has(key) ? [] : [problem("replay.unknown-reference", { pointer, params: { key } })];
  const inMatters = (keys: readonly string[], pointer: string) =>
    keys.flatMap((key, index) => missing(matters, key, pointerTo(pointer, index)));
  return [
    ...file.matters.flatMap(({ child }, at) => missing(persons, child, `/matters/${at}/child`)),
    ...file.staff.flatMap(({ role }, at) =>
      staffRole(role) === undefined
        ? [
            problem("replay.unknown-label", {
              pointer: `/staff/${at}/role`,
              params: { words: role },
            }),
          ]
        : [],
    ),
    ...file.timeline.flatMap((event, at) => [
      ...missing(staff, event.recordedBy, `/timeline/${at}/recordedBy`),
      ...inMatters(event.matters, `/timeline/${at}/matters`),
      ...(timeline.find(event.id)?.index === at
        ? []
        : [problem("replay.twice", { pointer: `/timeline/${at}/id`, params: { key: event.id } })]),
    ]),
    ...file.expected.blocked.flatMap(({ actor, after, attempt }, at) => [
      ...missing(staff, actor, `/expected/blocked/${at}/actor`),
      ...inMatters(attempt.matters, `/expected/blocked/${at}/attempt/matters`),
      ...(timeline.find(after) === undefined
        ? missing(new Set(), after, `/expected/blocked/${at}/after`)
        : []),
    ]),
  ];
}
