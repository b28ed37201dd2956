import type { z } from "zod";
import { findFactsOfAkter, mayInMatter } from "../../access/akt-reach.ts";
import { moveEntry } from "../../contract/record/move-entry.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findAkter } from "../../store/projections/akt.ts";
import { runMove } from "../../store/record/move-entry.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";

/**
 * Whoever may write in both matters moves an entry; out of reach of one, nothing is moved. A child without an akt has
 * none to reach: a report is moved to it by whoever could have received it.
 */
export const moveEntryHandler = handle(moveEntry, async (ctx, { body }) => {
  const from = { akt: uuidOf(body.akt), matter: uuidOf(body.matter) };
  const base = {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    access: accessEntry(ctx, moveEntry, { ...from, persons: [] }),
  };
  const done = await transactCommand(ctx.app.store, base, async (tx) => {
    const to = await placeOf(tx, body.to);
    if (to === undefined) return fail(problem("akt.not-found", { status: 404, pointer: "/to" }));
    const places = "akt" in to ? [from, to] : [from];
    const akter = await findFactsOfAkter(
      tx,
      places.map(({ akt }) => akt),
    );
    const persons: Uuid[] = [];
    for (const { akt, matter } of places) {
      const facts = akter.get(akt);
      if (facts === undefined) return fail(problem("akt.not-found", { status: 404 }));
      const verdict = mayInMatter(ctx.actor, moveEntry.action, moveEntry.purpose, facts, matter);
      if ("deny" in verdict) return fail(denial(verdict.deny, ctx));
      persons.push(facts.person);
    }
    const access =
      "akt" in to ? entryOf(ctx, to, persons[1]) : entryOf(ctx, { matter: to.matter }, to.person);
    return runMove(ctx.app.store, tx, {
      ...base,
      ...from,
      access: entryOf(ctx, from, persons[0]),
      entry: body.entry,
      reason: body.reason.trim(),
      to: { ...to, access },
    });
  });
  if (!done.ok) return done;
  const { akt, seq, events, warnings } = done.value;
  return ok({
    akt,
    seq,
    events: [...events],
    warnings: warnings.map((warning) => problemShapeOf(warning, ctx.app.problemTexts)),
  });
});

type Place =
  | { readonly akt: Uuid; readonly matter: Uuid }
  | { readonly person: Uuid; readonly matter: Uuid };

/** Where it belongs: an akt, or a child who has none yet. */
async function placeOf(
  tx: Tx,
  to: z.infer<typeof moveEntry.body>["to"],
): Promise<Place | undefined> {
  const [akt, person, matter] = [maybeUuid(to.akt), maybeUuid(to.person), uuidOf(to.matter)];
  if (akt !== undefined) return { akt, matter };
  if (person === undefined) return undefined;
  const known = (await findAkter(tx, [person])).get(person);
  return known === undefined ? { person, matter } : { akt: known, matter };
}

function entryOf(
  ctx: RequestContext,
  place: { readonly akt?: Uuid; readonly matter: Uuid },
  person: Uuid | undefined,
) {
  const persons = person === undefined ? [] : [person];
  return accessEntry(ctx, moveEntry, { ...place, persons });
}
