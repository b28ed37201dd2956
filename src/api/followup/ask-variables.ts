import { askVariables } from "../../contract/followup/ask-variables.ts";
import { askedOnRequest } from "../../domain/document-facts.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { executeUnit } from "../../store/commands/execute-unit.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";

/** Only variables that are off until asked for can be switched; the others every document asks for. */
export const askVariablesHandler = handle(askVariables, async (ctx, { body }) => {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const known = askedOnRequest(pack);
  const unknown = body.variables.findIndex((id) => !known.includes(id));
  if (unknown >= 0) {
    const pointer = `/variables/${unknown}`;
    const params = { variable: body.variables[unknown] ?? "" };
    return fail(problem("followup.unknown-variable", { pointer, params }));
  }
  const done = await executeUnit(ctx.app.store, {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    command: { type: "variables.ask", ids: {}, data: { variables: body.variables } },
    access: accessEntry(ctx, askVariables, { persons: [] }),
  });
  return done.ok ? ok({ seq: done.value.seq }) : done;
});
