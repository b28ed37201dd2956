import { aktCommand } from "../../contract/akt-command.ts";
import { writeReport } from "../../contract/assignments/assignment-routes.ts";
import { REPORTED } from "../../domain/measure/provider-reports.ts";
import { fail, ok } from "../../kernel/result.ts";
import { validateAnswers } from "../../spec/validate-answers.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { carryOut } from "../command/carry-out.ts";
import { accessEntry } from "../http/denied.ts";
import { handleConfirming } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openAssignment } from "./own-assignments.ts";

/** The document of a report back, as the page asks for it. */
const DOCUMENT = "provider-report";

/** The command behind it: an act of one kind, and no other. */
const act = aktCommand("assignments", "write-report", "act.record", writeReport.action);

/** An act of the akt, in the name of the one who carries the measure out: the caseworker reads it in the chronology. */
export const writeReportHandler = handleConfirming(writeReport, async (ctx, { body }) => {
  const { store } = ctx.app;
  const [akt, measure] = [uuidOf(body.akt), uuidOf(body.measure)];
  const { pack } = store.packs.current(ctx.tenant);
  const { problems, missing } = validateAnswers(pack, DOCUMENT, body.data);
  const wrong = [...problems, ...missing.law];
  if (wrong.length > 0) return fail(wrong);
  const opened = await inTenant(store.pools.app, ctx.tenant, (tx) =>
    openAssignment(tx, ctx, writeReport, { akt, measure }),
  );
  if ("problem" in opened) return fail(opened.problem);
  const { matter } = opened.matter;
  const done = await carryOut({
    ctx,
    route: act,
    request: {
      tenant: ctx.tenant,
      actor: ctx.staff.staff,
      commandId: uuidOf(body.commandId),
      akt,
      matter,
      type: "act.record",
      ids: { act: uuidOf(body.report), measure },
      data: { ...body.data, kind: REPORTED },
      reasons: {},
      expect: {},
      access: accessEntry(ctx, writeReport, { akt, matter, persons: [opened.facts.person] }),
    },
  });
  return done.ok ? ok({ seq: done.value.seq }) : done;
});
