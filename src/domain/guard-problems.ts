import { type Instant, stockholmDate } from "../kernel/instant.ts";
import type { Problem } from "../kernel/problem.ts";
import { evaluateGuards } from "../rules/guards.ts";
import type { Command } from "./command.ts";
import type { CommandDefinition, CommandSubject } from "./command-definition.ts";
import { commandFacts } from "./guard-facts/command-facts.ts";
import { letterOf } from "./letters/letter-problems.ts";
import { matterFacts } from "./guard-facts/matter-facts.ts";
import { noticeFacts } from "./guard-facts/notice-facts.ts";
import { textOf } from "./read.ts";

/** Acts that the law has conditions for by a name of their own. */
const guardedActs: Readonly<Record<string, string>> = {
  "consultation.requested": "consultation.request",
  "decision.demanded": "decision.demand",
  "documents.disclosed": "documents.disclose",
  "feedback.given": "feedback.give",
  "follow-up.held": "measure.follow-up",
  "placement.started": "placement.start",
  "police-report.considered": "police-report.consider",
};

/** The name the law's conditions know a command by. */
export function guardedName({ command, ctx }: CommandSubject): string {
  if (command.type === "letter.send") return letterOf(ctx, command.data)?.act ?? command.type;
  return guardedAct(command);
}

/** As {@link guardedName}, for a command that is no letter: smaller acts may have names of their own. */
export function guardedAct({ type, data }: Pick<Command, "type" | "data">): string {
  if (type === "disclosure.decide") return "documents.disclose";
  if (type !== "act.record") return type;
  return guardedActs[textOf(data["kind"]) ?? ""] ?? type;
}

/** What the law and good practice say of a command on the day it happened. */
export function guardProblems(
  definition: CommandDefinition,
  subject: CommandSubject,
  happened: Instant,
): readonly Problem[] {
  const on = stockholmDate(happened);
  const { law, calendar, today } = subject.ctx;
  const facts = {
    ...commandFacts(subject, on),
    ...matterFacts(subject, on),
    ...noticeFacts(subject, on),
  };
  const prefix = definition.content === undefined ? "/data" : "/content";
  return evaluateGuards(law, guardedName(subject), facts, { on, today, calendar }).map((found) =>
    found.pointer === undefined ? found : { ...found, pointer: `${prefix}${found.pointer}` },
  );
}
