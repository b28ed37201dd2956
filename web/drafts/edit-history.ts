import { joined, reversed, type Splice, spliceOf, taken } from "./text-splice.ts";

/** A draft as its history sees it. */
export interface EditedDraft {
  readonly read: (path: string) => unknown;
  readonly write: (path: string, value: unknown) => void;
}

/** How changes of a field become steps: words of a text, what was typed without a pause, or each by itself. */
export type Grouping = "words" | "pause" | "each";

/** Where on the page a change was made. */
export interface Place {
  readonly id: string;
  /** Which of the controls within it; undefined where it was a button. */
  readonly nth: number | undefined;
}

interface Edit {
  readonly path: string;
  /** Of a text only the words that changed are kept. */
  readonly change: Splice | { readonly before: unknown; readonly after: unknown };
}

/** What is taken back at once. */
interface Step {
  readonly draft: EditedDraft;
  readonly edits: readonly Edit[];
  readonly place: Place | undefined;
  readonly at: number;
}

/** What came of taking a step back or doing it anew. */
export type Undone =
  | { readonly kind: "nothing" }
  /** Somebody else has changed the field since: their text stands, and the step is gone. */
  | { readonly kind: "others" }
  | {
      readonly kind: "done";
      readonly path: string;
      readonly place: Place | undefined;
      /** Of a text: what went and came, and where the writer goes on. */
      readonly splice: Splice | undefined;
    };

/** Typing that rests this long ends a step, in milliseconds. */
const pauseMs = 1000;
/** More steps than this nobody takes back one by one. */
const most = 400;

/**
 * What a writer changed on this page, step by step, over all fields of all drafts that stand on it. It is kept in
 * memory and knows nothing of saving, so that a step can be taken back long after it was saved: that is a new
 * change. What others wrote is never a step, and no step overwrites it.
 */
export class EditHistory {
  readonly #listeners = new Set<() => void>();
  #done: readonly Step[] = [];
  #undone: readonly Step[] = [];
  /** Changes of one handler are one step: it is open until the handler has run. */
  #open = false;
  #writing = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly canUndo = (): boolean => this.#done.length > 0;

  readonly canRedo = (): boolean => this.#undone.length > 0;

  /** Takes down a change before it is made. `now` is in milliseconds. */
  record(
    draft: EditedDraft,
    { path, value }: { readonly path: string; readonly value: unknown },
    how: { readonly now: number; readonly grouping: Grouping; readonly place: Place | undefined },
  ): void {
    if (this.#writing) return;
    const before = draft.read(path);
    if (isSame(before, value)) return;
    const edit = { path, change: changeOf(before, value, how.grouping) };
    const last = this.#done.at(-1);
    const one = last?.draft === draft ? last : undefined;
    const longer = one === undefined ? undefined : this.#longer(one, edit, how);
    const { now, place } = how;
    const step = longer ?? { draft, edits: [edit], place, at: now };
    this.#done = [...(longer === undefined ? this.#done : this.#done.slice(0, -1)), step].slice(
      -most,
    );
    this.#undone = [];
    this.#holdOpen();
    this.#tell();
  }

  undo(): Undone {
    const step = this.#done.at(-1);
    if (step === undefined) return { kind: "nothing" };
    this.#done = this.#done.slice(0, -1);
    return this.#carryOut(back(step), (back) => {
      this.#undone = [...this.#undone, back];
    });
  }

  redo(): Undone {
    const step = this.#undone.at(-1);
    if (step === undefined) return { kind: "nothing" };
    this.#undone = this.#undone.slice(0, -1);
    return this.#carryOut(back(step), (back) => {
      this.#done = [...this.#done, back];
    });
  }

  /** No earlier step of the field can be taken back either: none asks for the same key again. */
  #giveUp(draft: EditedDraft, path: string): void {
    const isOf = (step: Step): boolean =>
      step.draft === draft && step.edits.some((edit) => edit.path === path);
    this.#done = this.#done.filter((step) => !isOf(step));
    this.#undone = this.#undone.filter((step) => !isOf(step));
    this.#tell();
  }

  /** The draft has left the page. */
  forget(draft: EditedDraft): void {
    this.#done = this.#done.filter((step) => step.draft !== draft);
    this.#undone = this.#undone.filter((step) => step.draft !== draft);
    this.#tell();
  }

  /** The step with one more change in it; undefined where the change begins a step of its own. */
  #longer(
    step: Step,
    edit: Edit,
    { now, grouping }: { readonly now: number; readonly grouping: Grouping },
  ): Step | undefined {
    if (this.#open) return { ...step, edits: [...step.edits, edit] };
    const [only] = step.edits;
    const goesOn = step.edits.length === 1 && only?.path === edit.path;
    if (!goesOn || grouping === "each" || now - step.at >= pauseMs || this.#undone.length > 0) {
      return undefined;
    }
    const change = grouping === "words" ? wordOf(only, edit) : wholeOf(only, edit);
    return change === undefined ? undefined : { ...step, edits: [{ ...edit, change }], at: now };
  }

  #holdOpen(): void {
    if (this.#open) return;
    this.#open = true;
    queueMicrotask(() => {
      this.#open = false;
    });
  }

  /** Makes the changes of a step, all or none. */
  #carryOut(step: Step, keep: (done: Step) => void): Undone {
    const values = new Map<string, unknown>();
    for (const { path, change } of step.edits) {
      const now = values.has(path) ? values.get(path) : step.draft.read(path);
      const next = after(now, change);
      if (next === undefined) {
        this.#giveUp(step.draft, path);
        return { kind: "others" };
      }
      values.set(path, next.value);
    }
    keep(step);
    this.#writing = true;
    for (const [path, value] of values) step.draft.write(path, value ?? null);
    this.#writing = false;
    this.#tell();
    const { change, path = "" } = step.edits.find(isOfText) ?? step.edits.at(-1) ?? {};
    const splice = change !== undefined && "removed" in change ? change : undefined;
    return { kind: "done", path, place: step.place, splice };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function changeOf(before: unknown, value: unknown, grouping: Grouping): Edit["change"] {
  const first = before ?? "";
  return grouping === "words" && typeof first === "string" && typeof value === "string"
    ? spliceOf(first, value)
    : { before, after: value };
}

function isOfText({ change }: Edit): boolean {
  return "removed" in change;
}

/** The step that takes this one back. */
function back(step: Step): Step {
  const edits = step.edits.toReversed().map(({ path, change }) => ({
    path,
    change: "removed" in change ? reversed(change) : { before: change.after, after: change.before },
  }));
  return { ...step, edits };
}

/** What a field holds after a change; undefined where it is not as the change left it. */
function after(now: unknown, change: Edit["change"]): { readonly value: unknown } | undefined {
  if (!("removed" in change))
    return isSame(now, change.before) ? { value: change.after } : undefined;
  const text = taken(typeof now === "string" ? now : "", reversed(change));
  return text === undefined ? undefined : { value: text };
}

function wordOf(first: Edit, next: Edit): Splice | undefined {
  if (!("removed" in first.change) || !("removed" in next.change)) return undefined;
  return joined(first.change, next.change);
}

function wholeOf(first: Edit, next: Edit): Edit["change"] | undefined {
  if ("removed" in first.change || "removed" in next.change) return undefined;
  return { before: first.change.before, after: next.change.after };
}

/** Whether a field holds the same: what was emptied is as what was never answered. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === "string" && typeof right === "string") return false;
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right));
}

function plain(value: unknown): unknown {
  return value === undefined || value === "" ? null : value;
}
