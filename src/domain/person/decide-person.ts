import type { Calendar } from "../../kernel/calendar.ts";
import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate, type Instant } from "../../kernel/instant.ts";
import { addDays, ageOn, parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { evaluateGuards } from "../../rules/guards.ts";
import type { Law } from "../../rules/types.ts";
import { findCode } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import { validateAnswers } from "../../spec/validate-answers.ts";
import type { Decision } from "../command.ts";
import type { AnswerValue, Answers, DomainEvent } from "../event.ts";
import { textOf } from "../read.ts";
import { secondIdentity } from "./new-identity.ts";
import { birthDateOf, personFieldOn, type PersonState } from "./person-state.ts";

/** What somebody wants recorded of a person: fields of the document `basic-data`, and relations. */
export interface PersonCommand {
  readonly type: "person.register" | "person.change";
  readonly data: Answers;
  readonly validFrom?: PlainDate;
  /** Where the values come from (codelist `basic-data-source`). */
  readonly source?: string;
  readonly relations: readonly RelationChange[];
  readonly occurredAt?: Instant;
}

export interface RelationChange {
  readonly relation: Uuid;
  readonly kind: string;
  readonly to: Uuid;
  readonly validFrom?: PlainDate;
  readonly validTo?: PlainDate;
}

export interface PersonContext {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly actor: Uuid;
  readonly pack: Pack;
  readonly law: Law;
  readonly calendar: Calendar;
  /** On a synthetic board: whether a 12-digit number is a test number; elsewhere always true. */
  readonly numberAllowed: (value: string) => boolean;
  /** A provisional identity that is free, for a person without a number. */
  readonly provisional: () => string;
}

/**
 * Decides to register or change a person. Refuses with `identity.*` (pointer `/data/identityNumber`),
 * `identity.not-test-number`, `person.birth-date-later-than-today`, `person.known`, `person.not-found`,
 * `person.nothing-to-change`, `person.relation-to-itself`, `person.relation-ends-before-it-begins`, `person.new-identity-anew`, the problems of the document's answers and what the law says of a change; what
 * good practice only tells comes with the events.
 */
export function decidePerson(
  state: PersonState | undefined,
  command: PersonCommand,
  ctx: PersonContext,
): Decision {
  const said = saidOfChange(state, command, ctx);
  const second = secondIdentity(state, command.data);
  const problems = [
    ...existence(state, command),
    ...(second === undefined ? [] : [second]),
    ...checkData(command.data, ctx),
    ...checkSource(command.source, ctx),
    ...command.relations.flatMap((change, at) => checkRelation(state, change, at)),
    ...said.filter((found) => found.severity !== "tell"),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const data = normalised(state, command, ctx);
  const events: DomainEvent[] = [];
  if (command.type === "person.register" || Object.keys(data).length > 0) {
    events.push(
      personEvent(
        command.type === "person.register" ? "person.registered" : "person.changed",
        data,
        command,
        ctx,
      ),
    );
  }
  for (const change of command.relations) events.push(relationEvent(change, command, ctx));
  if (events.length === 0) return { ok: false, problems: [problem("person.nothing-to-change")] };
  return { ok: true, events, warnings: said };
}

/** What a marking of protected data has to show beside its level (OSL 5:5). */
const FOUNDATION = ["protectionProvision", "protectionAuthority", "protectionDecidedOn"];

/** What the law and good practice say of what is registered or changed, on the day it holds from. */
function saidOfChange(
  state: PersonState | undefined,
  command: PersonCommand,
  ctx: PersonContext,
): readonly Problem[] {
  const on = command.validFrom ?? stockholmDate(command.occurredAt ?? ctx.now);
  const { law, calendar, today } = ctx;
  const known = (field: string, day = on) =>
    state === undefined ? undefined : personFieldOn(state, field, day);
  const before = (field: string) => textOf(known(field, addDays(on, -1)));
  const born = state === undefined ? undefined : birthDateOf(state, on);
  const facts = {
    "command.protectionLevel": textOf(command.data["protectionLevel"]),
    "person.protectionLevel": before("protectionLevel"),
    "person.protectionFounded": FOUNDATION.every(
      (field) => (command.data[field] ?? known(field)) !== undefined,
    ),
    "command.residenceStatus": textOf(command.data["residenceStatus"]),
    "person.residenceStatus": before("residenceStatus"),
    "person.unaccompanied": known("unaccompanied") === true,
    "person.age": born === undefined ? undefined : ageOn(born, on),
  };
  return evaluateGuards(law, command.type, facts, { on, today, calendar }).map((found) =>
    found.pointer === undefined ? found : { ...found, pointer: `/data${found.pointer}` },
  );
}

function existence(state: PersonState | undefined, command: PersonCommand): Problem[] {
  if (command.type === "person.register")
    return state === undefined ? [] : [problem("person.known", { status: 409 })];
  return state === undefined ? [problem("person.not-found", { status: 404 })] : [];
}

function checkData(data: Answers, ctx: PersonContext): Problem[] {
  const checked = validateAnswers(ctx.pack, "basic-data", data);
  const problems = [...checked.problems, ...checkNumber(data, ctx)];
  const birth = parsePlainDate(textOf(data["birthDate"]) ?? "");
  if (birth !== undefined && birth > ctx.today) {
    problems.push(problem("person.birth-date-later-than-today", { pointer: "/data/birthDate" }));
  }
  return problems;
}

function checkSource(source: string | undefined, { pack }: PersonContext): Problem[] {
  if (source === undefined || findCode(pack, "basic-data-source", source) !== undefined) return [];
  return [problem("answer.unknown-code", { pointer: "/source", params: { code: source } })];
}

/** Nobody is related to itself, no relation ends before it begins, and a known one stays what it is and to whom. */
function checkRelation(
  state: PersonState | undefined,
  { relation, kind, to, validFrom, validTo }: RelationChange,
  at: number,
): Problem[] {
  const pointer = `/relations/${at}`;
  const known = state?.relations.find((each) => each.relation === relation);
  if (known !== undefined && (known.kind !== kind || known.to !== to)) {
    return [problem("person.relation-other", { status: 409, pointer })];
  }
  if (to === state?.person)
    return [problem("person.relation-to-itself", { pointer: `${pointer}/to` })];
  const reversed = validFrom !== undefined && validTo !== undefined && validTo < validFrom;
  return reversed
    ? [problem("person.relation-ends-before-it-begins", { pointer: `${pointer}/validTo` })]
    : [];
}

function checkNumber(data: Answers, ctx: PersonContext): Problem[] {
  const text = textOf(data["identityNumber"]);
  if (text === undefined) return [];
  const pointer = "/data/identityNumber";
  const parsed = parseIdentityNumber(text, ctx.today);
  if (!parsed.ok) return parsed.problems.map((found) => ({ ...found, pointer }));
  if (parsed.value.kind === "provisional" || ctx.numberAllowed(parsed.value.value)) return [];
  return [problem("identity.not-test-number", { pointer })];
}

/** The number in its one written form; a new person without one gets a provisional identity (U-07). */
function normalised(
  state: PersonState | undefined,
  command: PersonCommand,
  ctx: PersonContext,
): Answers {
  const text = textOf(command.data["identityNumber"]);
  if (text !== undefined) {
    const parsed = parseIdentityNumber(text, ctx.today);
    return parsed.ok ? { ...command.data, identityNumber: parsed.value.value } : command.data;
  }
  if (state !== undefined) return command.data;
  return { ...command.data, identityNumber: ctx.provisional() };
}

function personEvent(
  type: string,
  data: Answers,
  command: PersonCommand,
  ctx: PersonContext,
): DomainEvent {
  const dated: Record<string, AnswerValue> = { ...data };
  if (command.validFrom !== undefined) dated["validFrom"] = command.validFrom;
  if (command.source !== undefined) dated["source"] = command.source;
  return eventOf(type, {}, dated, command, ctx);
}

function relationEvent(
  change: RelationChange,
  command: PersonCommand,
  ctx: PersonContext,
): DomainEvent {
  const data: Record<string, AnswerValue> = { kind: change.kind };
  if (change.validFrom !== undefined) data["validFrom"] = change.validFrom;
  if (change.validTo !== undefined) data["validTo"] = change.validTo;
  if (command.source !== undefined) data["source"] = command.source;
  return eventOf(
    "person.related",
    { relation: change.relation, to: change.to },
    data,
    command,
    ctx,
  );
}

function eventOf(
  type: string,
  ids: Readonly<Record<string, Uuid>>,
  data: Answers,
  command: PersonCommand,
  ctx: PersonContext,
): DomainEvent {
  return {
    type,
    occurredAt: command.occurredAt ?? ctx.now,
    recordedAt: ctx.now,
    actor: ctx.actor,
    body: { ids, data },
  };
}
