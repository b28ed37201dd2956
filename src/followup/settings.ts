/** What follow-up needs to know beside the pack: limits, bands and which codes stand for what. */
export interface FollowupSettings {
  /** Counts under this are marked small inside the unit. */
  readonly smallNumber: number;
  /** Under this age in years a talk with the child is an observation. */
  readonly observationBelowAge: number;
  /** Kinds of relation that make somebody a guardian of the child. */
  readonly guardianRelations: readonly string[];
  readonly siblingRelations: readonly string[];
  /** Known before: a matter that ended within this many months counts as recent. */
  readonly knownWithinMonths: number;
  readonly ageBands: readonly AgeBand[];
  /** Consultation variable to the informants it counts. */
  readonly consultations: Readonly<Record<string, readonly string[]>>;
}

/** Ages `from` to `to`, both included, and the code they are counted as. */
export interface AgeBand {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}
