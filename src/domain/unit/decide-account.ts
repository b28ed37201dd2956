import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { UnitCommand } from "./decide-unit.ts";
import type { UnitState } from "./unit-state.ts";

/** Acts on accounts of others, and on how the board signs in. What opens anything is never part of them. */
export const accountCommands = [
  "account.make",
  "account.invite",
  "account.close",
  "account.reopen",
  "account.set-end",
  "account.set-subject",
  "account.end-sessions",
  "account.lift-lock",
  "account.remove-factors",
  "sign-in.set",
] as const;
export type AccountCommandType = (typeof accountCommands)[number];

/** The event of each: the organisation stays as it is, the log tells who did what to whose account. */
export const eventOfAccountCommand = {
  "account.make": "account.made",
  "account.invite": "account.invited",
  "account.close": "account.closed",
  "account.reopen": "account.reopened",
  "account.set-end": "account.end-set",
  "account.set-subject": "account.subject-set",
  "account.end-sessions": "account.sessions-ended",
  "account.lift-lock": "account.lock-lifted",
  "account.remove-factors": "account.factors-removed",
  "sign-in.set": "sign-in.set",
} as const satisfies Record<AccountCommandType, string>;

export function isAccountCommand(type: UnitCommand["type"]): type is AccountCommandType {
  return accountCommands.some((each) => each === type);
}

/** Whether an event is the trace of such an act, which changes nothing of the organisation. */
export function isAccountEvent(type: string): boolean {
  return Object.values(eventOfAccountCommand).some((each) => each === type);
}

/**
 * What is wrong with an act on an account. Nobody does it to the own: whoever runs accounts would else invite
 * themselves past a second factor or a lock. Problem ids: `staff.not-found`, `account.own`.
 */
export function accountProblems(state: UnitState, command: UnitCommand, by: Uuid): Problem[] {
  if (command.type === "sign-in.set") return [];
  const { staff } = command.ids;
  if (!state.staff.some((member) => member.staff === staff)) {
    return [problem("staff.not-found", { status: 404, pointer: "/account" })];
  }
  return staff === by ? [problem("account.own", { status: 403 })] : [];
}
