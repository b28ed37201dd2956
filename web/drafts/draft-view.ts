import type { AnswerItem, Answers, AnswerValue } from "../../src/domain/event.ts";
import { answersOf, asAnswer, conflictAt, type LocalFields, shownValue } from "./draft-values.ts";

/** The fields of a form while they are written, each by itself. */
export interface LiveFields {
  /** Tells when a field has changed, by its path, or anything in a list, by the list's name. */
  readonly subscribe: (path: string, listener: () => void) => () => void;
  /** The answer of a field, or a whole list; the same object until it changes. */
  readonly valueAt: (path: string) => AnswerValue | undefined;
  /** Somebody else's text that stands beside one's own. */
  readonly otherAt: (path: string) => unknown;
  /** Who else writes there just now. */
  readonly writerAt: (path: string) => string | undefined;
}

/**
 * The rest of the page hears of what is typed in a text when the keys have rested this long: longer than between the
 * letters of whoever seeks them, who would else draw the whole page for each.
 */
const settleMs = 500;

/**
 * What the parts of a page see of a draft. A field sees its own answer at once; whoever reads the whole of it
 * gets it when the writer rests, and all that is as it was keeps its identity: a key costs the same in a large
 * document as in a small one.
 */
export class DraftView implements LiveFields {
  readonly #fields: LocalFields;
  readonly #listeners = new Map<string, Set<() => void>>();
  /** Fields and lists that have changed since the answers were made. */
  readonly #stale = new Set<string>();
  #latest: Answers = {};
  #settled: Answers = {};
  #writers: ReadonlyMap<string, string> = new Map();

  readonly #whenSettled: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(fields: LocalFields, whenSettled: () => void) {
    this.#fields = fields;
    this.#whenSettled = whenSettled;
  }

  readonly subscribe = (path: string, listener: () => void): (() => void) => {
    const listeners = this.#listeners.get(path) ?? new Set();
    this.#listeners.set(path, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(path) === listeners) {
        this.#listeners.delete(path);
      }
    };
  };

  readonly valueAt = (path: string): AnswerValue | undefined => {
    const field = this.#fields.get(path);
    if (field !== undefined || path.includes("/")) return asAnswer(shownValue(field));
    this.#refresh(path);
    return this.#latest[path];
  };

  readonly otherAt = (path: string): unknown => conflictAt(this.#fields.get(path));

  readonly writerAt = (path: string): string | undefined => this.#writers.get(path);

  /** The answers when the writer last rested. */
  readonly settled = (): Answers => this.#settled;

  /** The answers as they are this moment. */
  readonly latest = (): Answers => {
    for (const name of this.#stale) this.#refresh(name);
    return this.#latest;
  };

  /** Something was typed, saved or heard at these paths. */
  readonly changed = (paths: Iterable<string>): void => {
    const told = new Set<string>();
    for (const path of paths) {
      this.#stale.add(nameOf(path));
      told.add(path).add(nameOf(path));
    }
    this.#tell(told);
  };

  /** Shows the whole as it is this moment, and says so where anything in it is new. */
  readonly settle = (): void => {
    this.#rest();
    const before = this.#settled;
    this.#settled = this.latest();
    if (this.#settled !== before) this.#whenSettled();
  };

  /** Shows the whole when the keys rest. */
  readonly settleSoon = (): void => {
    this.#rest();
    this.#timer = setTimeout(this.settle, settleMs);
  };

  /** Shows the whole now, or, while somebody types, when the keys rest. */
  readonly settleAtRest = (): void => {
    if (this.#timer === undefined) this.settle();
  };

  /** As `changed`, and the whole is shown with what is said next. */
  readonly show = (paths: Iterable<string>): void => {
    this.changed(paths);
    this.#settled = this.latest();
  };

  /**
   * Others have written in these fields, and are writing there. Each field hears of it now, and the whole with what is
   * said next; while somebody types, when the keys rest.
   */
  readonly heard = (
    fields: readonly { readonly path: string }[],
    writers: ReadonlyMap<string, string>,
  ): void => {
    const before = this.#writers;
    this.#writers = writers;
    this.changed(fields.map(({ path }) => path));
    if (this.#timer === undefined) this.#settled = this.latest();
    const about = new Set([...before.keys(), ...writers.keys()]);
    this.#tell([...about].filter((path) => before.get(path) !== writers.get(path)));
  };

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tell(paths: Iterable<string>): void {
    for (const path of paths) {
      for (const listener of this.#listeners.get(path) ?? []) listener();
    }
  }

  #refresh(name: string): void {
    if (!this.#stale.delete(name)) return;
    const own = new Map([...this.#fields].filter(([path]) => nameOf(path) === name));
    const before = this.#latest[name];
    const after = shared(before, answersOf(own)[name]);
    if (after === before) return;
    const { [name]: _before, ...rest } = this.#latest;
    this.#latest = after === undefined ? rest : { ...rest, [name]: after };
  }
}

/** The field or the list a path belongs to. */
function nameOf(path: string): string {
  const end = path.indexOf("/");
  return end === -1 ? path : path.slice(0, end);
}

/** What is as it was, as the object it was. */
function shared(
  before: AnswerValue | undefined,
  after: AnswerValue | undefined,
): AnswerValue | undefined {
  if (isSame(before, after)) return before;
  if (!isList(before) || !isList(after)) return after;
  const items = new Map(before.map((item) => [item.id, item]));
  return after.map((item) => {
    const earlier = items.get(item.id);
    return isSameItem(item, earlier) ? (earlier ?? item) : item;
  });
}

function isList(value: AnswerValue | undefined): value is readonly AnswerItem[] {
  return Array.isArray(value) && value.every((each) => typeof each === "object");
}

function isSame(one: AnswerValue | undefined, other: AnswerValue | undefined): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  if (isList(one) && isList(other)) return one.every((item, at) => isSameItem(item, other[at]));
  return one.every((code, at) => code === other[at]);
}

function isSameItem(one: AnswerItem, other: AnswerItem | undefined): boolean {
  const names = Object.keys(one);
  return (
    other !== undefined &&
    names.length === Object.keys(other).length &&
    names.every((name) => isSame(one[name], other[name]))
  );
}
