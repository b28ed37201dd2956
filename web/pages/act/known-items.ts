import type { Lang, Pack } from "../../../src/spec/types.ts";
import type { KnownItems } from "../../spec/form-context.ts";
import type { MatterAnswer } from "./use-matter.ts";

/** A follow-up is of the goals that the measure has. */
const ofOwnGoals: readonly string[] = ["measure.follow-up"];

/**
 * The needs and goals a form may name, in the words they were written with. Who may not read the words chooses
 * by the area.
 */
export function knownItems(
  pack: Pack,
  matter: MatterAnswer | undefined,
  lang: Lang,
  asked: {
    readonly command: string;
    readonly measure: MatterAnswer["measures"][number] | undefined;
  },
): Pick<KnownItems, "need" | "goal"> {
  if (matter === undefined) return { need: [], goal: [] };
  const own = new Set(asked.measure?.goals.map(({ goal }) => goal));
  const narrowed = ofOwnGoals.includes(asked.command) && own.size > 0;
  const toChoice = (
    item: MatterAnswer["goals"][number] | MatterAnswer["needs"][number],
    at: number,
  ) => {
    const area = pack.areas.find(({ id }) => id === item.area)?.name[lang];
    return { id: item.id, label: item.words.trim() || (area ?? `${at + 1}`) };
  };
  return {
    need: matter.needs.map(toChoice),
    goal: matter.goals.map(toChoice).filter(({ id }) => !narrowed || own.has(id)),
  };
}
