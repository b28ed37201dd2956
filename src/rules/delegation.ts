import type { PlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { inForce, kindsOf, sectionOn } from "./look-up.ts";
import type {
  Ceiling,
  DecisionLevel,
  DelegationEntry,
  DelegationOrder,
  Law,
  Text,
} from "./types.ts";

/** A decision somebody is about to take. */
export interface DecisionToTake {
  /** Kind of decision; `care-outside-home.family-home` is narrower than `care-outside-home`. */
  readonly decision: string;
  readonly level: DecisionLevel;
  /** Role of the decider, as the board's order names it. */
  readonly role: string;
  readonly qualified: boolean;
  /** The day of the decision. */
  readonly on: PlainDate;
}

/** The rule about what may be delegated at all, and the ceiling for what no other row names. */
const GENERAL = "N-03";
const ANY_DECISION = "*";
const QUALIFICATION = "N-01";

/**
 * Whether a decision may be taken at a level by a role, on its day. The statutory ceiling comes
 * first (SoL 2025 ch. 30); its refusal carries the rule id of the ceiling. Below it a delegate
 * needs a place in the board's order (`law.N-03.not-delegated`) and, where the order says so, the
 * degree (`law.N-01.not-qualified`). The chair decides only where the act itself says so.
 */
export function mayDecide(law: Law, order: DelegationOrder, taken: DecisionToTake): Result<void> {
  const ceiling = ceilingOf(law, taken);
  if (ceiling !== undefined && !reaches(ceiling, taken.level)) {
    const { id, cited, message } = ceiling;
    return fail(
      problem(`law.${id}.level`, { ruleId: id, section: cited, text: message, pointer: "/level" }),
    );
  }
  if (taken.level !== "delegate") return ok(undefined);
  const entry = inForce(order, taken.on) ? entryOf(order, taken.decision) : undefined;
  if (entry === undefined || !entry.roles.includes(taken.role)) {
    return fail(refusal(law, taken.on, GENERAL, "not-delegated", entry?.row));
  }
  if (entry.qualified === true && !taken.qualified) {
    return fail(refusal(law, taken.on, QUALIFICATION, "not-qualified", entry.row));
  }
  return ok(undefined);
}

/** Every kind of decision that the ceilings of the law or the board's order name, in order. */
export function namedDecisions(law: Law, order: DelegationOrder): readonly string[] {
  const named = [...law.ceilings.keys(), ...order.entries.map((entry) => entry.decision)];
  return [...new Set(named)].filter((kind) => kind !== ANY_DECISION).toSorted();
}

/** The narrowest ceiling in force: of the form, of the kind, else the general one. */
function ceilingOf(law: Law, { decision, on }: DecisionToTake): Ceiling | undefined {
  return [...kindsOf(decision), ANY_DECISION]
    .flatMap((kind) => law.ceilings.get(kind) ?? [])
    .find((row) => inForce(row, on));
}

function reaches(ceiling: Ceiling, level: DecisionLevel): boolean {
  return ceiling.levels.includes(level) || (level === "chair" && ceiling.chairUrgent === true);
}

function entryOf(order: DelegationOrder, decision: string): DelegationEntry | undefined {
  const kinds = kindsOf(decision);
  return kinds
    .map((kind) => order.entries.find((entry) => entry.decision === kind))
    .find((entry) => entry !== undefined);
}

/** A refusal names the row of the order that somebody else may decide by, where there is one. */
function refusal(law: Law, on: PlainDate, ruleId: string, key: string, row?: Text) {
  const section = sectionOn(law, ruleId, on)?.cited;
  const said = law.texts.get(`delegation.${key}`);
  const named = law.texts.get("delegation.row");
  const text =
    said === undefined || named === undefined || row === undefined
      ? said
      : { sv: `${said.sv} ${named.sv} ${row.sv}.`, en: `${said.en} ${named.en} ${row.en}.` };
  return problem(`law.${ruleId}.${key}`, {
    ruleId,
    pointer: "/decider",
    ...(section === undefined ? {} : { section }),
    ...(text === undefined ? {} : { text }),
  });
}
