import { problem, type Problem } from "../../kernel/problem.ts";
import type { MatterState } from "../akt-state.ts";
import type { CommandSubject } from "../command-definition.ts";
import type { Answers } from "../event.ts";
import { markOf } from "../record/apply-mark.ts";
import { carriedOf, carriedState, textAt } from "./carried.ts";
import { type Citation, CITATIONS, citationsOf, isOwnStatement, marksOf } from "./citations.ts";
import { partOf } from "./source-secrecy.ts";

const RECEIVED = "received";

/**
 * What is wrong with the sources of the texts a command carries: two citations with one number
 * (`citation.mark-twice`), a received document that is not of the matter (`citation.unknown-document`) or has
 * not the page (`citation.no-such-page`), a statement of the document that is gone (`citation.unknown-statement`),
 * a source that nothing names (`citation.unknown-source`) or that was moved to another akt
 * (`citation.source-moved`), and text brought from an earlier document that nobody has confirmed or changed
 * (`carried.unconfirmed`).
 */
export function sourceProblems({ command, matter }: CommandSubject): readonly Problem[] {
  return [
    ...problemsIn(command.data, "/data", matter),
    ...(command.content === undefined ? [] : problemsIn(command.content, "/content", matter)),
  ];
}

function problemsIn(
  content: Answers,
  prefix: string,
  matter: MatterState | undefined,
): readonly Problem[] {
  const marks = marksOf(content);
  const all = citationsOf(content);
  // What no text names any more is no source.
  const cited = all.filter(({ mark }) => marks.has(mark));
  return [
    ...cited.flatMap((citation) => {
      const { mark } = citation;
      const at = `${prefix}/${CITATIONS}/${all.indexOf(citation)}`;
      const moved = markOf(matter, citation.entry ?? 0)?.kind === "moved";
      if (moved) return [problem("citation.source-moved", { pointer: at, params: { mark } })];
      return [
        ...twiceProblems(citation, cited, at),
        ...(citation.kind === RECEIVED ? receivedProblems(citation, matter, at) : []),
        ...(citation.kind === RECEIVED ? [] : placeProblems(citation, content, at)),
      ];
    }),
    ...carriedProblems(content, prefix),
  ];
}

function twiceProblems(
  citation: Citation,
  all: readonly Citation[],
  pointer: string,
): readonly Problem[] {
  const first = all.find(({ mark }) => mark === citation.mark);
  if (first === citation) return [];
  return [problem("citation.mark-twice", { pointer, params: { mark: citation.mark } })];
}

function receivedProblems(
  { entry, part, page }: Citation,
  matter: MatterState | undefined,
  at: string,
): readonly Problem[] {
  const document = matter?.received?.find((one) => one.document === part);
  if (document === undefined || document.seq !== entry) {
    return [problem("citation.unknown-document", { pointer: `${at}/part` })];
  }
  const last = document.pages ?? Number.POSITIVE_INFINITY;
  if (page === undefined || (page >= 1 && page <= last)) return [];
  const pages = document.pages ?? 1;
  return [problem("citation.no-such-page", { pointer: `${at}/page`, params: { pages } })];
}

function placeProblems(citation: Citation, content: Answers, pointer: string): readonly Problem[] {
  const { entry, part, mark } = citation;
  if (isOwnStatement(citation)) {
    return partOf(content, part) === undefined
      ? [problem("citation.unknown-statement", { pointer, params: { mark } })]
      : [];
  }
  return entry === undefined
    ? [problem("citation.unknown-source", { pointer, params: { mark } })]
    : [];
}

function carriedProblems(content: Answers, prefix: string): readonly Problem[] {
  return carriedOf(content).flatMap((carried) => {
    if (carriedState(content, carried) !== "waiting") return [];
    const pointer = `${prefix}${textAt(content, carried.field)?.pointer ?? ""}`;
    return [problem("carried.unconfirmed", { pointer })];
  });
}
