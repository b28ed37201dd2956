/** How long somebody goes on writing whose text has lost the focus, after the last letter (milliseconds). */
const GOES_ON = 2000;

/** Whoever presses these leaves the text, or is done with it. */
const leaving = new Set(["Tab", "Escape", "Enter"]);

/** A key as it is heard before anything else. */
export interface HeardKey {
  readonly key: string;
  /** With Ctrl, Cmd or Alt: never a letter. */
  readonly held: boolean;
  readonly inText: boolean;
  /** When (milliseconds from any point). */
  readonly at: number;
}

/**
 * Whether somebody is in the middle of a word though no text has the focus: the page may have taken it away, and
 * the letters that follow are then no commands. Whoever leaves the text, by key or pointer, is not writing.
 */
export function stillWriting() {
  let last: number | undefined;
  const goesOn = (at: number): boolean => last !== undefined && at - last < GOES_ON;
  return {
    goesOn,
    heard: ({ key, held, inText, at }: HeardKey): void => {
      if (inText && key === "Enter") last = at;
      else if (leaving.has(key)) last = undefined;
      else if (key.length === 1 && !held && (inText || goesOn(at))) last = at;
    },
    left: (): void => {
      last = undefined;
    },
  };
}
