import { findPersonFacts, mayWithPerson } from "../../access/person-reach.ts";
import { joinPersons, mendNumber, partPersons } from "../../contract/persons/join-persons.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { runJoin, runPart } from "../../store/persons/join-persons.ts";
import { runMend } from "../../store/persons/mend-number.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";

type Route = typeof joinPersons | typeof partPersons | typeof mendNumber;

/** Whoever may write about both persons joins them. */
export const joinPersonsHandler = handle(joinPersons, async (ctx, { body }) => {
  const [person, other] = [uuidOf(body.person), uuidOf(body.other)];
  const base = baseOf(ctx, joinPersons, body, [person, other]);
  return carryOut(ctx, joinPersons, base, (tx) =>
    runJoin(ctx.app.store, tx, { ...base, person, other }),
  );
});

export const partPersonsHandler = handle(partPersons, async (ctx, { body }) => {
  const person = uuidOf(body.person);
  const base = baseOf(ctx, partPersons, body, [person]);
  return carryOut(ctx, partPersons, base, (tx) =>
    runPart(ctx.app.store, tx, { ...base, person, joining: uuidOf(body.joining) }),
  );
});

export const mendNumberHandler = handle(mendNumber, async (ctx, { body }) => {
  const person = uuidOf(body.person);
  const swapWith = maybeUuid(body.swapWith);
  const persons = swapWith === undefined ? [person] : [person, swapWith];
  const base = baseOf(ctx, mendNumber, body, persons);
  return carryOut(ctx, mendNumber, base, (tx) =>
    runMend(ctx.app.store, tx, {
      ...base,
      person,
      ...(body.number === undefined ? {} : { number: body.number }),
      ...(swapWith === undefined ? {} : { swapWith }),
    }),
  );
});

interface Base extends Pick<Parameters<typeof runJoin>[2], "tenant" | "actor" | "commandId"> {
  readonly access: ReturnType<typeof accessEntry>;
  readonly reason: string;
}

function baseOf(
  ctx: RequestContext,
  route: Route,
  body: { readonly commandId: string; readonly reason: string },
  persons: readonly Uuid[],
): Base {
  return {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    access: accessEntry(ctx, route, { persons }),
    reason: body.reason.trim(),
  };
}

function carryOut<A>(
  ctx: RequestContext,
  route: Route,
  base: Base,
  run: (tx: Tx) => Promise<Result<A>>,
): Promise<Result<A>> {
  return transactCommand(ctx.app.store, base, async (tx) => {
    const refusal = await reachProblem(tx, ctx, route, base.access.persons);
    return refusal === undefined ? run(tx) : fail(refusal);
  });
}

async function reachProblem(
  tx: Tx,
  ctx: RequestContext,
  route: Route,
  persons: readonly Uuid[],
): Promise<Problem | undefined> {
  const facts = await findPersonFacts(tx, persons);
  for (const person of persons) {
    const known = facts.get(person);
    if (known === undefined) return problem("person.not-found", { status: 404 });
    const verdict = mayWithPerson(ctx.actor, route.action, route.purpose, known);
    if ("deny" in verdict) return denial(verdict.deny, ctx);
  }
  return undefined;
}
