import type { MarkState } from "../domain/akt-state.ts";
import type { Answers } from "../domain/event.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { PrintSpec } from "./print-spec.ts";

/** The board that sends the document, and the unit to ask. */
export interface BoardFacts {
  readonly name: string;
  readonly unit?: string;
  readonly phone?: string;
  /** A synthetic board is marked on every page for ever. */
  readonly synthetic: boolean;
}

/** A person a document speaks of or is signed by. */
export interface PersonName {
  readonly name: string;
  /** Title or relation: "socialsekreterare", "vårdnadshavare". */
  readonly role?: string;
  readonly phone?: string;
}

/** A party of the matter, who may get a copy. */
export interface PartyFacts {
  readonly person: Uuid;
  readonly kind: "child" | "guardian" | "provider" | "other";
  readonly name: string;
  /** Code of codelist `visible-to`: decides which of the child's words the party may read. */
  readonly audience: string;
}

export interface ChildFacts {
  readonly person: Uuid;
  readonly givenName: string;
  readonly fullName: string;
  /** On the day of the version; absent where no birth date is known. */
  readonly age?: number;
  /** Identity number as printed; absent where it is not to be shown. */
  readonly number?: string;
  /** Protected personal data of any level: no number reaches a copy for somebody outside. */
  readonly protected: boolean;
}

/** The version that is printed. */
export interface VersionFacts {
  readonly document: Uuid;
  readonly version: number;
  /** `fixed` is the version the parties read before the decision. */
  readonly status: "fixed" | "signed";
  /** When it was fixed, signed or decided. */
  readonly at: Instant;
  /** SHA-256 of the canonical content, in hex. */
  readonly contentHash: string;
  /** The number of the latest correction of it. */
  readonly corrected?: number;
}

/** Something the child has said in a talk, with the codes of those who may read it. */
export interface SpokenWords {
  readonly text: string;
  readonly visibleTo: readonly string[];
}

/**
 * A text that must not reach a recipient: the name, workplace or contact of a shielded reporter, what the reporter
 * is to the family where a text speaks of reporting, a protected
 * address, telephone or school, what an entry says that is kept from somebody by name. `towards` lists the persons; absent means every party.
 */
export interface SecretText {
  readonly kind: "reporter" | "reporter-relation" | "protected-detail" | "hidden-text";
  readonly text: string;
  readonly towards?: readonly Uuid[];
}

/** An objection to the document: in whose words, and to which part of it. */
export interface ObjectionFacts {
  readonly seq: number;
  readonly on: PlainDate;
  readonly by: readonly Uuid[];
  readonly text: string;
  readonly item?: Uuid;
  readonly field?: string;
  readonly hiddenFrom: readonly Uuid[];
}

/** An entry of the record that a text cites, as it counts now. */
export interface CitedEntry {
  readonly type: string;
  readonly on: PlainDate;
  readonly author: string;
  /** Its answers, and the content where it is a version of a document. */
  readonly data: Answers;
  readonly content?: Answers;
  /** It was corrected, undone or moved to another akt since, on a day. */
  readonly mark?: { readonly kind: MarkState["kind"]; readonly on: PlainDate };
}

/** Everything a print is made from, read by the caller; nothing is looked up while building. */
export interface PrintFacts {
  readonly content: Answers;
  /** Id of its document in the specification, where that is not said by the kind of print. */
  readonly document?: string;
  readonly spec: PrintSpec;
  readonly board: BoardFacts;
  readonly version: VersionFacts;
  /** What the matter is called by; absent where it has no number. */
  readonly matterNumber?: string;
  readonly child: ChildFacts;
  readonly parties: readonly PartyFacts[];
  /** Names of everybody the content refers to by id. */
  readonly people: ReadonlyMap<string, PersonName>;
  /** Who wrote and signed, or put the decision on file. */
  readonly author: PersonName;
  readonly reporterShielded: boolean;
  readonly spoken: readonly SpokenWords[];
  readonly secrets: readonly SecretText[];
  readonly objections?: readonly ObjectionFacts[];
  /** The entries of the matter that the texts cite, by their number. */
  readonly cited?: ReadonlyMap<number, CitedEntry>;
  /** The day of arrival of each document that may be cited. */
  readonly received?: ReadonlyMap<string, PlainDate>;
  /** The day of each answer of the child that may be cited. */
  readonly answers?: ReadonlyMap<string, PlainDate>;
}

export interface BasisFacts extends PrintFacts {
  readonly kind: "basis";
  /** Last day to comment, by party, where one has been set. */
  readonly answerBy: ReadonlyMap<Uuid, PlainDate>;
  /** Law texts about the right to comment, for a version that is not signed. */
  readonly rights: readonly string[];
}

export interface DecisionFacts extends PrintFacts {
  readonly kind: "decision";
  readonly appeal: AppealFacts;
}

/** How a decision can be tried, from the appeal table of the law that held on the day. */
export interface AppealFacts {
  readonly appealable: "appeal" | "not" | "legality-review";
  /** In words for the reader, from the law texts. */
  readonly text: string;
  /** Section and act, as printed for people. */
  readonly section?: string;
}

/** A document of a measure: the assignment, a plan, a follow-up. */
export interface EntryFacts extends PrintFacts {
  readonly kind: "entry";
  /** Id of the document in the specification. */
  readonly document: string;
  readonly title: string;
}

export type AnyFacts = BasisFacts | DecisionFacts | EntryFacts;
