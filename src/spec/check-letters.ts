import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { duplicates, unknown } from "./check-ids.ts";
import type { Letter } from "./letter-types.ts";
import { fieldsOf, findCodelist, findDocument } from "./lookup.ts";
import type { Pack } from "./types.ts";

/** The document that records that a letter was sent; the writer's words in a letter are its answers. */
const DOCUMENT = "letter";
const CODELIST = "letter-kind";

/**
 * Whether the letters fit the pack: audiences, steps and fields that are named exist (`spec.unknown-*`), what
 * must be filled in is asked for, a block says something (`spec.text-missing`), and every letter is a code of
 * the list by which its sending is recorded.
 */
export function checkLetters(pack: Pack): Problem[] {
  const all = Object.values(pack.letters.letters);
  return [
    ...duplicates(pack.letters.audiences, "/letters/audiences"),
    ...all.flatMap((letter) => checkLetter(pack, letter)),
  ];
}

function checkLetter(pack: Pack, letter: Letter): Problem[] {
  const at = `/letters/letters/${letter.id}`;
  const document = findDocument(pack, DOCUMENT);
  const fields = document === undefined ? [] : fieldsOf(document).map(({ id }) => id);
  const audiences = pack.letters.audiences.map(({ id }) => id);
  const named = [...letter.recipients, ...letter.blocks.flatMap((block) => block.for ?? [])];
  const known = findCodelist(pack, CODELIST)?.codes.some(({ id }) => id === letter.id) === true;
  return [
    ...duplicates(letter.blocks, `${at}/blocks`),
    ...(known ? [] : [unknown("code", letter.id, `${at}/id`)]),
    ...(pack.process.steps.some(({ id }) => id === letter.step)
      ? []
      : [unknown("step", letter.step, `${at}/step`)]),
    ...missingFrom(audiences, named).map((id) => unknown("audience", id, at)),
    ...missingFrom(fields, letter.inputs).map((id) => unknown("field", id, `${at}/inputs`)),
    ...missingFrom(letter.inputs, letter.demands).map((id) =>
      unknown("field", id, `${at}/demands`),
    ),
    ...letter.blocks
      .filter(({ text, law }) => text === undefined && law === undefined)
      .map(({ id }) => problem("spec.text-missing", { pointer: `${at}/blocks/${id}` })),
  ];
}

function missingFrom(known: readonly string[], named: readonly string[]): readonly string[] {
  return [...new Set(named)].filter((id) => !known.includes(id));
}
