import type { AnswerValue, Answers } from "../../domain/event.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { addDays, plainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { SeededRandom } from "../../kernel/random.ts";
import type { Pack } from "../../spec/types.ts";
import type { MeasureDice } from "./random-measures.ts";

export interface Dice {
  readonly random: SeededRandom;
  readonly pack: Pack;
}

export const firstDay = plainDate("2024-01-01");
export const days = 700;

export function chance({ random }: Dice, percent: number): boolean {
  return random.integer(1, 100) <= percent;
}

export function uuidOf({ random }: Dice): Uuid {
  const hex = Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const id = parseUuid(
    [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
      "-",
    ),
  );
  if (id === undefined) throw new Error("not an id");
  return id;
}

export function dayOf({ random }: Dice): PlainDate {
  return addDays(firstDay, random.integer(0, days));
}

export function codeOf({ random, pack }: Dice, list: string): string {
  return random.pick(pack.codelists[list]?.codes ?? []).id;
}

/** A code of the list, sometimes no answer, sometimes the reason why there is none. */
export function maybe(dice: Dice, list: string): Answers[string] | undefined {
  if (chance(dice, 15)) return undefined;
  return chance(dice, 8) ? reasonOf(dice) : codeOf(dice, list);
}

export function reasonOf({ random }: Dice): AnswerValue {
  return { missing: random.pick(["not_asked", "unknown", "declined", "not_relevant"] as const) };
}

export function setOf(dice: Dice, list: string): Answers[string] | undefined {
  if (chance(dice, 10)) return undefined;
  if (chance(dice, 5)) return reasonOf(dice);
  const codes = Array.from({ length: dice.random.integer(1, 4) }, () => codeOf(dice, list));
  return [...new Set(codes)];
}

export function answers(given: Readonly<Record<string, Answers[string] | undefined>>): Answers {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

export function measureDice(dice: Dice): MeasureDice {
  return {
    random: dice.random,
    uuid: () => uuidOf(dice),
    chance: (percent) => chance(dice, percent),
    code: (list) => codeOf(dice, list),
    maybe: (list) => maybe(dice, list),
  };
}
