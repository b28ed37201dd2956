import type { Words } from "../../contract/shapes.ts";
import type { ClockChange } from "../../domain/record/clock-changes.ts";
import type { Lang } from "../../spec/types.ts";
import type { RequestContext } from "../http/handler.ts";
import { dayInWords } from "./day-in-words.ts";
import { wordsOf } from "./labels.ts";

/** A change of a duty's days as a sentence with its section; the same for several people is said once. */
export interface ToldChange extends Words {
  readonly ruleId: string;
  readonly section: string;
}

/** What a correction, or a registration afterwards, made of the duties, in words. */
export function toldChanges(
  ctx: RequestContext,
  changes: readonly ClockChange[],
): readonly ToldChange[] {
  const told = changes.map((change) => ({
    ...sentenceOf(ctx, change),
    ruleId: change.ruleId,
    section: change.section,
  }));
  return [...new Map(told.map((each) => [`${each.ruleId} ${each.sv}`, each])).values()];
}

function sentenceOf(ctx: RequestContext, change: ClockChange): Words {
  const sv = paramsOf(change, "sv");
  const en = paramsOf(change, "en");
  const id = `clock-change.${kindOf(change)}`;
  return { id, sv: wordsOf(ctx, id, sv).sv, en: wordsOf(ctx, id, en).en };
}

function kindOf({ before, after }: ClockChange): string {
  if (after === undefined) return "gone";
  return before?.metOn !== undefined && after.metOn === undefined ? "unmet" : "changed";
}

function paramsOf({ name, before, after }: ClockChange, lang: Lang): Record<string, string> {
  const words = (day: string | undefined) => (day === undefined ? "" : dayInWords(day, lang));
  const moved = before !== undefined && before.latest !== after?.latest;
  const otherwiseMet = before?.metOn !== undefined && before.metOn !== after?.metOn;
  return {
    name: name[lang],
    latest: words(after?.latest),
    wasLatest: moved ? words(before.latest) : "",
    met: words(after?.metOn),
    wasMet: otherwiseMet ? words(before.metOn) : "",
  };
}
