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
  /** Somebody has typed in the box. */
  readonly write: (text: string) => void;
  /** The page changes the text: the box and the answer. */
  readonly put: (text: string) => void;
}

/**
 * The browser itself keeps a text while it is written: a key is told to the draft and draws nothing. Only what
 * comes from elsewhere (another editor, a choice between two texts, something taken back) is put in the box.
 * `onText` hears of every change.
 */
export function useWrittenText(
  path: string,
  given: unknown,
  onText?: (text: string) => void,
): WrittenText {
  const { live, type, set } = useForm();
  const subscribe = useLiveAt(path);
  const area = useRef<HTMLTextAreaElement>(null);
  const [begins] = useState(() => textNow(live, path, given));
  const known = useRef(begins);
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  });

  const text = useCallback(() => known.current, []);
  const take = useCallback((next: string): boolean => {
    if (next === known.current) return false;
    known.current = next;
    told.current?.(next);
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

  const write = useCallback(
    (next: string) => {
      take(next);
      type(path, next);
    },
    [take, type, path],
  );
  const put = useCallback(
    (next: string) => {
      show(next);
      set(path, next);
    },
    [show, set, path],
  );
  return { area, begins, text, write, put };
}

/** The text at a path of a draft; what is given where it has none. */
export function textNow(live: LiveFields | undefined, path: string, given: unknown): string {
  const value = live?.valueAt(path) ?? given;
  return typeof value === "string" ? value : "";
}
