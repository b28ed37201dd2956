import type { Text } from "./types.ts";

/** What kind of thing a field of a letter tells; each audience may see some of them. */
export const LETTER_CLASSES = [
  "public",
  "own",
  "child",
  "number",
  "family",
  "arrival",
  "outcome",
  "matter",
  "reporter",
  "asked",
  "enclosed",
] as const;
export type LetterClass = (typeof LETTER_CLASSES)[number];

export const LETTER_ROLES = ["guardian", "child", "reporter", "body"] as const;
export type LetterRole = (typeof LETTER_ROLES)[number];

/** Somebody a letter can be written to, and what that somebody may see. */
export interface LetterAudience {
  readonly id: string;
  readonly role: LetterRole;
  readonly label: Text;
  /** A child gets the letter from this age. */
  readonly fromAge?: number;
  readonly sees: readonly LetterClass[];
  /** Where the law says so. */
  readonly source: Text;
}

/** What a letter is about: that must be there before the letter can be written. */
export const LETTER_SUBJECTS = ["matter", "report", "investigation", "basis", "decision"] as const;
export type LetterSubject = (typeof LETTER_SUBJECTS)[number];

export const LETTER_SPACES = ["lines", "frame"] as const;
export type LetterSpace = (typeof LETTER_SPACES)[number];

/** How a letter is set: as one to a child, with large text and pictures; absent as any other. */
export const LETTER_LOOKS = ["child"] as const;
export type LetterLook = (typeof LETTER_LOOKS)[number];

/** One paragraph or more under a heading. Words in braces are fields of the letter. */
export interface LetterBlock {
  readonly id: string;
  readonly heading: Text;
  readonly text?: Text;
  /** Texts of the law that stand below. */
  readonly law?: readonly string[];
  /** Only for these audiences. */
  readonly for?: readonly string[];
  /** Only where this field has a value. */
  readonly when?: string;
  /** Only for a child from this age, and for one below that; a child without a known age reads as the oldest. */
  readonly fromAge?: number;
  readonly belowAge?: number;
  /** Room left below for the recipient: lines to write on, or a frame to draw in. */
  readonly space?: LetterSpace;
}

/** A letter made of blocks of text, for named recipients. */
export interface Letter {
  readonly id: string;
  readonly code: string;
  readonly name: Text;
  /** What stands at the top of the letter. */
  readonly title: Text;
  readonly step: string;
  readonly about: LetterSubject;
  /** Audiences it can be written to. */
  readonly recipients: readonly string[];
  /** The name by which the law knows what sending it does, where its conditions must hold. */
  readonly act?: string;
  /** The print that goes with it. */
  readonly enclosure?: "basis" | "decision";
  /** The act that records its answer, where not the general one. */
  readonly answer?: string;
  /** Fields of the document `letter` that the writer fills in, and those that must be. */
  readonly inputs: readonly string[];
  readonly demands: readonly string[];
  readonly blocks: readonly LetterBlock[];
  readonly look?: LetterLook;
}

export interface Letters {
  readonly audiences: readonly LetterAudience[];
  readonly letters: Readonly<Record<string, Letter>>;
}
