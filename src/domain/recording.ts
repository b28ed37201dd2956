import { problem, type Problem } from "../kernel/problem.ts";
import { findRecordingRule, mayRecord } from "../spec/recording.ts";
import type { Command, DecideContext } from "./command.ts";
import { textOf } from "./read.ts";

/** The command for smaller acts: each kind of them has a rule of its own. */
const SMALLER_ACT = "act.record";

/** What is recorded, as the specification's rules of recording know it; undefined = its kind is not said yet. */
export function actOf(command: Pick<Command, "type" | "data">): string | undefined {
  return command.type === SMALLER_ACT ? textOf(command.data["kind"]) : command.type;
}

/** Who records what, by which version of the specification. */
export interface RecordingSubject {
  readonly command: Pick<Command, "type" | "data">;
  readonly ctx: Pick<DecideContext, "pack" | "actor">;
}

/**
 * Whether the one who gives the command may record such a thing, by role and qualification (data of the
 * specification). The refusal `recording.not-yours` says whom to ask.
 */
export function recordingProblems({ command, ctx }: RecordingSubject): Problem[] {
  const act = actOf(command);
  if (act === undefined) return [];
  const rule = findRecordingRule(ctx.pack, act);
  if (rule !== undefined && mayRecord(rule, ctx.actor)) return [];
  const pointer = command.type === SMALLER_ACT ? { pointer: "/data/kind" } : {};
  const words = rule === undefined ? {} : { text: rule.ask };
  return [problem("recording.not-yours", { ...pointer, ...words })];
}
