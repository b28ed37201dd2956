import { findPersonFacts, mayWithPerson } from "../../access/person-reach.ts";
import { findDoubles, listDoubles } from "../../contract/persons/find-doubles.ts";
import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findDoubles as find, type LikelyDouble } from "../../store/search/find-doubles.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readPerson } from "../../store/views/read-person.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handleInTx, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { personLabel } from "../views/labels.ts";

export const findDoublesHandler = handleInTx(findDoubles, async (ctx, { body }, tx) => {
  const parsed = parseIdentityNumber(body.identityNumber ?? "", ctx.today);
  const number = parsed.ok ? parsed.value : undefined;
  const { givenName, familyName } = body;
  const birthDate = parsePlainDate(body.birthDate ?? "") ?? number?.birthDate ?? null;
  const described = { givenName, familyName, birthDate, numberKind: number?.kind ?? null };
  const doubles = await find(tx, described);
  const persons = doubles.map(({ person }) => person);
  logView(tx, accessEntry(ctx, findDoubles, { persons }), ctx.now);
  return ok({ doubles: doubles.map((each) => shown(ctx, each)) });
});

/** Somebody with protected data is not sought for by name, and so has no doubles to show. */
export const listDoublesHandler = handleInTx(listDoubles, async (ctx, { params }, tx) => {
  const person = uuidOf(params.person);
  const [facts, briefs] = await Promise.all([
    findPersonFacts(tx, [person]),
    findBriefs(tx, [person]),
  ]);
  const [own, brief] = [facts.get(person), briefs.get(person)];
  if (own === undefined || brief === undefined) {
    return fail(problem("person.not-found", { status: 404 }));
  }
  const entry = accessEntry(ctx, listDoubles, { persons: [person] });
  const verdict = mayWithPerson(ctx.actor, listDoubles.action, listDoubles.purpose, own);
  if ("deny" in verdict) return fail(await denied(tx, ctx, entry, verdict.deny));
  // Whoever may not join them is told of nobody.
  const joins = "allow" in mayWithPerson(ctx.actor, "person.write", listDoubles.purpose, own);
  const none = !joins || own.protected || (await isPart(tx, person));
  const doubles = none ? [] : await find(tx, brief, person);
  const persons = [person, ...doubles.map((each) => each.person)];
  logView(tx, accessEntry(ctx, listDoubles, { persons }), ctx.now);
  return ok({ doubles: doubles.map((each) => shown(ctx, each)) });
});

/** A record that is part of another one shows what that one shows. */
async function isPart(tx: Tx, person: Parameters<typeof readPerson>[1]): Promise<boolean> {
  return (await readPerson(tx, person))?.state.joinedInto !== undefined;
}

function shown(ctx: RequestContext, double: LikelyDouble) {
  return {
    ...personLabel(ctx, double),
    akt: double.akt,
    birthDate: double.birthDate,
    kind: double.kind,
    reasons: double.reasons.map((id) => ({ id, sv: id, en: id, ...ctx.app.words.search[id] })),
  };
}
