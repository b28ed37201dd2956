import { useMemo, useState, useSyncExternalStore } from "react";
import type { AnswerItem, Answers, AnswerValue } from "../../src/domain/event.ts";
import { externalStore } from "../api/external-store.ts";
import { keptWords } from "../drafts/kept-words.ts";
import { asWritten, type Written } from "../drafts/written.ts";
import { itemsIn } from "./items-in.ts";
import type { FormHandle } from "./spec-form.tsx";

type Open = Readonly<Record<string, unknown>>;

/**
 * Answers of a form that no draft keeps: those it began with, and what has been changed since, which is there again
 * when the form is opened again at the same place.
 */
export function useLocalAnswers(
  initial: Answers,
  place: string,
): FormHandle & {
  /** What differs from the beginning, to be sent. */
  readonly changed: Written;
  /** They are sent, or given up. */
  readonly forget: () => void;
} {
  const [kept] = useState(() => externalStore<Open>({ ...initial, ...keptWords.read(place) }));
  const answers = useSyncExternalStore(kept.subscribe, kept.get, kept.get);
  const changes = useMemo(() => {
    const change = (how: (before: Open) => Open): void => {
      kept.set(how(kept.get()));
      keptWords.put(place, changedSince(initial, kept.get()));
    };
    const set = (path: string, value: unknown): void =>
      change((before) => withValue(before, path, value));
    return {
      set,
      choose: set,
      addItem: (list: string, values: Readonly<Record<string, unknown>> = {}) => {
        const id = crypto.randomUUID();
        change((before) => ({
          ...before,
          [list]: [...itemsIn(before[list]), { ...values, id }],
        }));
        return id;
      },
      removeItem: (list: string, id: string) =>
        change((before) => ({
          ...before,
          [list]: itemsIn(before[list]).filter((item) => item.id !== id),
        })),
    };
  }, [kept, initial, place]);
  return useMemo(
    () => ({
      ...changes,
      answers: parseOpen(answers),
      changed: asWritten(() => changedSince(initial, kept.get())),
      forget: () => keptWords.put(place),
    }),
    [initial, place, answers, changes, kept],
  );
}

/** A form sets a field, or a field of an item of a list: `list/<item>/<field>`. */
function withValue(before: Open, path: string, value: unknown): Open {
  const [field = "", id, inner] = path.split("/");
  if (id === undefined || inner === undefined) return { ...before, [field]: value };
  const items = itemsIn(before[field]).map((item) =>
    item.id === id ? { ...item, [inner]: value } : item,
  );
  return { ...before, [field]: items };
}

/** What differs from the beginning; what was emptied is an empty text, which takes an answer out. */
export function changedSince(initial: Answers, answers: Open): Answers {
  const changed = Object.entries(answers).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(initial[field]),
  );
  return parseOpen(Object.fromEntries(changed));
}

function parseOpen(answers: Open): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([field, value]) => [field, parseValue(value)]),
  );
}

function parseValue(value: unknown): AnswerValue {
  if (value === null || value === undefined) return "";
  if (!Array.isArray(value)) return value as AnswerValue;
  return value.map((each: unknown) =>
    typeof each === "object" && each !== null ? parseItem(each as AnswerItem) : each,
  ) as AnswerValue;
}

function parseItem({ id, ...fields }: AnswerItem): AnswerItem {
  const entries = Object.entries(fields).map(([field, value]) => [field, parseValue(value)]);
  return { ...Object.fromEntries(entries), id } as AnswerItem;
}
