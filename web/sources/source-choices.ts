import type { listSources } from "../../src/contract/sources/list-sources.ts";
import type { Answers } from "../../src/domain/event.ts";
import { codesOf, itemsOf, textOf } from "../../src/domain/read.ts";
import { type Citation, citationsOf, isOwnStatement } from "../../src/domain/sources/citations.ts";
import type { AnswerOf } from "../api/client.ts";

export type Source = AnswerOf<typeof listSources>["sources"][number];

/** Something that may be cited, as the list shows it. */
export interface SourceChoice {
  readonly id: string;
  readonly label: string;
  readonly excerpt: string;
  readonly kind: string;
  readonly entry?: number;
  readonly part?: string;
  readonly on?: string;
  readonly pages?: number;
  readonly limited: boolean;
  readonly mark: Source["mark"];
}

/** How sources are called in the chosen language. */
export interface SourceWords {
  readonly lang: "sv" | "en";
  readonly ownStatement: string;
  readonly childsWords: string;
  readonly areaOf: (area: string) => string;
}

const STATEMENTS = "statements";
const WORDS = "words";
const CHILDS_WORDS = "childs-words";
const STATEMENT = "statement";

/** Everything a text may cite: the statements of its own document first, then the record, newest first. */
export function sourceChoices(
  sources: readonly Source[],
  answers: Answers,
  words: SourceWords,
): readonly SourceChoice[] {
  const own = itemsOf(answers[STATEMENTS]).flatMap((item): readonly SourceChoice[] => {
    const text = textOf(item["text"]);
    if (text === undefined) return [];
    const area = textOf(item["area"]);
    const label =
      area === undefined ? words.ownStatement : `${words.ownStatement}, ${words.areaOf(area)}`;
    const hidden = codesOf(item["hiddenFrom"]).length > 0;
    const limited = hidden || textOf(item["kind"]) === CHILDS_WORDS;
    return [
      {
        id: `/${item.id}`,
        label,
        excerpt: text,
        kind: STATEMENT,
        part: item.id,
        limited,
        mark: null,
      },
    ];
  });
  const stands = new Set(own.map(({ part }) => part));
  const recorded = sources
    // A statement that is written on here is cited here.
    .filter(({ kind, part }) => kind !== STATEMENT || !stands.has(part ?? ""))
    .map((source) => recordedChoice(source, words));
  return [...own, ...recorded];
}

function recordedChoice(source: Source, words: SourceWords): SourceChoice {
  const { entry, kind, part, on, pages, limited, mark, excerpt } = source;
  const sentence = source[words.lang];
  return {
    id: `${entry}/${kind}/${part ?? ""}`,
    label: kind === WORDS ? `${words.childsWords}: ${sentence}` : sentence,
    excerpt: excerpt ?? "",
    kind,
    entry,
    ...(part === null ? {} : { part }),
    on,
    ...(pages === null ? {} : { pages }),
    limited,
    mark,
  };
}

/** The choices whose label, text or day holds every word that was typed; what was undone or moved is not offered. */
export function searchSources(
  choices: readonly SourceChoice[],
  typed: string,
): readonly SourceChoice[] {
  const wanted = typed.toLocaleLowerCase("sv").split(/\s+/u).filter(Boolean);
  return choices.filter(({ label, excerpt, on = "", mark }) => {
    if (mark !== null && mark.kind !== "corrected") return false;
    const text = `${label} ${excerpt} ${on}`.toLocaleLowerCase("sv");
    return wanted.every((word) => text.includes(word));
  });
}

/** What a citation is of; undefined where it is not among the choices. */
export function choiceOf(
  choices: readonly SourceChoice[],
  citation: Citation,
): SourceChoice | undefined {
  const { kind, entry, part } = citation;
  if (isOwnStatement(citation)) {
    return choices.find((choice) => choice.entry === undefined && choice.part === part);
  }
  const ofEntry = choices.filter((choice) => choice.entry === entry);
  return (
    ofEntry.find((choice) => choice.kind === kind && choice.part === part) ??
    // Of what was undone or moved the parts are not told any more.
    ofEntry.find(({ mark }) => mark !== null)
  );
}

/** The citation of a choice that a document has already, without a page of its own. */
export function citationOfChoice(answers: Answers, choice: SourceChoice): Citation | undefined {
  return citationsOf(answers).find(
    ({ kind, entry, part, page }) =>
      kind === choice.kind && entry === choice.entry && part === choice.part && page === undefined,
  );
}

/** A number that no citation of the document has. */
export function nextMark(answers: Answers): number {
  return Math.max(0, ...citationsOf(answers).map(({ mark }) => mark)) + 1;
}
