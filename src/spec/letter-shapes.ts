import { z } from "zod";
import {
  LETTER_CLASSES,
  LETTER_LOOKS,
  LETTER_ROLES,
  LETTER_SPACES,
  LETTER_SUBJECTS,
  type Letter,
  type LetterAudience,
  type Letters,
} from "./letter-types.ts";

/** Shapes of the files under `letters/` of a pack. */
const texts = z.strictObject({ sv: z.string(), en: z.string() });
const ids = z.array(z.string());

const audience: z.ZodType<LetterAudience> = z.strictObject({
  id: z.string(),
  role: z.enum(LETTER_ROLES),
  label: texts,
  fromAge: z.int().positive().exactOptional(),
  sees: z.array(z.enum(LETTER_CLASSES)),
  source: texts,
});

export const audiences = z.array(audience);

const block = z.strictObject({
  id: z.string(),
  heading: texts,
  text: texts.exactOptional(),
  law: ids.exactOptional(),
  for: ids.exactOptional(),
  when: z.string().exactOptional(),
  fromAge: z.int().positive().exactOptional(),
  belowAge: z.int().positive().exactOptional(),
  space: z.enum(LETTER_SPACES).exactOptional(),
});

export const letter: z.ZodType<Letter> = z.strictObject({
  id: z.string(),
  code: z.string(),
  name: texts,
  title: texts,
  step: z.string(),
  about: z.enum(LETTER_SUBJECTS),
  recipients: ids,
  act: z.string().exactOptional(),
  enclosure: z.enum(["basis", "decision"]).exactOptional(),
  answer: z.string().exactOptional(),
  inputs: ids,
  demands: ids,
  blocks: z.array(block),
  look: z.enum(LETTER_LOOKS).exactOptional(),
});

export const letters: z.ZodType<Letters> = z.strictObject({
  audiences,
  letters: z.record(z.string(), letter),
});
