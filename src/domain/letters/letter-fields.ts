import type { LetterAudience, LetterClass } from "../../spec/letter-types.ts";

/** Every field a letter can name in braces, with the kind of thing it tells. */
export const letterFields = {
  board: "public",
  unit: "public",
  sender: "public",
  answerBy: "public",
  recipient: "own",
  note: "own",
  child: "child",
  number: "number",
  summoned: "family",
  arrivedOn: "arrival",
  opened: "outcome",
  notOpened: "outcome",
  running: "outcome",
  openedOn: "matter",
  endsOn: "matter",
  concern: "matter",
  meetingAt: "matter",
  meetingPlace: "matter",
  consentTo: "matter",
  decidedOn: "matter",
  decision: "matter",
  appeal: "matter",
  versionOf: "matter",
  plainWhat: "matter",
  plainNext: "matter",
  plainAsk: "matter",
  decided: "matter",
  planQuestions: "matter",
  talks: "matter",
  needs: "matter",
  goals: "matter",
  measures: "matter",
  who: "matter",
  when: "matter",
  drawing: "own",
  questions: "asked",
  transferWhy: "asked",
  reporter: "reporter",
} as const satisfies Readonly<Record<string, LetterClass>>;

export type LetterField = keyof typeof letterFields;

/** What the fields of one letter say. A field that is left out is not known. */
export interface LetterFacts {
  readonly values: Readonly<Partial<Record<LetterField, string>>>;
  /** Fields that nobody outside sees here, whatever the audience may see: who a shielded reporter is. */
  readonly withheld: readonly LetterField[];
  /** Age of the child in years, where blocks are for an age. */
  readonly age?: number;
  /** The picture beside each paragraph of a field, in their order: codes of `child-picture`. */
  readonly pictures?: Readonly<Partial<Record<LetterField, readonly (string | undefined)[]>>>;
}

/** Reads the name of a field; undefined for a name that no letter has. */
export function parseLetterField(name: string): LetterField | undefined {
  return Object.hasOwn(letterFields, name) ? (name as LetterField) : undefined;
}

/** Whether an audience may see a field of a letter (the table `letters/recipients.json`). */
export function maySee(audience: LetterAudience, field: LetterField, facts: LetterFacts): boolean {
  return audience.sees.includes(letterFields[field]) && !facts.withheld.includes(field);
}
