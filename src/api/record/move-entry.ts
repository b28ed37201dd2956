import { findFactsOfAkter, mayInMatter } from "../../access/akt-reach.ts";
import { moveEntry } from "../../contract/record/move-entry.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { runMove } from "../../store/record/move-entry.ts";
import { accessEntry, denial } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";

/** Whoever may write in both matters moves an entry; out of reach of one, nothing is moved. */
export const moveEntryHandler = handle(moveEntry, async (ctx, { body }) => {
  const from = { akt: uuidOf(body.akt), matter: uuidOf(body.matter) };
  const to = { akt: uuidOf(body.to.akt), matter: uuidOf(body.to.matter) };
  const base = {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    access: accessEntry(ctx, moveEntry, { ...from, persons: [] }),
  };
  const done = await transactCommand(ctx.app.store, base, async (tx) => {
    const akter = await findFactsOfAkter(tx, [from.akt, to.akt]);
    const persons: Uuid[] = [];
    for (const { akt, matter } of [from, to]) {
      const facts = akter.get(akt);
      if (facts === undefined) return fail(problem("akt.not-found", { status: 404 }));
      const verdict = mayInMatter(ctx.actor, moveEntry.action, moveEntry.purpose, facts, matter);
      if ("deny" in verdict) return fail(denial(verdict.deny));
      persons.push(facts.person);
    }
    return runMove(ctx.app.store, tx, {
      ...base,
      ...from,
      access: entryOf(ctx, from, persons[0]),
      entry: body.entry,
      reason: body.reason.trim(),
      to: { ...to, access: entryOf(ctx, to, persons[1]) },
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

function entryOf(
  ctx: RequestContext,
  place: { readonly akt: Uuid; readonly matter: Uuid },
  person: Uuid | undefined,
) {
  const persons = person === undefined ? [] : [person];
  return accessEntry(ctx, moveEntry, { ...place, persons });
}
