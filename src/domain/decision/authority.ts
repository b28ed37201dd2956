import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { mayDecide, namedDecisions } from "../../rules/delegation.ts";
import { appealOn } from "../../rules/look-up.ts";
import type { DecisionLevel } from "../../rules/types.ts";
import type { CommandDefinition, CommandSubject } from "../command-definition.ts";
import type { DecideContext, Role, StaffFacts } from "../command.ts";
import type { AnswerValue } from "../event.ts";
import { textOf } from "../read.ts";

/** At which level each role decides. A role that is not here decides nothing. */
const levelOfRole: Readonly<Partial<Record<Role, DecisionLevel>>> = {
  caseworker: "delegate",
  "first-social-worker": "delegate",
  "unit-manager": "delegate",
  committee: "committee",
  board: "board",
  chair: "chair",
};

/** The one who decides: named in the command, else the one who gives it. */
export function deciderOf({ command, ctx }: CommandSubject): StaffFacts | undefined {
  const named = command.ids["decider"] ?? command.data["decider"];
  return typeof named === "string" ? ctx.staff(named) : ctx.actor;
}

/** The level a decision is taken at follows from who takes it; it is never chosen. */
export function levelOf(decider: StaffFacts): DecisionLevel | undefined {
  return levelOfRole[decidingRole(decider)];
}

/** The role somebody decides by: the first that decides anything, else the own one. */
function decidingRole({ role, also = [] }: Pick<StaffFacts, "role" | "also">): Role {
  return [role, ...also].find((each) => levelOfRole[each] !== undefined) ?? role;
}

/**
 * Whether the decider may take this kind of decision by the statutory ceiling (SoL 2025 ch. 30) and by the
 * board's delegation order, on the day of the decision. A refusal carries the rule id of the ceiling.
 */
export function mayBeDecided(
  definition: CommandDefinition,
  subject: CommandSubject,
  on: PlainDate,
): Problem[] {
  const decision = definition.decides?.(subject);
  if (decision === undefined) return [];
  const decider = deciderOf(subject);
  if (decider === undefined)
    return [problem("delegation.decider-unknown", { pointer: "/ids/decider" })];
  const level = levelOf(decider);
  if (level === undefined)
    return [problem("delegation.role-decides-nothing", { pointer: "/ids/decider" })];
  const stated = textOf(subject.command.data["level"]);
  if (stated !== undefined && stated !== level) {
    return [problem("delegation.level-differs", { pointer: "/data/level" })];
  }
  const { law, order } = subject.ctx;
  const allowed = mayDecide(law, order, {
    decision,
    level,
    role: decidingRole(decider),
    qualified: decider.qualified,
    on,
  });
  return allowed.ok ? [] : allowed.problems;
}

/**
 * The kinds of decision that somebody with this role may take on a day, of those that law or order names: what a
 * page offers. What is then decided is tried again by `mayBeDecided`.
 */
export function decisionsOf(
  { law, order }: Pick<DecideContext, "law" | "order">,
  decider: Pick<StaffFacts, "role" | "also" | "qualified">,
  on: PlainDate,
): readonly string[] {
  const role = decidingRole(decider);
  const level = levelOfRole[role];
  if (level === undefined) return [];
  return namedDecisions(law, order).filter(
    (decision) =>
      mayDecide(law, order, { decision, level, role, qualified: decider.qualified, on }).ok,
  );
}

/** What a decision's event says besides the answers given: who decided, at what level, whether it can be appealed. */
export function decisionAnswers(
  definition: CommandDefinition,
  subject: CommandSubject,
  on: PlainDate,
): Readonly<Record<string, AnswerValue>> {
  const decision = definition.decides?.(subject);
  if (decision === undefined) return {};
  const decider = deciderOf(subject);
  if (decider === undefined) return {};
  const level = levelOf(decider);
  const appeal = appealOn(subject.ctx.law, decision, on);
  return {
    decider: decider.staff,
    ...(level === undefined ? {} : { level }),
    appealable: appeal?.appealable ?? "not",
  };
}
