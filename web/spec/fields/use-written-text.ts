import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { LiveFields } from "../../drafts/draft-view.ts";
import { useForm, useLiveAt } from "../form-context.ts";

/** A text of a form in its box. */
export interface WrittenText {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** What stands in the box to begin with. */
  readonly begins: string;
  /** The text as it is this moment. */
  readonly text: () => string;
  /** The page changes the text: the box and the answer. */
  readonly put: (text: string) => void;
}

/** What hears of a text. */
interface Hears {
  /** Every change. */
  readonly onText?: (text: string) => void;
  /** What is typed in the box, with the text before and where the caret is. */
  readonly onTyped?: (typed: Typed) => void;
}

export interface Typed {
  readonly before: string;
  readonly text: string;
  readonly caret: number;
}

/**
 * The browser itself keeps a text while it is written: a key is told to the draft and draws nothing. Only what
 * comes from elsewhere (another editor, a choice between two texts, something taken back) is put in the box.
 */
export function useWrittenText(path: string, given: unknown, hears: Hears = {}): WrittenText {
  const { live, type, set } = useForm();
  const subscribe = useLiveAt(path);
  const area = useRef<HTMLTextAreaElement>(null);
  const [begins] = useState(() => textNow(live, path, given));
  const known = useRef(begins);
  const told = useRef(hears);
  useEffect(() => {
    told.current = hears;
  });

  const text = useCallback(() => known.current, []);
  const take = useCallback((next: string): boolean => {
    if (next === known.current) return false;
    known.current = next;
    told.current.onText?.(next);
    return true;
  }, []);
  const show = useCallback(
    (next: string) => {
      if (take(next) && area.current !== null) area.current.value = next;
    },
    [take],
  );
  useEffect(() => {
    const look = (): void => show(textNow(live, path, given));
    look();
    return subscribe(look);
  }, [live, path, given, subscribe, show]);

  useOwnInput(area, (box) => {
    const before = known.current;
    take(box.value);
    type(path, box.value);
    told.current.onTyped?.({ before, text: box.value, caret: box.selectionStart });
  });
  const put = useCallback(
    (next: string) => {
      show(next);
      set(path, next);
    },
    [show, set, path],
  );
  return { area, begins, text, put };
}

/**
 * Hears of what is typed in a box, and keeps it from React: for every letter React writes the text the box began with
 * into the document anew, and the browser then looks through the page for what that changes.
 */
function useOwnInput(
  area: RefObject<HTMLTextAreaElement | null>,
  onInput: (box: HTMLTextAreaElement) => void,
): void {
  const latest = useRef(onInput);
  useEffect(() => {
    latest.current = onInput;
  });
  useEffect(() => {
    const box = area.current;
    if (box === null) return undefined;
    const heard = (event: Event): void => {
      event.stopPropagation();
      latest.current(box);
    };
    box.addEventListener("input", heard);
    return () => box.removeEventListener("input", heard);
  }, [area]);
}

/** The text at a path of a draft; what is given where it has none. */
export function textNow(live: LiveFields | undefined, path: string, given: unknown): string {
  const value = live?.valueAt(path) ?? given;
  return typeof value === "string" ? value : "";
}
