import type { z } from "zod";
import { mayInMatter, type AktFacts } from "../../access/akt-reach.ts";
import type { ActionId } from "../../contract/route.ts";
import { routes } from "../../contract/routes.ts";
import type { nextStep } from "../../contract/views/child-page.ts";
import type { DecideContext } from "../../domain/command.ts";
import { deriveNextSteps, type NextStep } from "../../domain/next-steps.ts";
import { recordingProblems } from "../../domain/recording.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { AktView } from "../../store/views/read-akt.ts";
import type { Given, RequestContext } from "../http/handler.ts";
import { problemShapeOf } from "../http/problem-answer.ts";

type StepView = Given<z.input<typeof nextStep>>;
type Missing = StepView["missing"][number];

const routeOfCommand = new Map(
  routes.flatMap((route) => (route.command === undefined ? [] : [[route.command, route] as const])),
);

/** The steps that have a meaning in a matter now, with what each still lacks and for whom. */
export function nextStepViews(
  ctx: RequestContext,
  view: AktView,
  facts: AktFacts,
  matter: Uuid,
): readonly StepView[] {
  const steps = deriveNextSteps(view.state, matter, decideContextOf(ctx, view, matter));
  const known = steps.flatMap((step) => {
    const route = routeOfCommand.get(step.command);
    return route === undefined ? [] : [{ step, route }];
  });
  const mayOne = known.some(
    ({ route }) => "allow" in mayInMatter(ctx.actor, route.action, "case-handling", facts, matter),
  );
  // Who only reads, because the matter was opened by name, is told of no steps.
  return mayOne ? known.map(({ step, route }) => stepView(ctx, step, route, facts, matter)) : [];
}

function stepView(
  ctx: RequestContext,
  step: NextStep,
  route: { readonly id: string; readonly action: ActionId },
  facts: AktFacts,
  matter: Uuid,
): StepView {
  const verdict = mayInMatter(ctx.actor, route.action, "case-handling", facts, matter);
  const subject = {
    command: { type: step.command, data: {} },
    ctx: { actor: ctx.staff, pack: ctx.app.store.packs.current(ctx.tenant, matter).pack },
  };
  const notYours =
    "deny" in verdict
      ? [problem(verdict.deny, { ruleId: verdict.deny })]
      : recordingProblems(subject);
  const denied = notYours.map((found) => missingOf(ctx, found, "practice"));
  const words = ctx.app.words.steps[step.command];
  return {
    command: step.command,
    route: route.id,
    ids: step.ids,
    decision: step.decision ?? null,
    sv: words?.sv ?? step.command,
    en: words?.en ?? step.command,
    possible: step.missing.length === 0 && denied.length === 0,
    missing: [
      ...denied,
      ...step.missing.map((found) => missingOf(ctx, found, "law")),
      ...step.advised.map((found) => missingOf(ctx, found, "practice")),
    ],
  };
}

function missingOf(ctx: RequestContext, found: Problem, level: Missing["level"]): Missing {
  const shape = problemShapeOf(found, ctx.app.problemTexts);
  return {
    level,
    ruleId: shape.ruleId ?? null,
    section: shape.section ?? null,
    pointer: shape.pointer ?? null,
    sv: shape.sv,
    en: shape.en,
  };
}

/** The same context a command is decided in, so that the page and the refusal say the same. */
export function decideContextOf(ctx: RequestContext, view: AktView, matter: Uuid): DecideContext {
  const { store } = ctx.app;
  return {
    now: ctx.now,
    today: ctx.today,
    actor: ctx.staff,
    staff: (id) => ctx.organisation.state.staff.find((member) => member.staff === id),
    isUnit: (id) => ctx.organisation.state.units.some((each) => each.unit === id),
    child: view.child,
    parties: view.parties,
    pack: store.packs.current(ctx.tenant, matter).pack,
    law: store.law.law,
    order: store.order,
    calendar: store.calendar,
    newId: () => store.ids.next(),
  };
}
