/** A draft that is open in somebody's browser. */
export interface OpenDraftPlan {
  readonly draft: string;
  readonly cookie: string;
  /** Of a colleague who may write in it too. */
  readonly colleague?: string;
}

/**
 * Autosave as it comes in from many at work. It is an open loop: requests are sent when the clock says so, whether
 * or not those before are answered, and a request that finds no free connection waits; its time counts from the
 * moment it should have been sent.
 */
export interface SavePlan {
  readonly port: number;
  readonly connections: number;
  readonly drafts: readonly OpenDraftPlan[];
  /** Fields that are written in, each with the text it begins with; every draft has them, saved once. */
  readonly fields: readonly { readonly path: string; readonly text: string }[];
  readonly savesASecond: number;
  /** Drafts with a colleague are written in by both in turn. */
  readonly inCompany: boolean;
  /** Looks at what others have written, beside the saves. */
  readonly looksASecond: number;
  readonly seconds: number;
  /** What is still not answered so long after the last arrival counts as failed. */
  readonly patienceMs: number;
}

/** What one field of one draft must hold, by what was acknowledged. */
export interface HeldField {
  readonly draft: string;
  readonly path: string;
  /** The text of the save acknowledged that was sent last. */
  readonly text: string;
  /** How many saves of it were acknowledged since it was made. */
  readonly saves: number;
}

/** What a round gave. Times are in milliseconds from the intended arrival to the last byte. */
export interface SaveReport {
  readonly saveTimes: readonly number[];
  readonly lookTimes: readonly number[];
  readonly failed: number;
  readonly firstFailure: string | undefined;
  /** Every field that was written in since the process of the clients began. */
  readonly held: readonly HeldField[];
  /** From the first intended arrival to the last answer. */
  readonly seconds: number;
  /** Processor time of the clients themselves. */
  readonly processorMs: number;
}
