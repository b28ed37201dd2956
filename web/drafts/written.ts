import type { Answers } from "../../src/domain/event.ts";

const mark: unique symbol = Symbol("written");

/** What is written in a form, for whoever sends it: read when it is sent, not when the page last showed it. */
export interface Written {
  /** The answers as they stand at the moment of the call. */
  readonly answers: () => Answers;
  /** Nothing but this file makes one: what a page shows of a form can lag behind what is typed in it. */
  readonly [mark]: true;
}

/** A draft about to be sent. */
export interface WrittenDraft extends Written {
  /** Whether the server has all of it: what it has not would be missing in what is signed. */
  readonly stored: boolean;
  /** The id the server keeps it under. */
  readonly draft: string;
}

/** For whoever keeps answers: gives those of this moment. */
export function asWritten(answers: () => Answers): Written {
  return { answers, [mark]: true };
}

interface Kept {
  readonly flush: () => Promise<boolean>;
  readonly draftId: () => string;
  readonly view: { readonly latest: () => Answers; readonly settle: () => void };
}

/**
 * Has everything stored that is typed in a draft, and gives what can be sent of it. Every form sends by this: what
 * a page shows settles a moment after the keys, and a form that sent that would leave the last words out.
 */
export async function writtenIn({ flush, draftId, view }: Kept): Promise<WrittenDraft> {
  view.settle();
  const stored = await flush();
  return { ...asWritten(view.latest), stored, draft: draftId() };
}
