import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { MatterState } from "../akt-state.ts";
import type { Check } from "../command-definition.ts";
import type { AnswerItem, Answers } from "../event.ts";
import { codesOf, itemsOf, textOf } from "../read.ts";

const STATEMENTS = "statements";

/** Statement kind (codelist `statement-kind`) of the child's own words. */
const CHILDS_WORDS = "childs-words";

/** What a statement may cite: a document that came in, or the child's answer to its own version. */
export interface CitableState {
  readonly document: Uuid;
  readonly on: PlainDate;
  readonly pages?: number;
  readonly hiddenFrom?: readonly string[];
  /** The child's own words, and the codes of who may read them. */
  readonly visibleTo?: readonly string[];
}

/** Everything of a matter that a statement may cite. */
export function citableIn({ received = [], letters = [] }: MatterState): readonly CitableState[] {
  const answers = letters.flatMap(({ letter, said }) =>
    said === undefined ? [] : [{ document: letter, on: said.on, visibleTo: said.visibleTo }],
  );
  return [...received, ...answers];
}

/** What a statement cites, in its matter. */
export function citedBy(item: AnswerItem, matter: MatterState): CitableState | undefined {
  const cited = textOf(item["sourceDocument"]);
  return citableIn(matter).find(({ document }) => document === cited);
}

/**
 * A statement cites a document of its own matter (`citation.unknown-document`), and a page that it has
 * (`citation.no-such-page`). Another matter's may be destroyed before this one's.
 */
export const citationProblems: Check = ({ matter, command }) => {
  if (matter === undefined) return [];
  return itemsOf(command.content?.[STATEMENTS]).flatMap((item, index) =>
    problemsOf(item, matter, `/content/${STATEMENTS}/${index}`),
  );
};

function problemsOf(item: AnswerItem, matter: MatterState, pointer: string): readonly Problem[] {
  if (textOf(item["sourceDocument"]) === undefined) return [];
  const cited = citedBy(item, matter);
  if (cited === undefined) {
    return [problem("citation.unknown-document", { pointer: `${pointer}/sourceDocument` })];
  }
  const page = item["sourcePage"];
  const last = cited.pages ?? Number.POSITIVE_INFINITY;
  if (typeof page !== "number" || (page >= 1 && page <= last)) return [];
  const pages = cited.pages ?? 1;
  return [
    problem("citation.no-such-page", { pointer: `${pointer}/sourcePage`, params: { pages } }),
  ];
}

/** Stands among those something is hidden from, for everybody outside. */
export const EVERYBODY = "everybody";

/** Whether a statement cites a document that was moved away, since it is about another child. */
function citesAnotherChild(item: AnswerItem, matter: MatterState): boolean {
  const cited = textOf(item["sourceDocument"]);
  return cited !== undefined && matter.marks?.some(({ received }) => received === cited) === true;
}

/**
 * The content with each statement hidden also from those whom the document it cites is hidden from (OSL 26:1):
 * what stands in a document is no less secret where it is told again. What cites a document that turned out to be
 * about another child is hidden from everybody outside. What the child has answered is the child's words wherever it
 * is cited, for nobody but those the child has allowed.
 */
export function withCitedSecrecy(content: Answers, matter: MatterState): Answers {
  const statements = itemsOf(content[STATEMENTS]);
  if (statements.length === 0) return content;
  const marked = statements.map((item) => {
    const cited = citedBy(item, matter);
    if (cited?.visibleTo !== undefined) return asChildsWords(item, cited.visibleTo);
    const more = citesAnotherChild(item, matter) ? [EVERYBODY] : (cited?.hiddenFrom ?? []);
    if (more.length === 0) return item;
    return { ...item, hiddenFrom: [...new Set([...codesOf(item["hiddenFrom"]), ...more])] };
  });
  return { ...content, [STATEMENTS]: marked };
}

function asChildsWords(item: AnswerItem, allowed: readonly string[]): AnswerItem {
  const own = codesOf(item["visibleTo"]);
  const visibleTo = own.length === 0 ? allowed : own.filter((code) => allowed.includes(code));
  return { ...item, kind: CHILDS_WORDS, visibleTo };
}
