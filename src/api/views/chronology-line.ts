import type { z } from "zod";
import type { chronology } from "../../contract/views/chronology.ts";
import type { LineParam } from "../../domain/chronology-line.ts";
import type { AktState } from "../../domain/akt-state.ts";
import { definitions } from "../../domain/definitions.ts";
import { isSealed } from "../../domain/record/apply-mark.ts";
import { fillSentence } from "../../domain/sentence.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { findCode } from "../../spec/lookup.ts";
import type { Lang, Pack } from "../../spec/types.ts";
import type { ChronologyRow } from "../../store/views/chronology-page.ts";
import type { PersonBrief } from "../../store/views/person-brief.ts";
import type { RequestContext } from "../http/handler.ts";
import { dayInWords } from "./day-in-words.ts";
import { personLabel, staffName, unitRef } from "./labels.ts";
import { shownMark } from "./shown-mark.ts";
import { shownOrigin } from "./shown-move.ts";

type Line = z.input<typeof chronology.answer>["lines"][number];

/** Everything that fills the sentences of some lines. */
export interface LineWords {
  readonly pack: Pack;
  readonly briefs: ReadonlyMap<Uuid, PersonBrief>;
  /** Those of them whose names the reader may not see. */
  readonly hidden: ReadonlySet<Uuid>;
  readonly state: AktState | undefined;
  /** Why lines were moved away, by the event that says so. */
  readonly reasons: ReadonlyMap<number, string>;
}

/** The persons that the sentences of some lines name. */
export function personsIn(rows: readonly ChronologyRow[]): readonly Uuid[] {
  return rows.flatMap((row) =>
    Object.values(row.params).flatMap((param) =>
      "persons" in param ? param.persons.flatMap((id) => parseUuid(id) ?? []) : [],
    ),
  );
}

/** One line of the child's story as a sentence in both languages. */
export function lineOf(
  ctx: RequestContext,
  row: ChronologyRow,
  words: LineWords,
  showsText: boolean,
): Line {
  const matter = row.matter === null ? undefined : words.state?.matters[row.matter];
  // What was said of another child is read here by nobody: neither the words nor whom they name.
  const sealed = isSealed(matter, row.seq);
  const shown = sealed ? { ...row, params: {} } : row;
  const source = sourceOf(words.pack, row.type);
  const reasons = showsText ? words.reasons : new Map<number, string>();
  return {
    seq: row.seq,
    type: row.type,
    matter: row.matter,
    on: row.on,
    recordedOn: row.recordedOn,
    late: row.recordedOn > row.on,
    by: staffName(ctx, row.actor),
    sv: sealed
      ? sealedSentence(sentence(ctx, shown, words, "sv"), source.sv)
      : sentence(ctx, row, words, "sv"),
    en: sealed
      ? sealedSentence(sentence(ctx, shown, words, "en"), source.en)
      : sentence(ctx, row, words, "en"),
    source,
    excerpt: showsText && !sealed ? row.excerpt : null,
    mark: shownMark(ctx, words.state, row.matter, row.seq, reasons),
    origin: shownOrigin(ctx, words.state, row.matter, row.seq),
  };
}

/** What is left of a sentence whose words are sealed, without what led up to them; else what kind of line it is. */
function sealedSentence(text: string, source: string): string {
  const left = text.replace(/[\s:,]*\.$/u, "");
  return `${left === "" ? source : left}.`;
}

/** The document or act that the events of a type are made by. */
const documentOfEvent: ReadonlyMap<string, string> = new Map(
  Object.values(definitions).flatMap(({ event, content, document }) => {
    const made = content ?? document;
    return made === undefined ? [] : [[event, made] as const];
  }),
);

/** What the events of a type are called: their document's name. */
export function sourceOf(pack: Pack, type: string): Line["source"] {
  const document = documentOfEvent.get(type) ?? "";
  const name = pack.documents[document]?.name;
  return { id: document, sv: name?.sv ?? "", en: name?.en ?? "" };
}

function sentence(ctx: RequestContext, row: ChronologyRow, words: LineWords, lang: Lang): string {
  const template = ctx.app.words.chronology[row.type]?.[lang] ?? row.type;
  const values = Object.entries(row.params).map(
    ([name, param]) => [name, wordOf(ctx, param, words, lang)] as const,
  );
  return fillSentence(template, Object.fromEntries(values));
}

function wordOf(ctx: RequestContext, param: LineParam, words: LineWords, lang: Lang): string {
  if ("code" in param)
    return findCode(words.pack, param.codelist, param.code)?.label[lang] ?? param.code;
  if ("staff" in param) return staffName(ctx, param.staff);
  if ("unit" in param) return unitRef(ctx, parseUuid(param.unit))?.name ?? "";
  if ("date" in param) return dayInWords(param.date, lang);
  if ("text" in param) return param.text;
  return param.persons.flatMap((id) => nameOf(ctx, id, words, lang)).join(", ");
}

/** A party by name; an external body is written as it stands. */
function nameOf(ctx: RequestContext, id: string, words: LineWords, lang: Lang): readonly string[] {
  const person = parseUuid(id);
  if (person === undefined) return [id];
  const brief = words.briefs.get(person);
  if (brief === undefined) return [];
  const { name, nameEn } = personLabel(ctx, brief, !words.hidden.has(person));
  return [lang === "en" ? (nameEn ?? name) : name];
}
