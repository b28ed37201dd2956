import type { AnswerItem, Answers, AnswerValue } from "../event.ts";
import { codesOf, itemsOf, textOf } from "../read.ts";
import { type Citation, CITATIONS, citationOf, marksOf } from "./citations.ts";

/** Somebody who may get a copy. `audience` is the code of codelist `visible-to` that stands for the person. */
export interface Reader {
  readonly person: string;
  readonly audience: string;
}

/** Citation kinds (codelist `citation-kind`) that name somebody's words or a part of another document. */
const CHILDS_WORDS = "words";
const STATEMENT = "statement";
/** Kind of a statement (codelist `statement-kind`) that is the child's own words. */
const WORDS_IN_STATEMENT = "childs-words";
/** Lists whose items are hidden with what they are built on. */
const BUILT_ON_SOURCES = ["statements", "factors"];

/**
 * Those among some readers who may not see what is cited: from whom the entry is hidden, and, of the child's
 * words, everybody the child has not allowed (OSL 26:1).
 */
export function sourceHiddenFrom(
  citation: Citation,
  entry: Answers,
  readers: readonly Reader[],
): readonly string[] {
  const source = citation.kind === STATEMENT ? partOf(entry, citation.part) : entry;
  if (source === undefined) return codesOf(entry["hiddenFrom"]);
  const words = citation.kind === CHILDS_WORDS || textOf(source["kind"]) === WORDS_IN_STATEMENT;
  const allowed = codesOf(source["visibleTo"]);
  const without = readers.filter(({ audience }) => words && !allowed.includes(audience));
  return [...new Set([...codesOf(source["hiddenFrom"]), ...without.map(({ person }) => person)])];
}

/** The item of a document with an id, in any of its lists. */
export function partOf(content: Answers, part: string | undefined): AnswerItem | undefined {
  return Object.values(content)
    .flatMap(itemsOf)
    .find(({ id }) => id === part);
}

/**
 * The content with each citation hidden from those who may not see its source, and each statement and factor
 * that names such a citation from the same: what stands in a source is no less secret where it is told again.
 */
export function withSourceSecrecy(
  content: Answers,
  hiddenFrom: (citation: Citation) => readonly string[],
): Answers {
  const citations = itemsOf(content[CITATIONS]);
  if (citations.length === 0) return content;
  const from = new Map<number, readonly string[]>();
  const marked = citations.map((item) => {
    const citation = citationOf(item);
    if (citation === undefined) return item;
    const more = hiddenFrom(citation);
    from.set(citation.mark, [...(from.get(citation.mark) ?? []), ...more]);
    return hiddenAlso(item, more);
  });
  const built: Record<string, AnswerValue> = {};
  for (const list of BUILT_ON_SOURCES) {
    const items = itemsOf(content[list]);
    if (items.length === 0) continue;
    built[list] = items.map((item) =>
      hiddenAlso(
        item,
        [...marksOf(item)].flatMap((mark) => from.get(mark) ?? []),
      ),
    );
  }
  return { ...content, ...built, [CITATIONS]: marked };
}

function hiddenAlso(item: AnswerItem, more: readonly string[]): AnswerItem {
  if (more.length === 0) return item;
  return { ...item, hiddenFrom: [...new Set([...codesOf(item["hiddenFrom"]), ...more])] };
}
