import type { Answers } from "../domain/event.ts";
import { codesOf, itemsOf, textOf } from "../domain/read.ts";
import {
  type Citation,
  CITATIONS,
  citationsOf,
  isOwnStatement,
} from "../domain/sources/citations.ts";
import type { BuildContext } from "./build-context.ts";
import type { CitedEntry } from "./facts.ts";
import { codeLabel, dateInWords, nameOf } from "./field-values.ts";
import type { Block } from "./model.ts";
import { capital, dayInWords, say } from "./print-texts.ts";

/** The sources of the texts above, numbered as they are named there; nothing where nothing is cited. */
export function sourceNotes(ctx: BuildContext): readonly Block[] {
  const citations = citationsOf(ctx.content);
  if (citations.length === 0) return [];
  return [
    {
      type: "list",
      label: { strong: "", lines: [] },
      numbered: true,
      items: citations.map((citation) => ({
        text: noteOf(ctx, citation),
        details: [],
        pointer: `/${CITATIONS}/${citation.mark - 1}`,
      })),
    },
  ];
}

/** A source in one line: what it is, who took part, its day, the page, and what became of it. */
function noteOf(ctx: BuildContext, citation: Citation): string {
  const entry = ctx.facts.cited?.get(citation.entry ?? 0);
  if (isOwnStatement(citation)) return ownStatement(ctx, citation);
  const on = entry === undefined ? dateInWords(citation.on) : dayInWords(entry.on);
  const words = [
    what(ctx, citation, entry),
    ...(on === undefined ? [] : [on]),
    ...(citation.page === undefined ? [] : [say("print.cited-page", { page: citation.page })]),
    ...(entry === undefined ? [say("print.source.gone")] : becameOf(entry)),
  ];
  return words.join(", ");
}

/** What became of an entry since: corrected, undone, moved away. */
export function becameOf({ mark }: CitedEntry): readonly string[] {
  if (mark === undefined) return [];
  const day = dayInWords(mark.on);
  return mark.kind === "moved-here" ? [] : [say(`print.source.${mark.kind}`, { day })];
}

/** A statement of the document itself, by where it stands. */
function ownStatement(ctx: BuildContext, { part, kind }: Citation): string {
  const item = itemsOf(ctx.content["statements"]).find(({ id }) => id === part);
  const area = textOf(item?.["area"]);
  const label = codeLabel(ctx, "citation-kind", kind);
  return area === undefined
    ? label
    : say("print.source.statement", { label, area: codeLabel(ctx, "area", area) });
}

/** What the source is. A report is never named by who made it (OSL 26:5). */
function what(ctx: BuildContext, { kind }: Citation, entry: CitedEntry | undefined): string {
  const label = codeLabel(ctx, "citation-kind", kind);
  if (entry === undefined) return label;
  if (entry.type === "document.received") {
    const from = ctx.facts.spec.code("received-from", textOf(entry.data["sender"]) ?? "");
    return from === undefined ? label : say("print.source.from", { label, from });
  }
  if (entry.type === "act.recorded" && kind === "act") {
    return codeLabel(ctx, "act-kind", textOf(entry.data["kind"]) ?? "");
  }
  const named = namesIn(ctx, entry.data);
  return named === "" ? label : say("print.source.with", { label, names: named });
}

/** Those who took part, as far as they may be named here: the family, and nobody whose name is not known. */
function namesIn(ctx: BuildContext, data: Answers): string {
  const persons = [...codesOf(data["withPersons"]), ...codesOf(data["party"])];
  return persons
    .filter((person) => ctx.facts.people.has(person))
    .map((person) => capital(nameOf(ctx, person)))
    .join(", ");
}
