import type { AnswerItem, Answers, AnswerValue } from "../event.ts";
import { itemsOf, numberOf, textOf } from "../read.ts";

/** The list of a document that holds what its texts cite; a text names an item by its number: `[3]`. */
export const CITATIONS = "citations";
/** The list of a document that tells which texts were brought from an earlier one. */
export const CARRIED = "carried";
/** Lists about the texts of a document, which are no texts of it themselves. */
const ABOUT_TEXTS: ReadonlySet<string> = new Set([CITATIONS, CARRIED]);

/** What a document cites: an entry of the matter's record by its number, or a statement of the document itself. */
export interface Citation {
  readonly id: string;
  /** The number in square brackets by which texts name it; one citation of a document has it. */
  readonly mark: number;
  /** Code of codelist `citation-kind`. */
  readonly kind: string;
  readonly entry?: number;
  /** The id of the statement or of the received document. */
  readonly part?: string;
  readonly page?: number;
  /** The day of the source, as it was when it was cited. */
  readonly on?: string;
}

const MARK = /\[(\d{1,4})\]/gu;
const MARK_AND_SPACE = /[ \u00a0]?\[(\d{1,4})\]/gu;

/** Code of codelist `citation-kind`: a statement of a document. */
const STATEMENT = "statement";

/** Whether a citation is of a statement of the document it stands in. */
export function isOwnStatement({ kind, entry }: Citation): boolean {
  return kind === STATEMENT && entry === undefined;
}

/** How a text names a citation. */
export function markText(mark: number): string {
  return `[${mark}]`;
}

/** The citations of a document, in the order in which they were made. */
export function citationsOf(content: Answers): readonly Citation[] {
  return itemsOf(content[CITATIONS]).flatMap((item) => citationOf(item) ?? []);
}

/** An item of the list as a citation; undefined where it has no number yet. */
export function citationOf(item: AnswerItem): Citation | undefined {
  const mark = numberOf(item["mark"]);
  if (mark === undefined) return undefined;
  const [entry, page] = [numberOf(item["entry"]), numberOf(item["page"])];
  const [part, on] = [textOf(item["part"]), textOf(item["on"])];
  return {
    id: item.id,
    mark,
    kind: textOf(item["kind"]) ?? "",
    ...(entry === undefined ? {} : { entry }),
    ...(part === undefined ? {} : { part }),
    ...(page === undefined ? {} : { page }),
    ...(on === undefined ? {} : { on }),
  };
}

const NONE: readonly number[] = [];

/** The numbers a text names, each once, in order of appearance. */
export function marksIn(text: string): readonly number[] {
  if (!text.includes("[")) return NONE;
  return [...new Set([...text.matchAll(MARK)].map((found) => Number(found[1])))];
}

/** The numbers that the texts of some answers name. */
export function marksOf(content: Answers | AnswerItem): ReadonlySet<number> {
  const marks = new Set<number>();
  addMarks(marks, content);
  return marks;
}

/** Added one by one: few of the hundred texts of a document name any. */
function addMarks(marks: Set<number>, content: Answers | AnswerItem): void {
  for (const [field, value] of Object.entries(content)) {
    if (ABOUT_TEXTS.has(field)) continue;
    if (typeof value === "string") for (const mark of marksIn(value)) marks.add(mark);
    else for (const item of itemsOf(value)) addMarks(marks, item);
  }
}

/** A text without some of the numbers, and without the space before each: nothing tells where one stood. */
export function withoutMarks(text: string, marks: ReadonlySet<number>): string {
  return text.replace(MARK_AND_SPACE, (whole, mark) => (marks.has(Number(mark)) ? "" : whole));
}

/** A text with some numbers changed; those that are not named stay. */
export function renumberedMarks(text: string, changed: ReadonlyMap<number, number>): string {
  return text.replace(MARK, (whole, mark) => {
    const other = changed.get(Number(mark));
    return other === undefined ? whole : markText(other);
  });
}

/** The answers with every text changed that may name citations: those of fields and of the items of lists. */
export function mapTexts(content: Answers, change: (text: string) => string): Answers {
  const mapped: Record<string, AnswerValue> = {};
  for (const [field, value] of Object.entries(content)) {
    mapped[field] = ABOUT_TEXTS.has(field) ? value : mapValue(value, change);
  }
  return mapped;
}

function mapValue(value: AnswerValue, change: (text: string) => string): AnswerValue {
  if (typeof value === "string") return change(value);
  const items = itemsOf(value);
  if (items.length === 0) return value;
  return items.map((item) => {
    const mapped: Record<string, AnswerValue> = {};
    for (const [field, each] of Object.entries(item)) {
      mapped[field] = typeof each === "string" && field !== "id" ? change(each) : each;
    }
    return { ...mapped, id: item.id };
  });
}

/** The answers as text to quote elsewhere: without the numbers of their own citations. */
export function withoutCitations(content: Answers): Answers {
  const marks = new Set(citationsOf(content).map(({ mark }) => mark));
  return marks.size === 0 ? content : mapTexts(content, (text) => withoutMarks(text, marks));
}
