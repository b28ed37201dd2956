/** One changed field on its way to the server. */
export interface Change {
  readonly path: string;
  /** The revision it was written over. */
  readonly base: number;
  readonly value: unknown;
  readonly changeId: string;
  /** The change of this writer that it was typed over, sent before without an answer. */
  readonly over?: string;
  /** Chosen between two texts that stood against each other. */
  readonly choose?: boolean;
  /** When an item is taken away: the revision of each of its fields, or this writer's own change of it. */
  readonly seen?: Readonly<Record<string, number | string>>;
}

/** What a draft is about, as it is opened. */
export interface DraftTarget {
  readonly draft: string;
  readonly document: string;
  readonly akt?: string;
  readonly matter?: string;
  /** Nothing is stored under it yet: it is made when the first thing is typed, not when the page is opened. */
  readonly fresh?: boolean;
  /** What the draft is about: a person where there is no akt yet, one of several measures of a matter. */
  readonly item?: string;
}

/** The document of a copy that no draft has: words of a form that were not sent. */
export const UNSENT = "unsent";

/** What has been typed in one draft and is not known to be on the server. */
export interface UnsavedDraft {
  readonly target: DraftTarget;
  /** The draft's id on the server; undefined while the server has not opened it. */
  readonly opened?: string;
  /** When the draft that was opened was begun: a later one may have its id. */
  readonly begun?: string;
  readonly changes: readonly Change[];
}

/** One open form whose text is kept. */
export interface Writer {
  readonly key: string;
  /** Undefined when the server has all of it. */
  readonly unsaved: () => UnsavedDraft | undefined;
  /** Copies left by others that this one has taken over; they go when it is saved. */
  readonly adopted: () => readonly string[];
}

/** A copy that nobody has open any more. */
export interface LeftCopy {
  readonly key: string;
  readonly draft: UnsavedDraft;
}

/** What a draft asks of the copies. */
export interface DraftCopies {
  /** Something was typed or saved. */
  readonly changed: (writer: Writer) => void;
  /** Takes over the copies that no open form holds and that are of the asker's draft. */
  readonly take: (isMine: (draft: UnsavedDraft) => boolean) => Promise<readonly LeftCopy[]>;
}
