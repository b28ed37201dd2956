import { copyFor, isHiddenFrom, type OmissionReason, type Recipient } from "../../domain/copy.ts";
import type { AnswerItem, Answers, AnswerValue } from "../../domain/event.ts";
import { codesOf, itemsOf } from "../../domain/read.ts";
import { EVERYBODY } from "../../domain/received/citations.ts";
import type { Wording } from "../build-context.ts";
import type { SpecDocument } from "../print-spec.ts";
import { type EntryPart, partsOf } from "./entry-parts.ts";

/** For whom, and what is known of the akt that decides what that recipient may see. */
export interface Reader {
  readonly recipient: Extract<Recipient, { kind: "party" }>;
  readonly isParty: boolean;
  readonly reporterShielded: boolean;
}

export interface OpenParts {
  readonly parts: readonly EntryPart[];
  readonly open: readonly EntryPart[];
  readonly hidden: ReadonlyMap<string, OmissionReason>;
}

/**
 * The parts of a document, and those of them that are not hidden from a reader by what was said when they were
 * written (`copyFor`). Somebody who is no party gets nothing that is kept from anybody.
 */
export function openParts(
  wording: Wording,
  document: SpecDocument | undefined,
  answers: Answers,
  reader: Reader,
): OpenParts {
  const parts = partsOf(wording, document, answers);
  const asked = reader.isParty ? answers : keptFromAll(answers);
  if (isHiddenFrom(asked, reader.recipient)) {
    return { parts, open: [], hidden: new Map(parts.map(({ id }) => [id, HIDDEN])) };
  }
  const masked = copyFor(asked, reader.recipient, reader.reporterShielded);
  const open = partsOf(wording, document, masked.content);
  const words = new Map(open.map(({ id, text }) => [id, text]));
  const reasons = new Map(
    masked.omitted.map(({ pointer, reason }) => [partOf(answers, pointer), reason]),
  );
  const hidden = parts
    .filter(({ id, text }) => words.get(id) !== text)
    .map(({ id }) => [id, reasons.get(id) ?? HIDDEN] as const);
  return { parts, open, hidden: new Map(hidden) };
}

const HIDDEN: OmissionReason = "hidden-from-recipient";

/** The part a pointer of a copy names: `/statements/2/sourceText` is in the third item. */
function partOf(answers: Answers, pointer: string): string {
  const [, field = "", index] = pointer.split("/");
  const item = index === undefined ? undefined : itemsOf(answers[field])[Number(index)];
  return item === undefined ? field : `${field}/${item.id}`;
}

/** What is kept from somebody is kept from everybody. */
function keptFromAll(answers: Answers): Answers {
  const kept = (item: Answers): boolean => codesOf(item["hiddenFrom"]).length > 0;
  const all = Object.entries(answers).map(([field, value]): [string, AnswerValue] => {
    const items = itemsOf(value);
    if (items.length === 0) return [field, value];
    return [field, items.map((item): AnswerItem => (kept(item) ? { ...item, ...FROM_ALL } : item))];
  });
  return { ...Object.fromEntries(all), ...(kept(answers) ? FROM_ALL : {}) };
}

const FROM_ALL = { hiddenFrom: [EVERYBODY] };
