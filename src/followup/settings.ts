/** What follow-up needs to know beside the pack: limits, bands and which codes stand for what. */
export interface FollowupSettings {
  /** Counts under this are marked small inside the unit. */
  readonly smallNumber: number;
  readonly outside: OutsideSettings;
  /**
   * Variables that single a child out to whoever knows a little of it, and the groups that stand for them in rows that
   * leave; null: none, they do not leave. For every child: rows in groups for some would show who is protected.
   */
  readonly leavesInGroups: Readonly<Record<string, string | null>>;
  /** Under this age in years a talk with the child is an observation. */
  readonly observationBelowAge: number;
  /** From this age in years the child is a party of its own. */
  readonly ownPartyFromAge: number;
  /** Kinds of relation that make somebody a guardian of the child. */
  readonly guardianRelations: readonly string[];
  readonly siblingRelations: readonly string[];
  /** Known before: a matter that ended within this many months counts as recent. */
  readonly knownWithinMonths: number;
  /** The variables that say how the child took part in a preliminary assessment and in an investigation. */
  readonly heard: { readonly akt: string; readonly utr: string };
  readonly ageBands: readonly AgeBand[];
  /** Consultation variable to the informants it counts. */
  readonly consultations: Readonly<Record<string, readonly string[]>>;
  /** Marks of a report that are no suspicion of violence. */
  readonly noViolence: readonly string[];
  readonly informants: InformantSettings;
  /** The need of a measure that a result of an investigation stands for, where nobody wrote it. */
  readonly needOfResult: Readonly<Record<string, string>>;
  /** The kind of measure that a form of placement is; forms that may be several kinds are left out. */
  readonly measureOfPlacement: Readonly<Record<string, string>>;
  readonly retention: RetentionSettings;
}

/** How long rows are kept, and what of them is counted and kept before they are destroyed. */
export interface RetentionSettings {
  /** Years after the circumstances ended: those of the rule in the law as data, which a test compares. */
  readonly keepYears: number;
  /** Kind of row to the variables whose table of each year is kept. */
  readonly frozen: Readonly<Record<string, readonly string[]>>;
}

/** Who has given information to an investigation, by what is on record. */
export interface InformantSettings {
  /** Kind of reporter, of a report that was linked to the investigation, to informant. */
  readonly ofReporter: Readonly<Record<string, string>>;
  /** Kind of act to informant. */
  readonly ofAct: Readonly<Record<string, string>>;
  /** The informant that a relative or friend is. */
  readonly network: string;
}

/** Ages `from` to `to`, both included, and the code they are counted as. */
export interface AgeBand {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** What may leave the board. */
export interface OutsideSettings {
  /** Counts under this are withheld. */
  readonly least: number;
  /** The others are rounded to whole multiples of this; 1 leaves them as they are. */
  readonly rounding: number;
}
