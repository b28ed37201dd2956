import type { z } from "zod";
import type { sourceShape } from "../../contract/sources/list-sources.ts";
import { codesOf, itemsOf, numberOf, textOf } from "../../domain/read.ts";
import { parseUuid } from "../../kernel/ids.ts";
import { findCodelist } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { EventView } from "../../store/views/read-akt.ts";
import type { Given } from "../http/handler.ts";

export type Source = Given<z.input<typeof sourceShape>>;
/** A line of the record as it may be cited, before its parts are looked at. */
export type WholeSource = Omit<Source, "part" | "pages" | "limited">;

/** What each type of event is as a source, by code of codelist `citation-kind`. */
export const KIND_OF_TYPE: Readonly<Record<string, string>> = {
  "talk.signed": "talk",
  "note.signed": "note",
  "act.recorded": "act",
  "report.received": "report",
  "application.received": "application",
  "party.answered": "answer",
  "letter.answered": "letter-answer",
  "document.received": "received",
};

/** Events whose parts may be cited: the child's words, a page, a statement. Notes have no parts. */
export const TYPES_WITH_PARTS = [
  "talk.signed",
  "act.recorded",
  "letter.answered",
  "document.received",
];

const WORDS = "words";
const STATEMENT = "statement";
const LONGEST = 200;

/** A line as sources: itself, and the child's own words in it apart, since fewer may see them. */
export function sourcesOf(
  whole: WholeSource,
  found: EventView | undefined,
  pack: Pack,
): readonly Source[] {
  const data = found?.event.body.data ?? {};
  const self: Source = {
    ...whole,
    part: parseUuid(found?.event.body.ids["received"] ?? "") ?? null,
    pages: numberOf(data["filePages"]) ?? null,
    limited: codesOf(data["hiddenFrom"]).length > 0,
  };
  const words = textOf(data["childsWords"]);
  if (words === undefined) return [self];
  const allowed = codesOf(data["visibleTo"]);
  const everybody = findCodelist(pack, "visible-to")?.codes.map(({ id }) => id) ?? [];
  const own: Source = {
    ...self,
    kind: WORDS,
    part: null,
    excerpt: whole.excerpt === null ? null : words.slice(0, LONGEST),
    limited: everybody.some((code) => !allowed.includes(code)),
  };
  return [self, own];
}

/** The statements of a version of a document, each a source of its own. */
export function statementsOf(
  whole: Omit<WholeSource, "excerpt">,
  { event }: EventView,
): readonly Source[] {
  return itemsOf(event.body.content?.["statements"]).flatMap((item) => {
    const [part, text] = [parseUuid(item.id), textOf(item["text"])];
    if (part === undefined || text === undefined) return [];
    const words = textOf(item["kind"]) === "childs-words";
    return {
      ...whole,
      kind: STATEMENT,
      part,
      excerpt: text.slice(0, LONGEST),
      pages: null,
      limited: words || codesOf(item["hiddenFrom"]).length > 0,
    };
  });
}
