import { findPersonFacts, mayWithPerson, type PersonFacts } from "../../access/person-reach.ts";
import { seenThroughGlass } from "../../access/glass.ts";
import { refusedByRole } from "../../access/policy.ts";
import type { FieldClass, Verdict } from "../../access/policy-types.ts";
import { readPerson } from "../../contract/persons/read-person.ts";
import type { PersonLabel } from "../../contract/shapes.ts";
import type { Answers, AnswerValue } from "../../domain/event.ts";
import { toldOfIdentity } from "../../domain/person/new-identity.ts";
import { datedFieldOn, personFieldOn, type PersonState } from "../../domain/person/person-state.ts";
import { formatIdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { FIELD_CLASSES, type Pack } from "../../spec/types.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { findOpenGlassOn } from "../../store/views/glass.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readPerson as readStored, type RelationLine } from "../../store/views/read-person.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { seeThrough } from "../http/through-glass.ts";
import { personLabel } from "../views/labels.ts";
import { visibleAnswers } from "../views/visible-answers.ts";

const DOCUMENT = "basic-data";
/** What everybody who receives or works with children sees of a person without protected data: who it is. */
const WHO_IT_IS: readonly FieldClass[] = ["identity"];

export const readPersonHandler = handle(readPerson, async (ctx, { params }) => {
  const person = uuidOf(params.person);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const view = await readStored(tx, person);
    if (view === undefined) return fail(problem("person.not-found", { status: 404 }));
    const others = view.relations.map((relation) => relation.person);
    const facts = await findPersonFacts(tx, [person, ...others]);
    const own = facts.get(person);
    const brief = (await findBriefs(tx, [person])).get(person);
    if (own === undefined || brief === undefined) throw new Error("A person has no row");
    const byWork = mayWithPerson(ctx.actor, readPerson.action, readPerson.purpose, own);
    const verdict = await throughGlass(tx, ctx, person, byWork);
    const entry = accessEntry(ctx, readPerson, { persons: [person, ...others] });
    if ("deny" in verdict && (own.protected || !looksUp(ctx))) {
      return fail(await denied(tx, ctx, entry, verdict.deny));
    }
    logView(tx, entry, ctx.now);
    const classes = "allow" in verdict ? verdict.allow : WHO_IT_IS;
    const number = view.state.identity?.value;
    const { pack } = ctx.app.store.packs.current(ctx.tenant);
    const fields = visibleAnswers(pack, DOCUMENT, fieldsToday(ctx, view.state), classes);
    return ok({
      label: personLabel(ctx, brief),
      number: number === undefined ? null : formatIdentityNumber(number),
      fields,
      origins: originsOf(ctx, view.state, Object.keys(fields)),
      history: historyOf(pack, view.state, Object.keys(fields), classes),
      withheld: FIELD_CLASSES.filter((each) => !classes.includes(each)),
      relations: view.relations
        .map((relation) => relationOf(ctx, relation, facts))
        .filter(({ other }) => isTold(verdict, other)),
      akt: view.akt ?? null,
      identity: "allow" in verdict ? identityOf(view.state) : null,
    });
  });
});

/** Whether somebody looks persons up at all: the others see whom a matter that was opened for them is about. */
function looksUp({ actor }: RequestContext): boolean {
  return refusedByRole(actor, "person.search", readPerson.purpose) === undefined;
}

/** What the policy said, unless it said no and the one who asks has opened the child's akt for a time. */
async function throughGlass(
  tx: Tx,
  ctx: RequestContext,
  person: Uuid,
  verdict: Verdict,
): Promise<Verdict> {
  if ("allow" in verdict) return verdict;
  const allow = seenThroughGlass(ctx.actor, readPerson.action, verdict.deny);
  if (allow === undefined) return verdict;
  const glass = await findOpenGlassOn(tx, person, ctx.actor.staff, ctx.now);
  if (glass === undefined) return verdict;
  seeThrough(ctx, glass);
  return { allow };
}

/** What became of the numbers of a person, and the records that are one with it. */
function identityOf({ identityHistory, joined = [], joinedInto, mistaken = [] }: PersonState) {
  return {
    earlier: identityHistory.map(({ value }) => formatIdentityNumber(value)),
    mistaken: mistaken.map(({ value, on }) => ({ number: formatIdentityNumber(value), on })),
    joined: joined.map(({ joining, on, numbers }) => ({
      joining,
      on,
      numbers: numbers.map(formatIdentityNumber),
    })),
    partOf: joinedInto?.person ?? null,
  };
}

/** Every field as of today, as it may be told. */
function fieldsToday(ctx: RequestContext, state: PersonState): Answers {
  const fields = Object.keys(state.fields).flatMap((field): (readonly [string, AnswerValue])[] => {
    const value = personFieldOn(state, field, ctx.today);
    const told = value === undefined ? undefined : toldOfIdentity(state, field, value);
    return told === undefined ? [] : [[field, told]];
  });
  return Object.fromEntries(fields);
}

/** Where each value that is shown comes from. */
function originsOf(ctx: RequestContext, state: PersonState, fields: readonly string[]) {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const dated = datedFieldOn(state, field, ctx.today);
      if (dated === undefined) return [];
      const { validFrom, source, recordedOn } = dated;
      return [[field, { validFrom, source: source ?? null, recordedOn: recordedOn ?? null }]];
    }),
  );
}

/** Every value a field has had, where it has had several; a later one that holds from another day too. */
function historyOf(
  pack: Pack,
  state: PersonState,
  fields: readonly string[],
  classes: readonly FieldClass[],
) {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const values = state.fields[field] ?? [];
      if (values.length < 2) return [];
      const shown = values.toReversed().flatMap(({ value, validFrom, source, recordedOn }) => {
        const told = toldOfIdentity(state, field, value);
        if (told === undefined) return [];
        const seen = visibleAnswers(pack, DOCUMENT, { [field]: told }, classes)[field];
        if (seen === undefined) return [];
        return [{ value: seen, validFrom, source: source ?? null, recordedOn: recordedOn ?? null }];
      });
      return [[field, shown]];
    }),
  );
}

/** That somebody has a protected relative is told to those who work with the person, without a name. */
function isTold(verdict: Verdict, other: PersonLabel): boolean {
  return "allow" in verdict || !other.protected;
}

function relationOf(
  ctx: RequestContext,
  line: RelationLine,
  facts: ReadonlyMap<Uuid, PersonFacts>,
) {
  const other = facts.get(line.person);
  const visible =
    other !== undefined &&
    "allow" in mayWithPerson(ctx.actor, readPerson.action, readPerson.purpose, other);
  const { relation, kind, direction, validFrom, validTo } = line;
  return { relation, kind, direction, other: personLabel(ctx, line, visible), validFrom, validTo };
}
