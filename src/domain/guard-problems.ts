import { type Instant, stockholmDate } from "../kernel/instant.ts";
import type { Problem } from "../kernel/problem.ts";
import { evaluateGuards } from "../rules/guards.ts";
import type { CommandDefinition, CommandSubject } from "./command-definition.ts";
import { commandFacts } from "./guard-facts/command-facts.ts";
import { letterOf } from "./letters/letter-problems.ts";
import { matterFacts } from "./guard-facts/matter-facts.ts";
import { textOf } from "./read.ts";

/** Acts that the law has conditions for by a name of their own. */
const guardedActs: Readonly<Record<string, string>> = {
  "consultation.requested": "consultation.request",
  "decision.demanded": "decision.demand",
  "feedback.given": "feedback.give",
  "follow-up.held": "measure.follow-up",
};

/** The name the law's conditions know a command by. */
export function guardedName({ command, ctx }: CommandSubject): string {
  if (command.type === "letter.send") return letterOf(ctx, command.data)?.act ?? command.type;
  if (command.type !== "act.record") return command.type;
  const kind = textOf(command.data["kind"]) ?? "";
  return guardedActs[kind] ?? command.type;
}

/** What the law and good practice say of a command on the day it happened. */
export function guardProblems(
  definition: CommandDefinition,
  subject: CommandSubject,
  happened: Instant,
): readonly Problem[] {
  const on = stockholmDate(happened);
  const { law, calendar, today } = subject.ctx;
  const facts = { ...commandFacts(subject), ...matterFacts(subject, on) };
  const prefix = definition.content === undefined ? "/data" : "/content";
  return evaluateGuards(law, guardedName(subject), facts, { on, today, calendar }).map((found) =>
    found.pointer === undefined ? found : { ...found, pointer: `${prefix}${found.pointer}` },
  );
}
