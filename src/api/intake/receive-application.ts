import type { z } from "zod";
import { receiveApplication } from "../../contract/intake/receive-application.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { IntakeRequest, ReportedChild } from "../../store/commands/intake-request.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { roleProblem, runIntakeRoute } from "./run-intake-route.ts";

type Body = z.infer<typeof receiveApplication.body>;

/** As a report: whoever may write in an akt receives it. Opening is a decision, made by the one who is signed in. */
export const receiveApplicationHandler = handle(receiveApplication, async (ctx, { body }) => {
  const request = requestOf(ctx, body);
  return runIntakeRoute(ctx, receiveApplication, request, openingProblem(ctx, request));
});

function openingProblem(ctx: RequestContext, request: IntakeRequest): Problem | undefined {
  const opened = request.children.findIndex((child) => child.opening !== undefined);
  if (opened < 0) return undefined;
  const other = request.children.findIndex(({ opening }) => {
    const decider = opening?.data["decider"];
    return decider !== undefined && decider !== ctx.staff.staff;
  });
  const pointer = `/children/${other}/opening/decider`;
  return other < 0
    ? roleProblem(ctx, "akt.decide")
    : problem("decision.decider-not-you", { pointer });
}

function requestOf(ctx: RequestContext, body: Body): IntakeRequest {
  const children = body.children.map(childOf);
  const draft = maybeUuid(body.draft);
  const persons = children.map(({ person }) => person);
  return {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId: uuidOf(body.commandId),
    command: "application.receive",
    data: body.data,
    children,
    reasons: body.reasons,
    access: accessEntry(ctx, receiveApplication, { persons }),
    ...(draft === undefined ? {} : { draft }),
  };
}

function childOf({ person, report, matter, opening }: Body["children"][number]): ReportedChild {
  const child = { person: uuidOf(person), report: uuidOf(report), matter: uuidOf(matter) };
  if (opening === undefined) return child;
  const investigator = maybeUuid(opening.investigator);
  return {
    ...child,
    opening: {
      investigation: uuidOf(opening.investigation),
      data: opening.data,
      ...(investigator === undefined ? {} : { investigator }),
    },
  };
}
