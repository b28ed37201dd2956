import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { ProblemShape } from "../../src/contract/shapes.ts";
import type { AnswerItem, Answers, AnswerValue } from "../../src/domain/event.ts";
import type { ChoiceOf, Pack } from "../../src/spec/types.ts";
import type { LiveFields } from "../drafts/draft-view.ts";
import type { Choice } from "./fields/choice-field.tsx";

/** What a field with `choiceOf` chooses from. */
export type KnownItems = Readonly<Record<ChoiceOf, readonly Choice[]>>;

/** What every field of a form needs besides its value. It stays the same while somebody types. */
export interface FormContextValue {
  readonly pack: Pack;
  readonly today: string;
  /** People of the matter: the child, guardians, others; and staff where a field asks for a decider. */
  readonly persons: readonly Choice[];
  /** Those of them who are guardians. */
  readonly guardians: readonly Choice[];
  readonly staff: readonly Choice[];
  readonly problems: readonly ProblemShape[];
  /** Beginning of the pointers of this form's problems, for example `/data`. */
  readonly pointer: string;
  /** Tells the controls of this form from those of another on the same page; empty where there is one form. */
  readonly scope: string;
  /** Items that were taken away while somebody wrote in them, by the path of their place. */
  readonly takenAway?: ReadonlyMap<string, AnswerItem>;
  /** The fields of the draft, each by itself; undefined where nothing is kept. */
  readonly live: LiveFields | undefined;
  readonly set: (path: string, value: unknown) => void;
  /** As `set`, for text a key at a time: the rest of the page may hear of it later. */
  readonly type: (path: string, value: unknown) => void;
  readonly choose: (path: string, value: unknown) => void;
  readonly addItem: (list: string, values?: Readonly<Record<string, unknown>>) => string;
  readonly removeItem: (list: string, id: string) => void;
  /** The draft it is written in; undefined where nothing is kept. */
  readonly draftId?: () => string;
  /** Needs and goals that a field may name: written in this form, or in an earlier document of the matter. */
  readonly known: KnownItems;
  /** Fields that the page shows in another way. */
  readonly hidden: readonly string[];
}

export const FormContext = createContext<FormContextValue | undefined>(undefined);

/** The form around a field. */
export function useForm(): FormContextValue {
  const value = useContext(FormContext);
  if (value === undefined) throw new Error("a field stands in a form");
  return value;
}

export const AnswersContext = createContext<Answers | undefined>(undefined);

/**
 * All answers of the form around, as they were when the writer last rested. Whoever uses them is drawn anew for
 * each change of any of them: a field has `useAnswer`.
 */
export function useAnswers(): Answers {
  const value = useContext(AnswersContext);
  if (value === undefined) throw new Error("answers stand in a form");
  return value;
}

/** The answer at a path this moment, or a whole list by its name; where no draft is kept, what is given. */
export function useAnswer<T>(path: string, given: T): AnswerValue | T {
  const { live } = useForm();
  const now = (): AnswerValue | T => live?.valueAt(path) ?? given;
  return useSyncExternalStore(useLiveAt(path), now, now);
}

const unchanging = (): void => undefined;

/** Subscribes to a path of the form's draft. */
export function useLiveAt(path: string): (listener: () => void) => () => void {
  const { live } = useForm();
  return useCallback(
    (listener: () => void) => live?.subscribe(path, listener) ?? unchanging,
    [live, path],
  );
}

/** The problems that point at one place of the form. */
export function problemsAt(form: FormContextValue, place: string): readonly ProblemShape[] {
  const full = `${form.pointer}${place}`;
  return form.problems.filter((found) => found.pointer === full);
}

/** The id of the control of a path: what the error summary links to. */
export function controlId(path: string, scope = ""): string {
  return `f-${scope}${path.replaceAll("/", "-")}`;
}
