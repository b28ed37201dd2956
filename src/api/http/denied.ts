import type { DenyRule } from "../../access/policy-types.ts";
import type { Role } from "../../domain/command.ts";
import { rolesOn } from "../../domain/unit/roles.ts";
import { fillSentence } from "../../domain/sentence.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { textOfProblem } from "../../spec/problem-texts.ts";
import { logAccess, type AccessEntry } from "../../store/access-log.ts";
import type { Tx } from "../../store/in-tenant.ts";
import type { RequestContext } from "./handler.ts";
import { glassOf } from "./through-glass.ts";

type Asking = Pick<RequestContext, "app" | "staff" | "organisation" | "today">;

/** Those who can change what a rule says no to: whoever gives roles, else who leads the unit of the one who asks. */
const WHO_CAN_HELP: Readonly<Partial<Record<DenyRule, Role>>> = {
  "access.role": "user-administrator",
  "access.not-qualified": "unit-manager",
  "access.not-yours": "unit-manager",
  "access.protected": "unit-manager",
  "access.barred": "unit-manager",
};

/**
 * What the policy's no is called in an answer, with whom to ask. Protection is not told to those it keeps away: they
 * hear what they hear of any child others work with. Who is named follows from who asks and never from the child.
 */
export function denial(rule: DenyRule, asking: Asking): Problem {
  const { problemTexts, words } = asking.app;
  const ask = words.labels[`ask.${WHO_CAN_HELP[rule] ?? "nobody"}`];
  const name = helperOf(asking, WHO_CAN_HELP[rule]);
  if (ask === undefined || name === undefined) return problem(rule, { ruleId: rule });
  // The log has the rule itself; the words, as the answer, tell less (see `problem-answer.ts`).
  const told = problem(rule === "access.protected" ? "access.not-yours" : rule);
  const text = {
    sv: `${textOfProblem(told, problemTexts, "sv")} ${fillSentence(ask.sv, { name })}`,
    en: `${textOfProblem(told, problemTexts, "en")} ${fillSentence(ask.en, { name })}`,
  };
  return problem(rule, { ruleId: rule, text });
}

/** The name of whoever can help the one who asks; undefined where it is nobody, or that one. */
function helperOf({ staff, organisation, today }: Asking, role: Role | undefined) {
  if (role === undefined) return undefined;
  const { state, board } = organisation;
  const day = { today, synthetic: board.synthetic };
  return state.staff.find(
    (member) =>
      member.staff !== staff.staff &&
      (role !== "unit-manager" || (staff.unit !== undefined && member.unit === staff.unit)) &&
      rolesOn(state, member, day).includes(role),
  )?.name;
}

/** Writes a no into the access log, in the transaction of the request, and gives the problem to answer with. */
export async function denied(
  tx: Tx,
  ctx: RequestContext,
  entry: AccessEntry,
  rule: DenyRule,
): Promise<Problem> {
  logAccess(tx, "denied", entry, ctx.now, rule);
  return denial(rule, ctx);
}

/** What the access log says of a route. */
export interface LoggedRoute {
  readonly id: string;
  readonly purpose: AccessEntry["purpose"];
}

/** The row of the access log of a request: who, by which route, for which purpose, about whom. */
export function accessEntry(
  ctx: RequestContext,
  route: LoggedRoute,
  about: Pick<AccessEntry, "akt" | "matter"> & { readonly persons: AccessEntry["persons"] },
): AccessEntry {
  const glass = glassOf(ctx);
  const through = glass === undefined ? {} : { glass: glass.opening };
  return {
    staff: ctx.staff.staff,
    action: route.id,
    purpose: route.purpose,
    ...about,
    ...through,
  };
}
