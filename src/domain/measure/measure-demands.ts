import { problem } from "../../kernel/problem.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { CommandSubject, Demand } from "../command-definition.ts";
import { itemsOf, textOf } from "../read.ts";
import { findMeasure, goalsOf, isRunning, measuresOf } from "./find-measure.ts";
import type { MeasureState } from "./measure-state.ts";

/** The measure the command names, in its matter. */
export function measureOf({ matter, command }: CommandSubject): MeasureState | undefined {
  return findMeasure(matter, command.ids["measure"]);
}

export const measureExists: Demand = (subject) =>
  measureOf(subject) === undefined ? problem("measure.not-found", { status: 404 }) : undefined;

export const measureNotEnded: Demand = (subject) => {
  const measure = measureOf(subject);
  return measure === undefined || isRunning(measure)
    ? undefined
    : problem("measure.ended", { status: 409 });
};

export const measureNotStarted: Demand = (subject) =>
  measureOf(subject)?.startedOn === undefined
    ? undefined
    : problem("measure.already-started", { status: 409 });

export const measureStarted: Demand = (subject) =>
  measureOf(subject)?.startedOn === undefined
    ? problem("measure.not-started", { status: 409 })
    : undefined;

/** A plan that is there is revised, not made again. */
export const noPlanYet: Demand = (subject) =>
  measureOf(subject)?.plan === undefined
    ? undefined
    : problem("measure.plan-made", { status: 409 });

export const planThere: Demand = (subject) =>
  measureOf(subject)?.plan === undefined
    ? problem("measure.plan-missing", { status: 409 })
    : undefined;

/** A follow-up is held once, whichever measure it is of. */
export const newFollowUp: Demand = ({ akt, command }) => {
  const id = command.ids["followUp"];
  const taken = Object.values(akt.matters).some((matter) =>
    measuresOf(matter).some(({ followUps }) => followUps.some((each) => each.followUp === id)),
  );
  return taken
    ? problem("command.id-taken", { status: 409, params: { name: "followUp" } })
    : undefined;
};

/** Nothing happens to a measure before the decision that grants it. */
export const decidedBefore: Demand = (subject) => {
  const measure = measureOf(subject);
  if (measure === undefined) return undefined;
  const given = [...dayFields].flatMap((field) => textOf(subject.command.data[field]) ?? []);
  const early = given.find((day) => day.slice(0, measure.grantedOn.length) < measure.grantedOn);
  return early === undefined
    ? undefined
    : problem("measure.before-decision", { params: { decided: measure.grantedOn } });
};

const dayFields = ["orderedAt", "startedAt", "madeAt", "heldAt", "endedAt"] as const;

/**
 * The goals of a command are goals of the matter: of its decision basis or of a plan, by id and never typed
 * again (`goal.unknown`), and each only once (`goal.twice`).
 */
export function goalProblems({ matter, command }: CommandSubject): readonly Problem[] {
  const known = new Set(goalsOf(matter).map(({ goal }) => goal));
  const chosen = itemsOf(command.data["goals"]).map((item) => textOf(item["goal"]));
  return chosen.flatMap((goal, at) => {
    if (goal === undefined) return [];
    const pointer = `/data/goals/${at}/goal`;
    if (!known.has(goal)) return [problem("goal.unknown", { pointer })];
    return chosen.indexOf(goal) < at ? [problem("goal.twice", { pointer })] : [];
  });
}

/** A goal that a plan adds is for a need of the decision basis, or for another need whose area is named. */
export function newGoalProblems({ matter, command }: CommandSubject): readonly Problem[] {
  const needs = new Set((matter?.basis?.needs ?? []).map(({ id }) => id));
  return itemsOf(command.data["newGoals"]).flatMap((item, at) => {
    const need = textOf(item["need"]);
    const pointer = `/data/newGoals/${at}/need`;
    if (need !== undefined) {
      return needs.has(need) ? [] : [problem("goal.need-unknown", { pointer })];
    }
    return textOf(item["area"]) === undefined ? [problem("goal.need-missing", { pointer })] : [];
  });
}

/** A goal of the decision basis is for one of the needs in the same basis. */
export function basisGoalProblems({ command }: CommandSubject): readonly Problem[] {
  const { content } = command;
  if (content === undefined) return [];
  const needs = new Set(itemsOf(content["centralNeeds"]).map(({ id }) => id));
  return itemsOf(content["goals"]).flatMap((item, at) => {
    if (textOf(item["words"]) === undefined) return [];
    const need = textOf(item["need"]);
    const pointer = `/content/goals/${at}/need`;
    if (need === undefined) return [problem("goal.need-missing", { pointer })];
    return needs.has(need) ? [] : [problem("goal.need-unknown", { pointer })];
  });
}
