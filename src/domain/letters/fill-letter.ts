import type { Letter, LetterAudience, LetterBlock, LetterSpace } from "../../spec/letter-types.ts";
import type { Text } from "../../spec/types.ts";
import { type LetterFacts, type LetterField, maySee, parseLetterField } from "./letter-fields.ts";

/** A block as it stands in the letter, in Swedish. */
export interface FilledBlock {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** The picture beside each paragraph, where it has any. */
  readonly pictures?: readonly (string | undefined)[];
  /** Room for the recipient's own words or drawing. */
  readonly space?: LetterSpace;
  /** The field it shows, where it stands for one: what else belongs to it is put there. */
  readonly field?: LetterField;
}

/** A block the recipient does not get, with the fields that are not the recipient's to see. */
export interface OmittedBlock {
  readonly id: string;
  readonly heading: string;
  readonly fields: readonly LetterField[];
}

export interface FilledLetter {
  readonly blocks: readonly FilledBlock[];
  /** For the internal copy only: that something was left out is itself no business of the recipient. */
  readonly omitted: readonly OmittedBlock[];
  /** Fields that the letter needs and that nobody has filled in. */
  readonly lacking: readonly LetterField[];
}

/**
 * The letter for one audience: the blocks that are written for it, with the fields filled in. A block that
 * names a field the audience may not see is left out whole, so that no sentence tells what was taken away.
 * `internal` gives the unit's own copy of the same letter: nothing left out, and a list of what was.
 */
export function fillLetter(
  letter: Letter,
  audience: LetterAudience,
  facts: LetterFacts,
  law: ReadonlyMap<string, Text>,
  internal = false,
): FilledLetter {
  const blocks: FilledBlock[] = [];
  const omitted: OmittedBlock[] = [];
  const lacking = new Set<LetterField>();
  for (const block of letter.blocks) {
    if (block.for !== undefined && !block.for.includes(audience.id)) continue;
    if (!isForAge(block, facts.age)) continue;
    if (block.when !== undefined && valueOf(block.when, facts) === undefined) continue;
    const fields = fieldsOf(block);
    const unknown = fields.filter((field) => facts.values[field] === undefined);
    const unseen = fields.filter((field) => !maySee(audience, field, facts));
    for (const field of unknown) lacking.add(field);
    if (unknown.length > 0) continue;
    if (unseen.length > 0) omitted.push({ ...headOf(block, facts), fields: unseen });
    if (unseen.length === 0 || internal) blocks.push(filled(block, facts, law));
  }
  return { blocks, omitted, lacking: [...lacking] };
}

/** Words for small children never stand for a child whose age nobody knows. */
function isForAge({ fromAge, belowAge }: LetterBlock, age: number | undefined): boolean {
  if (age === undefined) return belowAge === undefined;
  return age >= (fromAge ?? 0) && (belowAge === undefined || age < belowAge);
}

/** The fields a block names, each once. */
export function fieldsOf(block: LetterBlock): readonly LetterField[] {
  const texts = `${block.heading.sv} ${block.text?.sv ?? ""}`;
  const named = [...texts.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const all = block.when === undefined ? named : [...named, block.when];
  return [...new Set(all)].flatMap((name) => parseLetterField(name) ?? []);
}

function filled(
  block: LetterBlock,
  facts: LetterFacts,
  law: ReadonlyMap<string, Text>,
): FilledBlock {
  const own = block.text === undefined ? [] : paragraphsOf(fillIn(block.text.sv, facts));
  const statutory = (block.law ?? []).flatMap((id) => law.get(id)?.sv ?? []);
  const field = block.when === undefined ? undefined : parseLetterField(block.when);
  const pictures = field === undefined ? undefined : facts.pictures?.[field];
  return {
    ...headOf(block, facts),
    paragraphs: [...own, ...statutory],
    ...(pictures === undefined ? {} : { pictures }),
    ...(block.space === undefined ? {} : { space: block.space }),
    ...(field === undefined ? {} : { field }),
  };
}

function headOf(block: LetterBlock, facts: LetterFacts) {
  return { id: block.id, heading: fillIn(block.heading.sv, facts) };
}

/** Each field is filled in once: what somebody has written is never searched for fields. */
function fillIn(text: string, facts: LetterFacts): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => valueOf(name, facts) ?? whole);
}

function valueOf(name: string, facts: LetterFacts): string | undefined {
  const field = parseLetterField(name);
  return field === undefined ? undefined : facts.values[field];
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
