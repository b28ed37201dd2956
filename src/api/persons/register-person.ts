import type { z } from "zod";
import { findPersonFacts, mayWithPerson } from "../../access/person-reach.ts";
import { changePerson } from "../../contract/persons/change-person.ts";
import { registerPerson } from "../../contract/persons/register-person.ts";
import type { PersonCommand } from "../../domain/person/decide-person.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  runPerson,
  type PersonAnswer,
  type PersonRequest,
} from "../../store/commands/execute-person.ts";
import { isGuardian, isHousehold } from "../../store/commands/load-akt.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";

type Body = z.infer<typeof changePerson.body>;

export const registerPersonHandler = handle(registerPerson, async (ctx, { body }) => {
  const request = requestOf(ctx, registerPerson, "person.register", body);
  if (!request.ok) return request;
  return carryOut(ctx, request.value, (tx) => relatedProblem(tx, ctx, request.value));
});

/** A person is changed by those who work with somebody the person belongs to. */
export const changePersonHandler = handle(changePerson, async (ctx, { body }) => {
  const request = requestOf(ctx, changePerson, "person.change", body);
  if (!request.ok) return request;
  return carryOut(ctx, request.value, async (tx) => {
    const unreached = await reachProblem(tx, ctx, request.value);
    return unreached ?? relatedProblem(tx, ctx, request.value);
  });
});

async function carryOut(
  ctx: RequestContext,
  request: PersonRequest,
  refused: (tx: Tx) => Promise<Problem | undefined>,
) {
  const { store, problemTexts } = ctx.app;
  const done = await transactCommand<PersonAnswer>(store, request, async (tx) => {
    const refusal = await refused(tx);
    return refusal === undefined ? runPerson(store, tx, request) : fail(refusal);
  });
  if (!done.ok) return done;
  const { person, warnings } = done.value;
  return ok({ person, warnings: warnings.map((each) => problemShapeOf(each, problemTexts)) });
}

async function reachProblem(
  tx: Tx,
  ctx: RequestContext,
  request: PersonRequest,
): Promise<Problem | undefined> {
  const facts = (await findPersonFacts(tx, [request.person])).get(request.person);
  if (facts === undefined) return problem("person.not-found", { status: 404 });
  const verdict = mayWithPerson(ctx.actor, changePerson.action, changePerson.purpose, facts);
  return "deny" in verdict ? denial(verdict.deny, ctx) : undefined;
}

/**
 * Nobody is tied to a person with protected data, or made guardian of a child, by somebody who does not work
 * with that person: a guardian is a party, who gets copies.
 */
async function relatedProblem(
  tx: Tx,
  ctx: RequestContext,
  request: PersonRequest,
): Promise<Problem | undefined> {
  const { relations } = request.command;
  const facts = await findPersonFacts(
    tx,
    relations.map(({ to }) => to),
  );
  const refusals = relations.flatMap(({ to, kind }) => {
    const person = facts.get(to);
    if (person === undefined || (!person.protected && !bindsTheChild(kind))) return [];
    const verdict = mayWithPerson(ctx.actor, changePerson.action, changePerson.purpose, person);
    if ("allow" in verdict) return [];
    return [person.protected ? ("access.protected" as const) : verdict.deny];
  });
  const [first] = refusals;
  return first === undefined ? undefined : denial(first, ctx);
}

/** Who decides about the child, and with whom it lives. */
function bindsTheChild(kind: string): boolean {
  return isGuardian(kind) || isHousehold(kind);
}

function requestOf(
  ctx: RequestContext,
  route: typeof changePerson | typeof registerPerson,
  type: PersonCommand["type"],
  body: Omit<Body, "relations"> & { readonly relations: readonly Body["relations"][number][] },
): Result<PersonRequest> {
  const validFrom = dayOf(body.validFrom, "/validFrom");
  if (!validFrom.ok) return validFrom;
  const relations = relationsOf(ctx, body.relations);
  if (!relations.ok) return relations;
  const person = uuidOf(body.person);
  return ok({
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    person,
    command: {
      type,
      data: body.data,
      relations: relations.value,
      ...(validFrom.value === undefined ? {} : { validFrom: validFrom.value }),
      ...(body.source === undefined ? {} : { source: body.source }),
    },
    access: accessEntry(ctx, route, { persons: [person] }),
  });
}

function relationsOf(
  ctx: RequestContext,
  given: readonly Body["relations"][number][],
): Result<PersonCommand["relations"]> {
  const problems: Problem[] = [];
  const relations = given.map((each, index) => {
    const from = dayOf(each.validFrom, `/relations/${index}/validFrom`);
    const to = dayOf(each.validTo, `/relations/${index}/validTo`);
    for (const day of [from, to]) if (!day.ok) problems.push(...day.problems);
    // The kinds are those the program has words for.
    if (!Object.hasOwn(ctx.app.words.labels, `relation.${each.kind}`)) {
      problems.push(problem("person.relation-unknown", { pointer: `/relations/${index}/kind` }));
    }
    return {
      relation: uuidOf(each.relation),
      kind: each.kind,
      to: uuidOf(each.to),
      ...(from.ok && from.value !== undefined ? { validFrom: from.value } : {}),
      ...(to.ok && to.value !== undefined ? { validTo: to.value } : {}),
    };
  });
  return problems.length > 0 ? fail(problems) : ok(relations);
}

/** The contract knows the shape of a date; whether the day exists is asked here. */
function dayOf(text: string | undefined, pointer: string): Result<PlainDate | undefined> {
  if (text === undefined) return ok(undefined);
  const day = parsePlainDate(text);
  if (day !== undefined) return ok(day);
  return fail(problem("request.shape", { pointer, params: { expected: "date" } }));
}
