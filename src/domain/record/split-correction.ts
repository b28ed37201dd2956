import { instantOfLocal, parseLocalDateTime } from "../../kernel/instant.ts";
import type { Command } from "../command.ts";
import type { Answers } from "../event.ts";
import { textOf } from "../read.ts";
import { correctedContent } from "./corrected-content.ts";

/** What of the answers is about the correction itself; the others are the corrected answers. */
const OWN: ReadonlySet<string> = new Set(["entry", "correctionReason"]);

/**
 * The command of a correction with its parts apart: its own answers, and everything the entry shall say, which
 * is what it said with the corrected answers in their places. What the writer could not see is kept.
 */
export function splitCorrection(command: Command, happenedIn: string | undefined): Command {
  const { entry } = command;
  if (entry === undefined) return command;
  const all = Object.entries(command.data);
  const own: Answers = Object.fromEntries(all.filter(([field]) => OWN.has(field)));
  const given: Answers = Object.fromEntries(all.filter(([field]) => !OWN.has(field)));
  const content = correctedContent(entry.body.data, given);
  const local = parseLocalDateTime(
    textOf(happenedIn === undefined ? undefined : given[happenedIn]) ?? "",
  );
  const happenedAt = local === undefined ? entry.occurredAt : instantOfLocal(local);
  return { ...command, data: own, content, computed: { happenedAt } };
}
