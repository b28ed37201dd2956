import {
  type ChildPiece,
  type ChildPrompt,
  childPieces,
  type PieceDay,
  plainWordsOf,
} from "../../domain/letters/child-pieces.ts";
import type { DecideContext } from "../../domain/command.ts";
import type { Answers } from "../../domain/event.ts";
import type { LetterFacts, LetterField } from "../../domain/letters/letter-fields.ts";
import { textOf } from "../../domain/read.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { findCode } from "../../spec/lookup.ts";
import { capital, dayInWords, type PrintTextId, say } from "../print-texts.ts";
import type { LetterRecord } from "./letter-record.ts";

const fields: Readonly<Record<ChildPrompt, LetterField>> = {
  question: "planQuestions",
  talk: "talks",
  need: "needs",
  decided: "decided",
  goal: "goals",
  measure: "measures",
  who: "who",
  when: "when",
};

const days: Readonly<Record<PieceDay, PrintTextId>> = {
  ready: "letter.piece.ready",
  from: "letter.piece.from",
  "follow-up": "letter.piece.follow-up",
  decided: "letter.piece.decided",
  talk: "letter.piece.talk",
};

/** A piece of the child's version in the words of the record. */
export interface WordedPiece extends ChildPiece {
  readonly record: string;
}

/** Everything the record has for the child's version of a document, in its words. Pure. */
export function wordedPieces(record: LetterRecord, versionOf: string): readonly WordedPiece[] {
  const { matter, subject, answersOf } = record;
  const { ctx, command } = subject;
  const decision = command.ids["decision"];
  const source = {
    matter,
    child: ctx.child.person,
    answersOf,
    ...(decision === undefined ? {} : { decision }),
  };
  return childPieces(versionOf, source).map((piece) => ({
    ...piece,
    record: wordsOf(piece, ctx),
  }));
}

/**
 * What the child's version says of each piece: the writer's plain words, else those of the record, with the
 * picture that was chosen. A piece that was left out is nowhere.
 */
export function childValues(
  record: LetterRecord,
  data: Answers,
): Pick<LetterFacts, "values" | "pictures"> {
  const values: Partial<Record<LetterField, string>> = {};
  const pictures: Partial<Record<LetterField, (string | undefined)[]>> = {};
  for (const piece of wordedPieces(record, textOf(data["versionOf"]) ?? "")) {
    const plain = plainWordsOf(data, piece);
    const words = oneParagraph(plain.words ?? piece.record);
    if (plain.leftOut || words === "") continue;
    const field = fields[piece.prompt];
    values[field] = values[field] === undefined ? words : `${values[field]}\n\n${words}`;
    pictures[field] = [...(pictures[field] ?? []), plain.picture];
  }
  return { values, pictures };
}

/** A piece is one paragraph, so that its picture stands beside it. */
function oneParagraph(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]*(?:\n[ \t]*)+/g, "\n")
    .trim();
}

function wordsOf({ prompt, words }: ChildPiece, ctx: DecideContext): string {
  const { texts = [], codes, on, day, staff, sessions } = words;
  const labels = (codes?.ids ?? []).map(
    (id) => findCode(ctx.pack, codes?.codelist ?? "", id)?.label.sv ?? id,
  );
  const said = prompt === "decided" && texts.length > 0 ? texts : [...labels, ...texts];
  const parts = [
    ...(said.length === 0 ? [] : [capital(said.join(", "))]),
    ...(sessions === undefined ? [] : [say("letter.piece.sessions", { n: sessions })]),
    ...(on === undefined ? [] : [dayOf(on, day)]),
    ...(staff === undefined ? [] : [nameOf(staff, ctx)]),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function dayOf(on: string, day: PieceDay | undefined): string {
  const date = parsePlainDate(on);
  if (date === undefined) return "";
  return day === undefined ? dayInWords(date) : say(days[day], { date: dayInWords(date) });
}

function nameOf(staff: string, ctx: DecideContext): string {
  const found = ctx.staff(staff);
  return found === undefined ? "" : `${found.name}, ${say(`print.role.staff.${found.role}`)}`;
}
