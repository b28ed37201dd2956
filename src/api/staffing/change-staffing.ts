import { endAbsence } from "../../contract/staffing/end-absence.ts";
import { endDuty } from "../../contract/staffing/end-duty.ts";
import { setAbsence } from "../../contract/staffing/set-absence.ts";
import { setDuty } from "../../contract/staffing/set-duty.ts";
import type { UnitCommand } from "../../domain/unit/decide-unit.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { findCode } from "../../spec/lookup.ts";
import { executeUnit } from "../../store/commands/execute-unit.ts";
import { accessEntry, type LoggedRoute } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { FUNCTIONS } from "../views/stand-in-words.ts";

export const setAbsenceHandler = handle(setAbsence, (ctx, { body }) =>
  change(ctx, setAbsence, uuidOf(body.commandId), {
    type: "absence.set",
    ids: {
      absence: uuidOf(body.absence),
      staff: uuidOf(body.staff),
      ...named("substitute", body.substitute),
    },
    data: { from: body.from, to: body.to },
  }),
);

export const endAbsenceHandler = handle(endAbsence, (ctx, { body }) =>
  change(ctx, endAbsence, uuidOf(body.commandId), {
    type: "absence.end",
    ids: { absence: uuidOf(body.absence) },
    data: {},
  }),
);

export const setDutyHandler = handle(setDuty, async (ctx, { body }) => {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  if (findCode(pack, FUNCTIONS, body.function) === undefined) {
    const params = { code: body.function };
    return fail(problem("answer.unknown-code", { pointer: "/function", params }));
  }
  return change(ctx, setDuty, uuidOf(body.commandId), {
    type: "duty.set",
    ids: {
      duty: uuidOf(body.duty),
      unit: uuidOf(body.unit),
      holder: uuidOf(body.holder),
      ...named("substitute", body.substitute),
    },
    data: { function: body.function, from: body.from, to: body.to },
  });
});

export const endDutyHandler = handle(endDuty, (ctx, { body }) =>
  change(ctx, endDuty, uuidOf(body.commandId), {
    type: "duty.end",
    ids: { duty: uuidOf(body.duty) },
    data: {},
  }),
);

/** One event in the log of the organisation: who may reach what follows from it, until its last day. */
async function change(
  ctx: RequestContext,
  route: LoggedRoute,
  commandId: Uuid,
  command: UnitCommand,
): Promise<Result<{ readonly seq: number }>> {
  const done = await executeUnit(ctx.app.store, {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId,
    command,
    access: accessEntry(ctx, route, { persons: [] }),
  });
  return done.ok ? ok({ seq: done.value.seq }) : done;
}

function named(name: "substitute", id: string | undefined): { readonly substitute?: Uuid } {
  const found = maybeUuid(id);
  return found === undefined ? {} : { [name]: found };
}
