import type { IdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../../spec/types.ts";
import type { AnswerValue, Answers, DomainEvent } from "../event.ts";
import { textOf } from "../read.ts";
import { linkedIdentity } from "./new-identity.ts";
import { personFieldOn, type PersonState, type Relation } from "./person-state.ts";

/** An event for the stream of one person. */
export interface PersonEvent {
  readonly stream: Uuid;
  readonly event: DomainEvent;
}

/** Two records said to be of one person: `kept` stays, `other` becomes part of it. */
export interface JoinSubject {
  readonly kept: PersonState;
  readonly other: PersonState;
  /** Others who are related to one of the two. */
  readonly relatives: readonly PersonState[];
  readonly keptHasAkt: boolean;
  readonly otherHasAkt: boolean;
  readonly reason: string;
}

export interface JoinContext {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly actor: Uuid;
  readonly pack: Pack;
  readonly joining: Uuid;
  readonly newId: () => Uuid;
}

/** How sure a number is: one of the population register before a coordination number before one of ours (U-06). */
const RANK: Readonly<Record<IdentityNumber["kind"], number>> = {
  provisional: 1,
  coordination: 2,
  personnummer: 3,
};
const LEVELS = "protection-level";
const LEVEL = "protectionLevel";

/**
 * Decides to make two records of one person one. The kept record gets what it lacks, the surest number and the
 * strictest protection, and every relation of the other; the other shows the same person from now on. Nothing is
 * taken away from either, and all of it is taken back by parting.
 *
 * Refuses with `person.same`, `person.joined-already`, `person.has-joined`, `person.related-to-each-other`,
 * `person.keep-the-one-with-akt`, `person.new-identity` and `person.reason-missing`.
 */
export function decideJoin(subject: JoinSubject, ctx: JoinContext): Result<readonly PersonEvent[]> {
  const problems = joinProblems(subject, ctx.today);
  if (problems.length > 0) return fail(problems);
  const { kept, other, reason } = subject;
  const { joining } = ctx;
  const relations = repeatedRelations(subject, ctx);
  const touched = [...new Set(relations.map(({ stream }) => stream))].filter(
    (stream) => stream !== kept.person,
  );
  const protection = strictest(subject, ctx);
  const taken = lackingFields(subject, ctx);
  const number = surest(kept, other);
  const one: Answers = { ...taken, ...protection, ...number };
  return ok([
    {
      stream: kept.person,
      event: eventOf("person.joined", { from: other.person, joining }, ctx, {
        ...one,
        numbers: numbersOf(other),
        touched,
        reason,
      }),
    },
    {
      stream: other.person,
      event: eventOf("person.joined-into", { into: kept.person, joining }, ctx, {
        ...shownOf(kept, ctx),
        ...one,
        reason,
      }),
    },
    ...relations,
  ]);
}

/** The events that take a joining back, one for each stream it reached. */
export function partEvents(
  streams: readonly Uuid[],
  reason: string,
  ctx: JoinContext,
): readonly PersonEvent[] {
  const { joining } = ctx;
  return streams.map((stream) => ({
    stream,
    event: eventOf("person.parted", { joining }, ctx, { reason }),
  }));
}

function joinProblems(subject: JoinSubject, today: PlainDate): readonly Problem[] {
  const { kept, other, keptHasAkt, otherHasAkt, reason } = subject;
  const pointer = "/other";
  if (kept.person === other.person) return [problem("person.same", { pointer })];
  const linked = linkedIdentity([kept, other], pointer);
  return [
    ...(linked === undefined ? [] : [linked]),
    ...(kept.joinedInto !== undefined || other.joinedInto !== undefined
      ? [problem("person.joined-already", { status: 409, pointer })]
      : []),
    ...(other.joined === undefined ? [] : [problem("person.has-joined", { status: 409, pointer })]),
    ...(areRelated(kept, other, today)
      ? [problem("person.related-to-each-other", { status: 409, pointer })]
      : []),
    ...(otherHasAkt && !keptHasAkt
      ? [problem("person.keep-the-one-with-akt", { status: 409, pointer })]
      : []),
    ...(reason === "" ? [problem("person.reason-missing", { pointer: "/reason" })] : []),
  ];
}

/** Sisters and brothers, or a parent and a child, are two persons: twins are not made one by mistake. */
function areRelated(one: PersonState, two: PersonState, today: PlainDate): boolean {
  const holds = (from: PersonState, person: Uuid): boolean =>
    from.relations.some(
      ({ to, validTo }) => to === person && (validTo === undefined || validTo > today),
    );
  return holds(one, two.person) || holds(two, one.person);
}

/** Every number a record has or had. */
export function numbersOf(state: PersonState): readonly string[] {
  const all = [...state.identityHistory, ...(state.identity === undefined ? [] : [state.identity])];
  return [...new Set(all.map(({ value }) => value))];
}

function surest(kept: PersonState, other: PersonState): Answers {
  const [mine, theirs] = [kept.identity, other.identity];
  if (theirs === undefined) return {};
  const better = mine === undefined || RANK[theirs.kind] > RANK[mine.kind];
  return better ? { identityNumber: theirs.value } : {};
}

/** The values of the other record where the kept one has none. */
function lackingFields({ kept, other }: JoinSubject, { today }: JoinContext): Answers {
  const lacking = Object.keys(other.fields).filter((field) => kept.fields[field] === undefined);
  return valuesOf(other, lacking, today);
}

/** What the kept record shows today, for the other one to show. */
function shownOf(kept: PersonState, { today }: JoinContext): Answers {
  const { identity } = kept;
  return {
    ...valuesOf(kept, Object.keys(kept.fields), today),
    ...(identity === undefined ? {} : { identityNumber: identity.value }),
  };
}

function valuesOf(state: PersonState, fields: readonly string[], on: PlainDate): Answers {
  return Object.fromEntries(
    fields.flatMap((field): (readonly [string, AnswerValue])[] => {
      const value = personFieldOn(state, field, on);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** Whoever is protected in one record is protected in both, by the strictest level of the two (OSL 21:3). */
function strictest({ kept, other }: JoinSubject, { pack, today }: JoinContext): Answers {
  const codes = (pack.codelists[LEVELS]?.codes ?? []).map(({ id }) => id);
  const levels = [kept, other].map((state) =>
    codes.indexOf(textOf(personFieldOn(state, LEVEL, today)) ?? ""),
  );
  const level = codes[Math.max(...levels)];
  return level === undefined ? {} : { [LEVEL]: level };
}

/** Every relation of the other record, repeated for the kept one where it is not known there. */
function repeatedRelations(
  { kept, other, relatives }: JoinSubject,
  ctx: JoinContext,
): readonly PersonEvent[] {
  const own = other.relations
    .filter(({ to }) => to !== kept.person)
    .filter((relation) => !knows(kept.relations, relation, relation.to))
    .map((relation) => relationEvent(kept.person, relation, relation.to, ctx));
  const toKept = relatives
    .filter(({ person }) => person !== kept.person)
    .flatMap((relative) =>
      relative.relations
        .filter(({ to }) => to === other.person)
        .filter((relation) => !knows(relative.relations, relation, kept.person))
        .map((relation) => relationEvent(relative.person, relation, kept.person, ctx)),
    );
  return [...own, ...toKept];
}

function knows(relations: readonly Relation[], like: Relation, to: Uuid): boolean {
  return relations.some(
    (each) =>
      each.to === to &&
      each.kind === like.kind &&
      each.validFrom === like.validFrom &&
      each.validTo === like.validTo,
  );
}

function relationEvent(
  stream: Uuid,
  { kind, validFrom, validTo }: Relation,
  to: Uuid,
  ctx: JoinContext,
): PersonEvent {
  const ids = { relation: ctx.newId(), to, joining: ctx.joining };
  const data = {
    kind,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
  return { stream, event: eventOf("person.related", ids, ctx, data) };
}

function eventOf(
  type: string,
  ids: Readonly<Record<string, Uuid>>,
  { now, actor }: JoinContext,
  data: Answers,
): DomainEvent {
  return { type, occurredAt: now, recordedAt: now, actor, body: { ids, data } };
}
