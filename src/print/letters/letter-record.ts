import type { CommandSubject } from "../../domain/command-definition.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { Enclosure } from "../../domain/letters/enclosures.ts";
import type { AnswersOf } from "../../domain/letters/child-pieces.ts";
import type { LetterFacts } from "../../domain/letters/letter-fields.ts";
import type { LetterRecipient } from "../../domain/letters/letter-recipients.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Letter } from "../../spec/letter-types.ts";
import type { Text } from "../../spec/types.ts";

/** What the record holds for a letter, as read in one transaction. */
export interface LetterRecord {
  /** The command that would send it: the letter is refused by what refuses its sending. */
  readonly subject: CommandSubject;
  readonly matter: MatterState;
  readonly letter: Letter;
  readonly recipient: LetterRecipient;
  readonly board: { readonly name: string; readonly synthetic: boolean };
  readonly units: readonly { readonly unit: Uuid; readonly name: string }[];
  readonly guardians: readonly PersonState[];
  /** Everybody who was a guardian at any time: an address is as secret when custody has ended. */
  readonly everGuardians?: readonly PersonState[];
  /** Answers of entries of the akt that are kept from somebody by name. */
  readonly hiddenEntries?: readonly Answers[];
  /** Answers of the reports of every matter of the akt, by report. */
  readonly reports: ReadonlyMap<Uuid, Answers>;
  /** Those of them that were corrected, as they were first written. */
  readonly firstReports?: readonly (readonly [Uuid, Answers])[];
  /** The decision it is about. */
  readonly decision?: Answers;
  /** Answers of the events that the child's version tells of. */
  readonly answersOf: AnswersOf;
  readonly now: Instant;
}

/** A letter ready to be written: who gets it, what its fields say, and what must not stand in it. */
export interface LetterPrintFacts {
  readonly id: Uuid;
  readonly letter: Letter;
  readonly recipient: LetterRecipient;
  readonly name: string;
  /** Lines of the address; none where nothing goes to an address. */
  readonly address: readonly string[];
  readonly fields: LetterFacts;
  /** What each picture of `child-picture` shows, for who does not see it. */
  readonly pictureWords: ReadonlyMap<string, string>;
  /** What goes with it, in words for the recipient. */
  readonly enclosures: readonly (Enclosure & { readonly label: string })[];
  /** The file of the child's own picture. */
  readonly drawing?: Uuid;
  readonly law: ReadonlyMap<string, Text>;
  readonly board: { readonly name: string; readonly synthetic: boolean };
  readonly sender: readonly string[];
  /** What the matter is called by; none in what is written for a child. */
  readonly matterNumber?: string;
  readonly at: Instant;
  /** Names and contacts of reporters that this recipient must not learn. */
  readonly reporterNames: readonly string[];
  /** What they are to the family, where they are shielded. */
  readonly reporterRelations?: readonly string[];
  /** Protected addresses and numbers of others. */
  readonly details: readonly string[];
  /** What entries say that is kept from the recipient. */
  readonly hidden?: readonly string[];
}
