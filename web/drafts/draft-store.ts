import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import { call, NoContactError, RefusedError } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { localCopies } from "../local-copy/local-copies.ts";
import { isOfDraft } from "../local-copy/same-target.ts";
import type { Change, DraftCopies, DraftTarget, UnsavedDraft } from "../local-copy/types.ts";
import { Company } from "./company.ts";
import {
  acknowledge,
  answersOf,
  conflictsOf,
  type LocalField,
  orderOf,
  takenAwayOf,
  shownValue,
} from "./draft-values.ts";
import { editedNow, pageEdits } from "./draft-edits.ts";
import { keyBetween } from "./order-key.ts";
import { adopt, outgoing, typedAt } from "./outgoing.ts";
import { answerWithinMs, retryAfter } from "./retry.ts";
import type { SaveState } from "./save-state.ts";

export type { DraftTarget } from "../local-copy/types.ts";

/** What a form sees of its draft at one moment. */
export interface DraftSnapshot {
  readonly answers: Answers;
  /** The specification the draft was begun with; undefined until it has been opened. */
  readonly specDigest: string | undefined;
  readonly saveState: SaveState;
  /** Paths where somebody else's text stands beside one's own. */
  readonly conflicts: ReadonlyMap<string, unknown>;
  /** Items taken away while somebody wrote in them, by the path of their place. */
  readonly takenAway: ReadonlyMap<string, AnswerItem>;
  /** Who else writes where just now, by path. */
  readonly writers: ReadonlyMap<string, string>;
}

/** Typing rests this long before it is saved; with the request it stays under the promised two seconds. */
const restMs = 700;
/** Longest time from a keystroke to its save, also for one who never pauses. */
const longestMs = 1500;
/** The server has answered and has stored nothing: what is typed is tried anew, perhaps after a change. */
const serverFault = 500;

/**
 * The one draft of a document, kept on the server: each changed field is saved within two seconds of the
 * keystroke and repeated until it is acknowledged. One save is under way at a time. What is not acknowledged
 * yet has a sealed copy in the browser.
 */
export class DraftStore {
  /** Of this open form, among all that keep copies. */
  readonly key = crypto.randomUUID();
  readonly #target: DraftTarget;
  readonly #copies: DraftCopies;
  readonly #fields = new Map<string, LocalField>();
  readonly #company = new Company();
  readonly #listeners = new Set<() => void>();
  #adopted: readonly string[] = [];
  /** Sent without an answer: the server may have it or not. */
  #unanswered: readonly Change[] = [];
  #id: string;
  #specDigest: string | undefined;
  /** The server has it under the id. */
  #isOpen = false;
  /** Somebody looks at it: it is read as soon as it can be, also when nothing is typed. */
  #isShown = false;
  #state: SaveState = { kind: "opening" };
  #snapshot: DraftSnapshot;
  #opening: Promise<boolean> | undefined;
  #running: Promise<boolean> = Promise.resolve(true);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstTyped: number | undefined;
  #failures = 0;

  constructor(target: DraftTarget, copies: DraftCopies = localCopies) {
    this.#target = target;
    this.#copies = copies;
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

  readonly target = (): DraftTarget => this.#target;

  readonly adopted = (): readonly string[] => this.#adopted;

  /** What the server is not known to have; undefined when it has all. */
  readonly unsaved = (): UnsavedDraft | undefined => {
    if (!this.#hasPending()) return undefined;
    const opened = this.#isOpen ? { opened: this.#id } : {};
    const target = { ...this.#target, draft: this.#id };
    return { target, ...opened, changes: outgoing(this.#fields, this.#unanswered) };
  };

  /** Reads what is stored; a fresh draft has nothing to read. */
  readonly begin = (): void => {
    this.#isShown = true;
    if (this.#target.fresh === true && !this.#isOpen && !this.#hasPending()) {
      this.#say({ kind: "untouched" });
      return;
    }
    void this.#open().then((done) => {
      if (!done) this.#retry();
      else if (this.#hasPending()) this.#schedule(0);
      else this.#say({ kind: "untouched" });
    });
  };

  readonly set = (path: string, value: unknown): void => {
    pageEdits.record(this, { path, value }, editedNow());
    this.write(path, value);
  };

  /** What a field holds on the page now. */
  readonly read = (path: string): unknown => shownValue(this.#fields.get(path));

  /** Changes a field without a step to take back: the page's own doing, or a step taken back. */
  readonly write = (path: string, value: unknown): void => {
    const wasSent = (id: string) => this.#unanswered.some(({ changeId }) => changeId === id);
    const change = { newId: crypto.randomUUID(), wasSent };
    this.#fields.set(path, typedAt(this.#fields, path, value, change));
    this.#say(this.#state.kind === "no-contact" ? this.#state : { kind: "typing" });
    this.#copies.changed(this);
    const now = performance.now();
    this.#firstTyped ??= now;
    this.#schedule(Math.max(0, Math.min(restMs, longestMs - (now - this.#firstTyped))));
  };

  /** Settles two texts that stand against each other. */
  readonly choose = (path: string, value: unknown): void => {
    const field = this.#fields.get(path);
    if (field === undefined) return;
    const chosen = { base: field.rev, value, changeId: crypto.randomUUID(), choose: true };
    this.#fields.set(path, { ...field, pending: chosen });
    this.#say({ kind: "typing" });
    this.#copies.changed(this);
    this.#schedule(0);
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

  /** The page is left or hidden: what is typed goes along, and is tried again as long as the tab lives. */
  readonly leave = (): void => {
    clearTimeout(this.#timer);
    void this.flush(true).then((done) => {
      if (!done) this.#retry();
    });
  };

  /** Asks what others have saved meanwhile, and who writes where. Without an answer it is asked later. */
  readonly look = async (): Promise<void> => {
    if (!this.#isOpen || this.#company.isTold()) return;
    try {
      const body = { draft: this.#id, since: this.#company.since() ?? null };
      const answer = await call(endpoints.followDraft, { body });
      if (this.#company.hear(this.#fields, answer, answer.at)) this.#say(this.#state);
    } catch {
      // Saving says it when there is no contact, or when the draft is gone.
    }
  };

  #open(): Promise<boolean> {
    this.#opening ??= this.#callOpen();
    return this.#opening;
  }

  async #callOpen(): Promise<boolean> {
    const { fresh: _fresh, ...body } = this.#target;
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      const opened = await call(endpoints.openDraft, { body, signal });
      this.#id = opened.draft;
      this.#specDigest = opened.specDigest;
      this.#company.begin(opened.at);
      this.#isOpen = true;
      acknowledge(this.#fields, [], opened.fields);
      await this.#takeOver();
      return true;
    } catch (error) {
      this.#opening = undefined;
      this.#sayTrouble(error);
      return false;
    }
  }

  /** What was typed here before the browser died or the page was lost, and never reached the server. */
  async #takeOver(): Promise<void> {
    const mine = await this.#copies.take((draft) => isOfDraft(draft, this.#target, this.#id));
    const changes = mine.flatMap(({ draft }) => draft.changes);
    this.#unanswered = [...this.#unanswered, ...adopt(this.#fields, changes)];
    this.#adopted = mine.map(({ key }) => key);
    if (mine.length > 0) this.#copies.changed(this);
  }

  async #save(keepalive: boolean): Promise<boolean> {
    const isToBeRead = this.#isShown && !this.#isOpen && this.#target.fresh !== true;
    if (!this.#hasPending() && !isToBeRead) return true;
    // A form that is sent at once waits for the draft it is sent from.
    if (!(await this.#open())) return false;
    if (!this.#hasPending()) {
      if (this.#state.kind !== "saved") this.#say({ kind: "untouched" });
      return true;
    }
    const changes = outgoing(this.#fields, this.#unanswered);
    this.#firstTyped = undefined;
    this.#say({ kind: "saving" });
    this.#unanswered = changes;
    const since = this.#company.since();
    try {
      const answer = await call(endpoints.saveDraft, {
        keepalive,
        body: {
          draft: this.#id,
          changes: changes.map((change) => ({ ...change })),
          ...(since === undefined ? {} : { since }),
        },
        signal: AbortSignal.timeout(answerWithinMs),
      });
      this.#unanswered = [];
      this.#failures = 0;
      acknowledge(this.#fields, changes, answer.fields);
      this.#company.saved(this.#fields, answer.news, answer.savedAt);
      this.#copies.changed(this);
      this.#say(
        this.#hasPending() ? { kind: "typing" } : { kind: "saved", at: new Date(answer.savedAt) },
      );
      if (this.#hasPending()) this.#schedule(restMs);
      return !this.#hasPending();
    } catch (error) {
      // Refused for a reason: it is not stored, and need not be sent again as it was.
      if (error instanceof RefusedError && error.status < serverFault) this.#unanswered = [];
      this.#sayTrouble(error);
      return false;
    }
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.flush().then((done) => {
        if (!done) this.#retry();
      });
    }, wait);
  }

  #retry(): void {
    this.#schedule(retryAfter(this.#failures, Math.random()));
    this.#failures += 1;
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
      takenAway: takenAwayOf(this.#fields),
      writers: this.#company.writers(),
    };
  }
}
