import type { AnswerItem, Answers, AnswerValue } from "../event.ts";
import { itemsOf } from "../read.ts";
import {
  CARRIED,
  CITATIONS,
  citationOf,
  citationsOf,
  mapTexts,
  withoutMarks,
} from "./citations.ts";

/** A copy whose texts name no source that is masked, with the masked ones by their place in the whole. */
export interface MaskedSources {
  readonly content: Answers;
  /** Places in the list of citations of the statements that the copy has no more. */
  readonly statementsGone: readonly number[];
}

/**
 * Takes out of a masked copy what would tell of a source that its recipient may not see: citations of
 * statements the copy leaves out, every number in a text that names a citation it does not hold, and from
 * where texts were brought.
 */
export function maskSources(whole: Answers, copy: Answers): MaskedSources {
  const all = itemsOf(whole[CITATIONS]);
  const kept = new Set(itemsOf(copy[CITATIONS]).map(({ id }) => id));
  const stands = idsOfItems(copy);
  const once = idsOfItems(whole);
  const gone = all.filter((item) => kept.has(item.id) && losesStatement(item, once, stands));
  const lost = new Set(gone.map(({ id }) => id));
  const shown = itemsOf(copy[CITATIONS]).filter(({ id }) => !lost.has(id));
  const shownIds = new Set(shown.map(({ id }) => id));
  const masked = new Set(
    citationsOf(whole)
      .filter(({ id }) => !shownIds.has(id))
      .map(({ mark }) => mark),
  );
  return {
    content: withSources(
      mapTexts(copy, (text) => withoutMarks(text, masked)),
      shown,
    ),
    statementsGone: gone.map((item) => all.indexOf(item)),
  };
}

/** A citation of a statement of the document itself, which the copy leaves out. */
function losesStatement(
  item: AnswerItem,
  once: ReadonlySet<string>,
  stands: ReadonlySet<string>,
): boolean {
  const citation = citationOf(item);
  const part = citation?.part;
  return part !== undefined && citation?.entry === undefined && once.has(part) && !stands.has(part);
}

function idsOfItems(content: Answers): ReadonlySet<string> {
  return new Set(
    Object.entries(content)
      .filter(([field]) => field !== CITATIONS && field !== CARRIED)
      .flatMap(([, value]) => itemsOf(value).map(({ id }) => id)),
  );
}

function withSources(content: Answers, shown: readonly AnswerItem[]): Answers {
  const kept: Record<string, AnswerValue> = {};
  for (const [field, value] of Object.entries(content)) {
    if (field === CARRIED) continue;
    kept[field] = field === CITATIONS ? shown : value;
  }
  return kept;
}
