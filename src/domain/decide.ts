import {
  instantOfLocal,
  parseLocalDateTime,
  stockholmDate,
  type Instant,
} from "../kernel/instant.ts";
import { problem, type Problem } from "../kernel/problem.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { AnswerContext } from "../spec/answers.ts";
import type { Pack } from "../spec/types.ts";
import { validateAnswers } from "../spec/validate-answers.ts";
import type { AktState } from "./akt-state.ts";
import type { CommandDefinition, CommandSubject, EntryMaker } from "./command-definition.ts";
import type { Command, DecideContext, Decision } from "./command.ts";
import { decisionAnswers, mayBeDecided } from "./decision/authority.ts";
import { definitions } from "./definitions.ts";
import { documentFacts } from "./document-facts.ts";
import type { Answers, DomainEvent, EventBody, RecordedEvent } from "./event.ts";
import { decideGlass, isGlassCommand } from "./glass/glass.ts";
import { guardProblems } from "./guard-problems.ts";
import { birthDateOf } from "./person/person-state.ts";
import { textOf } from "./read.ts";
import { splitCorrection } from "./record/split-correction.ts";
import { actOf, recordingProblems } from "./recording.ts";
import { sourceProblems } from "./sources/source-problems.ts";
import { staleProblems } from "./stale.ts";
import { unfilledProblems } from "./phrases/unfilled.ts";

/**
 * Decides what a command leads to: events, or every reason why not. Statutory rules stop; a rule of good
 * practice stops until a reason is given for it in `command.reasons`, and is then returned as a warning.
 *
 * Problem ids: `command.*` (unknown, time, stale), the structural ones of `demands.ts`, `answer.*` of the
 * specification, `delegation.*`, and `law.<rule>.<key>` of the guards; each points at its field.
 */
export function decideAkt(
  state: AktState | undefined,
  given: Command,
  ctx: DecideContext,
): Decision {
  if (given.type === "akt.create") return createAkt(state, given, ctx);
  if (isGlassCommand(given)) return decideGlass(state, given, ctx);
  const definition = definitions[given.type];
  if (definition === undefined)
    return refuse(problem("command.unknown", { params: { type: given.type } }));
  if (state === undefined) return refuse(problem("akt.not-found", { status: 404 }));
  const about = makerOf(given.entry);
  const command =
    definition.changesPast === "corrects" ? splitCorrection(given, about?.happenedIn) : given;
  const matter = command.matter === undefined ? undefined : state.matters[command.matter];
  const made = about === undefined ? {} : { about };
  const subject: CommandSubject = { akt: state, matter, command, ctx, ...made };
  const happened = happenedAt(definition, subject);
  const structural = [
    ...shapeProblems(definition, subject),
    ...timeProblems(happened, subject, definition),
  ];
  if (structural.length > 0) return { ok: false, problems: structural };
  const found = [
    ...staleProblems(subject),
    ...answerProblems(definition, subject, stockholmDate(happened)),
    ...mayBeRecordedAndDecided(definition, subject, stockholmDate(happened)),
    ...(definition.checks ?? []).flatMap((check) => check(subject)),
    ...sourceProblems(subject),
    ...guardProblems(definition, subject, happened),
  ];
  const stopping = found.filter(
    (entry) => entry.severity === "block" || lacksReason(entry, command),
  );
  if (stopping.length > 0) return { ok: false, problems: found };
  return { ok: true, events: [eventOf(definition, subject, happened, found)], warnings: found };
}

/** What made an entry, by the type of its event. */
function makerOf(entry: RecordedEvent | undefined): EntryMaker | undefined {
  if (entry === undefined) return undefined;
  const made = Object.entries(definitions).find(([, { event }]) => event === entry.type);
  if (made === undefined) return undefined;
  const [command, { document, happenedIn, fits }] = made;
  return {
    command,
    act: actOf({ type: command, data: entry.body.data }) ?? command,
    ...(document === undefined ? {} : { document }),
    ...(happenedIn === undefined ? {} : { happenedIn }),
    ...(fits === undefined ? {} : { fits }),
  };
}

function createAkt(state: AktState | undefined, command: Command, ctx: DecideContext): Decision {
  if (state !== undefined) return refuse(problem("akt.known", { status: 409 }));
  const event: DomainEvent = {
    type: "akt.created",
    occurredAt: command.occurredAt ?? ctx.now,
    recordedAt: ctx.now,
    actor: ctx.actor.staff,
    body: { ids: command.ids, data: {} },
  };
  return { ok: true, events: [event], warnings: [] };
}

/** Whoever may not record it need not hear who could decide it. */
function mayBeRecordedAndDecided(
  definition: CommandDefinition,
  subject: CommandSubject,
  on: PlainDate,
): Problem[] {
  const refused = recordingProblems(subject);
  return refused.length > 0 ? refused : mayBeDecided(definition, subject, on);
}

/** A warning of good practice asks for a reason in the writer's own words; what is only told asks nothing. */
function lacksReason(found: Problem, command: Command): boolean {
  if (found.severity === "tell") return false;
  if (found.text === undefined || found.ruleId === undefined) return false;
  return (command.reasons?.[found.ruleId] ?? "").trim() === "";
}

function shapeProblems(definition: CommandDefinition, subject: CommandSubject): Problem[] {
  const { command, matter } = subject;
  if (command.matter === undefined)
    return [problem("command.matter-missing", { pointer: "/matter" })];
  if (matter === undefined && definition.startsMatter !== true)
    return [problem("matter.not-found", { status: 404 })];
  if (matter?.closedOn !== undefined && definition.afterClosing !== true) {
    return [problem("matter.closed", { status: 409 })];
  }
  const missing = definition.ids.filter((name) => command.ids[name] === undefined);
  if (missing.length > 0) {
    return missing.map((name) =>
      problem("command.id-missing", { pointer: `/ids/${name}`, params: { name } }),
    );
  }
  return definition.demands.flatMap((demand) => demand(subject) ?? []);
}

/** Without a document nobody has said what an answer means or who may read it. */
function unexpectedData(definition: CommandDefinition, command: Command): Problem[] {
  if (definition.document !== undefined) return [];
  return Object.keys(command.data).map((field) =>
    problem("command.data-unexpected", { pointer: `/data/${field}` }),
  );
}

/** When it happened: the answer that says so, the command's own time, or now. */
function happenedAt(definition: CommandDefinition, subject: CommandSubject): Instant {
  const { command, ctx } = subject;
  const day = definition.happenedOn?.(subject);
  const answer =
    day === undefined ? textOf(command.data[definition.happenedIn ?? ""]) : `${day}T00:00`;
  const local = answer === undefined ? undefined : parseLocalDateTime(answer);
  return local === undefined ? (command.occurredAt ?? ctx.now) : instantOfLocal(local);
}

/** Nothing happens later than now, and nothing happened before the child was born. */
function timeProblems(
  happened: Instant,
  subject: CommandSubject,
  definition: CommandDefinition,
): Problem[] {
  const { ctx } = subject;
  const pointer =
    definition.happenedIn === undefined ? "/occurredAt" : `/data/${definition.happenedIn}`;
  if (happened > ctx.now) return [problem("command.time-later-than-now", { pointer })];
  const born = birthDateOf(ctx.child, ctx.today);
  if (born !== undefined && stockholmDate(happened) < born) {
    return [problem("command.time-before-birth", { pointer, params: { born } })];
  }
  return [];
}

function answerProblems(
  definition: CommandDefinition,
  subject: CommandSubject,
  on: PlainDate,
): Problem[] {
  const { command, ctx } = subject;
  const context = { facts: documentFacts(subject, on), today: ctx.today, calendar: ctx.calendar };
  const problems = [
    ...unexpectedData(definition, command),
    ...unfilledProblems(definition.document, command.data, "/data"),
    ...unfilledProblems(definition.content, command.content ?? {}, "/content"),
  ];
  if (definition.document !== undefined) {
    problems.push(...checkedAnswers(ctx.pack, definition.document, command.data, "/data", context));
  }
  if (definition.content !== undefined && command.content !== undefined) {
    problems.push(
      ...checkedAnswers(ctx.pack, definition.content, command.content, "/content", context),
    );
  }
  return problems;
}

/** Wrong answers stop, and so does what the law demands and nobody has written. */
function checkedAnswers(
  pack: Pack,
  document: string,
  answers: Answers,
  prefix: string,
  context: AnswerContext,
): Problem[] {
  const checked = validateAnswers(pack, document, answers, context);
  return [...checked.problems, ...checked.missing.law].map((found) => ({
    ...found,
    pointer: `${prefix}${found.pointer ?? ""}`,
  }));
}

function eventOf(
  definition: CommandDefinition,
  subject: CommandSubject,
  happened: Instant,
  warnings: readonly Problem[],
): DomainEvent {
  const { command, ctx } = subject;
  const reasons = reasonsGiven(command, warnings);
  return {
    type: definition.event,
    ...(command.matter === undefined ? {} : { matter: command.matter }),
    occurredAt: happened,
    recordedAt: ctx.now,
    actor: ctx.actor.staff,
    body: {
      ids: command.ids,
      data: {
        ...command.data,
        ...command.computed,
        ...definition.derives?.(subject),
        ...decisionAnswers(definition, subject, stockholmDate(happened)),
      },
      ...(command.content === undefined ? {} : { content: command.content }),
      ...numberOfMatter(definition, subject),
      ...(Object.keys(reasons).length === 0 ? {} : { reasons }),
    },
  };
}

/** What starts a matter gives it its number; what takes that away hands the number on. */
function numberOfMatter(
  { startsMatter, changesPast }: CommandDefinition,
  { command, matter }: CommandSubject,
): Pick<EventBody, "matterNumber"> {
  const starts = startsMatter === true && matter === undefined;
  const takesAway = changesPast !== undefined && changesPast !== "corrects";
  const number = starts ? command.matterNumber : command.entry?.body.matterNumber;
  return number === undefined || !(starts || takesAway) ? {} : { matterNumber: number };
}

/** The reasons that were asked for; others are words about nothing. */
function reasonsGiven(
  command: Command,
  warnings: readonly Problem[],
): Readonly<Record<string, string>> {
  const asking = warnings.filter(({ severity }) => severity === "warn");
  const asked = new Set(asking.flatMap(({ ruleId }) => ruleId ?? []));
  const given = Object.entries(command.reasons ?? {});
  return Object.fromEntries(given.filter(([rule]) => asked.has(rule)));
}

function refuse(...problems: Problem[]): Decision {
  return { ok: false, problems };
}
