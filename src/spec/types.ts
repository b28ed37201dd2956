import type { Expression } from "../kernel/expression/types.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Beside } from "./beside-types.ts";
import type { Instrument } from "./instrument-types.ts";
import type { Letters } from "./letter-types.ts";
import type { CodeMap } from "./map-types.ts";
import type { RecordingRule } from "./recording-types.ts";

/** Words in both languages of the program. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

export type Lang = keyof Text;

/** A version of the specification: everything a form, a print, a check or a table is read from. Plain JSON. */
export interface Pack {
  readonly manifest: Manifest;
  readonly sides: readonly Side[];
  readonly areas: readonly Area[];
  readonly factors: readonly Factor[];
  readonly documents: Readonly<Record<string, DocumentSpec>>;
  /** With `area` and `factor`, which are made from the areas and the factors. */
  readonly codelists: Readonly<Record<string, Codelist>>;
  /** In order of id. */
  readonly variables: readonly Variable[];
  readonly process: Process;
  readonly letters: Letters;
  /** Who may record what; every kind of act stands in exactly one rule. */
  readonly recording: readonly RecordingRule[];
  readonly instruments: readonly Instrument[];
  /** Guidance of questions and sections, and which questions of other documents ask the same. */
  readonly beside: readonly Beside[];
  readonly texts: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
  /** What became of codes of the version before; empty in a pack that extends nothing. */
  readonly maps: readonly CodeMap[];
}

export interface Manifest {
  readonly id: string;
  readonly version: string;
  /** `<id>/<version>` of the pack this one changes, or null. */
  readonly extends: string | null;
  readonly name: Text;
  readonly validFrom: PlainDate;
  readonly licence: string;
  /**
   * How the readable number of a matter is written, with `{year}` and `{serial:6}` (digits at least, filled up with
   * noughts); absent where matters have none.
   */
  readonly matterNumber?: string;
  readonly source: Text;
}

export interface Side {
  readonly id: string;
  readonly name: Text;
}

/** One of the twelve areas. `perCarer`: written for each adult who cares for the child. */
export interface Area {
  readonly id: string;
  readonly side: string;
  readonly name: Text;
  readonly help: Text;
  readonly perCarer?: boolean;
}

export const FACTOR_KINDS = ["protective", "risk"] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** Age groups of factors: a = 0-2, b = 3-5, c = 6-12, d = 13-20 years. */
export const FACTOR_AGES = ["a", "b", "c", "d"] as const;
export type FactorAge = (typeof FACTOR_AGES)[number];

/** A protective or risk factor of an area; without `ages` it holds for every age. */
export interface Factor {
  readonly id: string;
  readonly area: string;
  readonly kind: FactorKind;
  readonly label: Text;
  readonly ages?: readonly FactorAge[];
}

export const DOCUMENT_KINDS = ["act", "document", "living"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document or an act: what is asked, in which order and in which words. */
export interface DocumentSpec {
  readonly id: string;
  readonly code: string;
  readonly name: Text;
  /** Id of a process step. */
  readonly phase: string;
  readonly kind: DocumentKind;
  /** What its conditions may ask besides the answers; given by the one who checks the answers. */
  readonly facts?: readonly DocumentFact[];
  /** Its texts may cite: the sections of the document `sources` stand last in it. */
  readonly cites?: boolean;
  readonly sections: readonly Section[];
}

export interface DocumentFact {
  readonly id: string;
  readonly type: "yesno" | "integer";
  readonly label: Text;
}

export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly help?: Text;
  /** Its lists are shown area by area. */
  readonly perArea?: boolean;
  readonly visibleWhen?: Expression;
  readonly fields: readonly Field[];
}

export const FIELD_TYPES = [
  "text",
  "longtext",
  "date",
  "datetime",
  "yesno",
  "integer",
  "code",
  "codes",
  "person",
  "persons",
  "list",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Decides who may see a field, in every view and copy. */
export const FIELD_CLASSES = [
  "narrative",
  "coded",
  "identity",
  "contact",
  "reporter",
  "health",
] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** What of the matter a field refers to by its id. */
export type ChoiceOf = "need" | "goal" | "received" | "picture";

export const REQUIREMENT_LEVELS = ["law", "follow-up", "practice"] as const;
export type RequirementLevel = (typeof REQUIREMENT_LEVELS)[number];

/** For which purpose an answer is demanded; without `when` always. `rule` is a rule of the law reference. */
export interface Requirement {
  readonly level: RequirementLevel;
  readonly when?: Expression;
  readonly rule?: string;
}

export interface Field {
  readonly id: string;
  readonly label: Text;
  readonly help?: Text;
  readonly type: FieldType;
  readonly codelist?: string;
  readonly required?: Requirement;
  readonly visibleWhen?: Expression;
  readonly class: FieldClass;
  /** The follow-up variable that the answer gives. */
  readonly variable?: string;
  /** False: never on paper. */
  readonly print?: boolean;
  /** Fields of an item, for type list. */
  readonly items?: readonly Field[];
  /** The answer is the id of a need, a goal, a received document or a picture among those of the matter: chosen, never written. */
  readonly choiceOf?: ChoiceOf;
  /** Most items or codes. */
  readonly max?: number;
}

export interface Codelist {
  readonly id: string;
  readonly name: Text;
  readonly source?: Text;
  readonly groups?: readonly CodeGroup[];
  readonly codes: readonly Code[];
}

export interface CodeGroup {
  readonly id: string;
  readonly label: Text;
}

export interface Code {
  readonly id: string;
  readonly label: Text;
  readonly group?: string;
  /** Short name, for example of a section of law. */
  readonly short?: string;
  readonly help?: Text;
  /** Other words that mean this code, in Swedish. */
  readonly legacy?: readonly string[];
  /** Cannot be chosen together with another code of a set ("none"). */
  readonly exclusive?: boolean;
  /** May be chosen from this day on. */
  readonly validFrom?: PlainDate;
  /** May be chosen up to and including this day. */
  readonly validTo?: PlainDate;
}

/** The row a variable stands on; `background` is copied to every row. */
export const VARIABLE_ROWS = [
  "background",
  "akt",
  "utr",
  "bes",
  "gen",
  "fol",
  "avs",
  "goal",
] as const;
export type VariableRow = (typeof VARIABLE_ROWS)[number];

/** Where the value is kept: on the row itself, one row a guardian, or one row a chosen code. */
export type VariableGrain = VariableRow | "guardian" | "choice";

export const VALUE_TYPES = [
  "code",
  "codes",
  "integer",
  "days",
  "date",
  "datetime",
  "yesno",
] as const;
export type ValueType = (typeof VALUE_TYPES)[number];
export type VariableType = ValueType | "perGuardian";

export const VARIABLE_STATUSES = ["named-elsewhere", "other-national", "own"] as const;
export type VariableStatus = (typeof VARIABLE_STATUSES)[number];

/** A variable of systematic follow-up. Its meaning never changes; another meaning is another id. */
export interface Variable {
  readonly id: string;
  readonly row: VariableRow;
  readonly grain: VariableGrain;
  readonly column: string;
  readonly step: string;
  readonly area: string;
  readonly label: Text;
  readonly definition: Text;
  readonly guidance?: Text;
  readonly type: VariableType;
  /** Type of one guardian's value, for perGuardian. */
  readonly valueType?: ValueType;
  readonly codelist?: string;
  /** Only codes of this group of the codelist. */
  readonly codeGroup?: string;
  /** Values that belong to it and have columns of their own (the main reason, the days). */
  readonly parts?: readonly VariablePart[];
  readonly derived: boolean;
  readonly starter: boolean;
  readonly status: VariableStatus;
  readonly source: Text;
  readonly available: boolean;
  readonly difficulty?: Text;
  /** False: never leaves the unit. */
  readonly export?: boolean;
  /** Where it must not be shown or used. */
  readonly never?: readonly string[];
}

export interface VariablePart {
  readonly id: string;
  readonly column: string;
  readonly label: Text;
  readonly type: ValueType;
  readonly codelist?: string;
}

export interface Process {
  readonly steps: readonly ProcessStep[];
  readonly acts: readonly ProcessAct[];
}

export type ProcessStep = Side;

/** Something that may be done. `verb` is what the button says. */
export interface ProcessAct {
  readonly id: string;
  readonly step: string;
  readonly name: Text;
  readonly verb: Text;
  readonly document?: string;
}
