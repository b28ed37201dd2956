import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Problem } from "../../kernel/problem.ts";
import { evaluateGuards } from "../../rules/guards.ts";
import type { Letter } from "../../spec/letter-types.ts";
import type { AktState, MatterState } from "../akt-state.ts";
import type { CommandSubject } from "../command-definition.ts";
import type { Command, DecideContext } from "../command.ts";
import { commandFacts } from "../guard-facts/command-facts.ts";
import { matterFacts } from "../guard-facts/matter-facts.ts";
import { subjectsOf } from "./letter-problems.ts";
import { type LetterRecipient, recipientsOf } from "./letter-recipients.ts";

/** A letter that has a meaning in a matter now: about what, and for whom. */
export interface PossibleLetter {
  readonly letter: Letter;
  readonly ids: Readonly<Record<string, Uuid>>;
  /** Each with every reason why this recipient cannot have it; empty where it can be made. */
  readonly recipients: readonly LetterRecipient[];
}

/**
 * Which letters may be made in a matter now, and for whom: those whose subject is there, with the recipients
 * there are. What the law says against it (SoL 2025 20:6, OSL 26:9 a) stands with the recipient, by the same
 * conditions that refuse the sending.
 */
export function possibleLetters(
  akt: AktState,
  matterId: string,
  ctx: DecideContext,
): readonly PossibleLetter[] {
  const matter = akt.matters[matterId];
  if (matter === undefined) return [];
  return Object.values(ctx.pack.letters.letters).flatMap((letter) =>
    subjectsOf(letter, matter).map((ids) => ({
      letter,
      ids,
      recipients: recipientsOf(letter, matter, ids, ctx, ctx.today).map((one) => ({
        ...one,
        problems: [...one.problems, ...unlawful(akt, matter, letter, ids, ctx)],
      })),
    })),
  );
}

function unlawful(
  akt: AktState,
  matter: MatterState,
  letter: Letter,
  ids: Readonly<Record<string, Uuid>>,
  ctx: DecideContext,
): readonly Problem[] {
  if (letter.act === undefined) return [];
  const command: Command = { type: "letter.send", matter: matter.matter, ids, data: {} };
  const subject: CommandSubject = { akt, matter, command, ctx };
  const on = stockholmDate(ctx.now);
  const facts = { ...commandFacts(subject, on), ...matterFacts(subject, on) };
  const { law, calendar, today } = ctx;
  return evaluateGuards(law, letter.act, facts, { on, today, calendar }).filter(
    ({ severity }) => severity === "block",
  );
}
