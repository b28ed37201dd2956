import {
  listIncidents,
  noteIncident,
  recordStep,
} from "../../contract/incidents/incident-routes.ts";
import type { Answers } from "../../domain/event.ts";
import { clocksOfIncident } from "../../domain/incident/incident-clocks.ts";
import { isClosed, type IncidentState } from "../../domain/incident/incident-state.ts";
import { textOf } from "../../domain/read.ts";
import type { UnitCommand } from "../../domain/unit/decide-unit.ts";
import { stockholmLocal } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Clock, clockStatusOn } from "../../rules/clock.ts";
import { validateAnswers } from "../../spec/validate-answers.ts";
import { logView } from "../../store/access-log.ts";
import { executeUnit } from "../../store/commands/execute-unit.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { type EventView, readEvents } from "../../store/views/read-akt.ts";
import { accessEntry, type LoggedRoute } from "../http/denied.ts";
import { type AnswerOf, handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { staffName } from "../views/labels.ts";

type Shape = AnswerOf<typeof listIncidents>["incidents"][number];
type ClockLine = Shape["clocks"][number];

export const noteIncidentHandler = handle(noteIncident, (ctx, { body }) =>
  change(ctx, noteIncident, uuidOf(body.commandId), "incident", {
    type: "incident.note",
    ids: { incident: uuidOf(body.incident) },
    data: body.data,
  }),
);

export const recordStepHandler = handle(recordStep, (ctx, { body }) =>
  change(ctx, recordStep, uuidOf(body.commandId), "incident-step", {
    type: "incident.step",
    ids: { incident: uuidOf(body.incident) },
    data: body.data,
  }),
);

export const listIncidentsHandler = handle(listIncidents, async (ctx) => {
  const incidents = ctx.organisation.state.incidents ?? [];
  const { board } = ctx.organisation.state;
  const seqs = incidents.flatMap(({ seq, steps }) => [seq, ...steps.map((step) => step.seq)]);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const events = await readEvents(tx, board, seqs);
    logView(tx, accessEntry(ctx, listIncidents, { persons: [] }), ctx.now);
    return ok({
      today: ctx.today,
      incidents: incidents.map((each) => shapeOf(ctx, each, events)).toReversed(),
    });
  });
});

/** Checked against its document, and one event in the log of the organisation. */
async function change(
  ctx: RequestContext,
  route: LoggedRoute,
  commandId: Uuid,
  document: string,
  command: UnitCommand,
): Promise<Result<{ readonly seq: number }>> {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const { problems, missing } = validateAnswers(pack, document, command.data);
  const wrong = [...problems, ...missing.law];
  if (wrong.length > 0) return fail(wrong);
  const done = await executeUnit(ctx.app.store, {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId,
    command,
    access: accessEntry(ctx, route, { persons: [] }),
  });
  return done.ok ? ok({ seq: done.value.seq }) : done;
}

function shapeOf(
  ctx: RequestContext,
  incident: IncidentState,
  events: ReadonlyMap<number, EventView>,
): Shape {
  const { calendar } = ctx.app.store;
  const { law } = ctx.app.store.law;
  const said = (seq: number) => {
    const event = events.get(seq)?.event;
    const data: Answers = event?.body.data ?? {};
    return { by: staffName(ctx, event?.actor), text: textOf(data["text"]) ?? "" };
  };
  return {
    incident: incident.incident,
    concerns: [...incident.concerns],
    knownAt: incident.knownAt,
    ...said(incident.seq),
    closed: isClosed(incident),
    clocks: clocksOfIncident(incident, law, calendar).map((clock) => lineOf(ctx, clock)),
    steps: incident.steps.map(({ step, at, seq }) => ({
      step,
      at: stockholmLocal(at),
      ...said(seq),
    })),
  };
}

/** Hours count to the minute, also today. */
function lineOf(ctx: RequestContext, clock: Clock): ClockLine {
  const due = clock.hours?.due ?? clock.legalLatest;
  const status = clockStatusOn(clock, ctx.today);
  const now = stockholmLocal(ctx.now);
  return {
    ruleId: clock.ruleId,
    name: clock.name,
    due,
    section: clock.section,
    status,
    isLate:
      status === "missed" ||
      status === "late" ||
      (status === "open" && due < now.slice(0, due.length)),
  };
}
