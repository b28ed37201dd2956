import type { Answers } from "../../src/domain/event.ts";
import { call, NoContactError } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { acknowledge, answersOf, conflictsOf, type LocalField, orderOf } from "./draft-values.ts";
import { keyBetween } from "./order-key.ts";

/** The state of saving, in words beside the title. */
export type SaveState =
  | { readonly kind: "opening" }
  | { readonly kind: "untouched" }
  | { readonly kind: "typing" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "no-contact" }
  | { readonly kind: "refused" };

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

/** What a form sees of its draft at one moment. */
export interface DraftSnapshot {
  readonly answers: Answers;
  /** The specification the draft was begun with; undefined until it has been opened. */
  readonly specDigest: string | undefined;
  readonly saveState: SaveState;
  /** Paths where somebody else's text stands beside one's own. */
  readonly conflicts: ReadonlyMap<string, unknown>;
}

/** Typing rests this long before it is saved; with the request it stays under the promised two seconds. */
const restMs = 700;
/** Longest time from a keystroke to its save, also for one who never pauses. */
const longestMs = 1500;
const retryMs = 2000;

/**
 * The one draft of a document, kept on the server: each changed field is saved within two seconds of the
 * keystroke and repeated until it is acknowledged. One save is under way at a time.
 */
export class DraftStore {
  readonly #target: DraftTarget;
  readonly #fields = new Map<string, LocalField>();
  readonly #listeners = new Set<() => void>();
  #id: string;
  #specDigest: string | undefined;
  #state: SaveState = { kind: "opening" };
  #snapshot: DraftSnapshot;
  #opening: Promise<boolean> | undefined;
  #running: Promise<boolean> = Promise.resolve(true);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstTyped: number | undefined;

  constructor(target: DraftTarget) {
    this.#target = target;
    this.#id = target.draft;
    this.#snapshot = this.#take();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.#snapshot;

  /** The id the server keeps the draft under: that of the one who opened it first. */
  readonly draftId = (): string => this.#id;

  /** Reads what is stored; a fresh draft has nothing to read. */
  readonly begin = (): void => {
    if (this.#target.fresh === true) this.#say({ kind: "untouched" });
    else void this.#open().then((done) => done && this.#say({ kind: "untouched" }));
  };

  readonly set = (path: string, value: unknown): void => {
    const before = this.#fields.get(path) ?? { rev: 0, value: undefined };
    this.#fields.set(path, { ...before, pending: { value, changeId: crypto.randomUUID() } });
    this.#say(this.#state.kind === "no-contact" ? this.#state : { kind: "typing" });
    const now = performance.now();
    this.#firstTyped ??= now;
    this.#schedule(Math.max(0, Math.min(restMs, longestMs - (now - this.#firstTyped))));
  };

  /** Settles two texts that stand against each other. */
  readonly choose = (path: string, value: unknown): void => {
    const field = this.#fields.get(path);
    if (field === undefined) return;
    const change = { path, base: field.rev, value, changeId: crypto.randomUUID(), choose: true };
    void call(endpoints.saveDraft, { body: { draft: this.#id, changes: [change] } }).then(
      (answer) => {
        this.#fields.delete(path);
        acknowledge(this.#fields, new Map(), answer.fields);
        this.#say({ kind: "saved", at: new Date(answer.savedAt) });
      },
      () => this.#say({ kind: "no-contact" }),
    );
  };

  readonly addItem = (list: string, values: Readonly<Record<string, unknown>> = {}): string => {
    const id = crypto.randomUUID();
    this.set(`${list}/${id}/order`, keyBetween(orderOf(this.#fields, list).at(-1), undefined));
    for (const [name, value] of Object.entries(values)) this.set(`${list}/${id}/${name}`, value);
    return id;
  };

  readonly removeItem = (list: string, id: string): void => this.set(`${list}/${id}/order`, null);

  /** Saves what is typed now and answers whether all is stored. `keepalive` outlives the page. */
  readonly flush = (keepalive = false): Promise<boolean> => {
    this.#running = this.#running.then(() => this.#save(keepalive));
    return this.#running;
  };

  /** The page is left: what is typed goes along. */
  readonly leave = (): void => {
    clearTimeout(this.#timer);
    void this.flush(true);
  };

  #open(): Promise<boolean> {
    this.#opening ??= this.#callOpen();
    return this.#opening;
  }

  async #callOpen(): Promise<boolean> {
    const { draft, document, akt, matter, item } = this.#target;
    const body = {
      draft,
      document,
      ...(akt === undefined ? {} : { akt }),
      ...(matter === undefined ? {} : { matter }),
      ...(item === undefined ? {} : { item }),
    };
    try {
      const opened = await call(endpoints.openDraft, { body });
      this.#id = opened.draft;
      this.#specDigest = opened.specDigest;
      acknowledge(this.#fields, new Map(), opened.fields);
      return true;
    } catch (error) {
      this.#opening = undefined;
      this.#sayTrouble(error);
      return false;
    }
  }

  async #save(keepalive: boolean): Promise<boolean> {
    if (!this.#hasPending()) return true;
    if (!(await this.#open())) return false;
    const sent = new Map([...this.#fields].filter(([, field]) => field.pending !== undefined));
    this.#firstTyped = undefined;
    this.#say({ kind: "saving" });
    try {
      const changes = [...sent].map(([path, field]) => ({
        path,
        base: field.rev,
        value: field.pending?.value ?? null,
        changeId: field.pending?.changeId ?? "",
      }));
      const answer = await call(endpoints.saveDraft, {
        keepalive,
        body: { draft: this.#id, changes },
      });
      acknowledge(this.#fields, sent, answer.fields);
      this.#say(
        this.#hasPending() ? { kind: "typing" } : { kind: "saved", at: new Date(answer.savedAt) },
      );
      return !this.#hasPending();
    } catch (error) {
      this.#sayTrouble(error);
      return false;
    }
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.flush().then((done) => {
        if (!done) this.#schedule(retryMs);
      });
    }, wait);
  }

  #hasPending(): boolean {
    return [...this.#fields.values()].some((field) => field.pending !== undefined);
  }

  #sayTrouble(error: unknown): void {
    this.#say({ kind: error instanceof NoContactError ? "no-contact" : "refused" });
  }

  #say(state: SaveState): void {
    this.#state = state;
    this.#snapshot = this.#take();
    for (const listener of this.#listeners) listener();
  }

  #take(): DraftSnapshot {
    return {
      answers: answersOf(this.#fields),
      specDigest: this.#specDigest,
      saveState: this.#state,
      conflicts: conflictsOf(this.#fields),
    };
  }
}
