import { call, RefusedError } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { localCopies } from "../local-copy/local-copies.ts";
import { isOfDraft } from "../local-copy/same-target.ts";
import type { Change, DraftCopies, DraftTarget, UnsavedDraft } from "../local-copy/types.ts";
import { Company } from "./company.ts";
import { editedNow, pageEdits } from "./draft-edits.ts";
import {
  type DraftPage,
  type DraftSnapshot,
  nothingShown,
  pageAfter,
  type Saving,
} from "./draft-snapshot.ts";
import { acknowledge, hasPending, type LocalField, orderOf, shownValue } from "./draft-values.ts";
import { DraftView } from "./draft-view.ts";
import { keyBetween } from "./order-key.ts";
import { adopt, outgoing, typedAt } from "./outgoing.ts";
import { answerWithinMs, restMs, retryAfter, saveIn } from "./retry.ts";
import { type SaveState, troubleOf } from "./save-state.ts";

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
  /** What the parts of a page see of it. */
  readonly view = new DraftView(this.#fields, () => this.#say(this.#state));
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
  #page: DraftPage = nothingShown;
  #opening: Promise<boolean> | undefined;
  #running: Promise<boolean> = Promise.resolve(true);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstTyped: number | undefined;
  #failures = 0;

  constructor(target: DraftTarget, copies: DraftCopies = localCopies) {
    this.#target = target;
    this.#copies = copies;
    this.#id = target.draft;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => ({ ...this.#page, saveState: this.#state });

  /** The same object while nothing of it is new. */
  readonly page = (): DraftPage => this.#page;

  readonly saving: Saving = { subscribe: this.subscribe, get: () => this.#state };

  /** The id the server keeps the draft under: that of the one who opened it first. */
  readonly draftId = (): string => this.#id;

  readonly target = (): DraftTarget => this.#target;

  readonly adopted = (): readonly string[] => this.#adopted;

  /** What the server is not known to have; undefined when it has all. */
  readonly unsaved = (): UnsavedDraft | undefined => {
    if (!hasPending(this.#fields)) return undefined;
    const opened = this.#isOpen ? { opened: this.#id, ...this.#company.begun() } : {};
    const target = { ...this.#target, draft: this.#id };
    return { target, ...opened, changes: outgoing(this.#fields, this.#unanswered) };
  };

  /** Reads what is stored; a fresh draft has nothing to read. */
  readonly begin = (): void => {
    this.#isShown = true;
    if (this.#target.fresh === true && !this.#isOpen && !hasPending(this.#fields)) {
      this.#say({ kind: "untouched" });
      return;
    }
    void this.#open().then((done) => {
      if (!done) this.#retry();
      else if (hasPending(this.#fields)) this.#schedule(0);
      else this.#say({ kind: "untouched" });
    });
  };

  readonly set = (path: string, value: unknown): void => {
    this.#edit(path, value);
    this.view.settle();
  };

  /** As `set`, for text a key at a time: its field changes now, the rest of the page when the keys rest. */
  readonly type = (path: string, value: unknown): void => {
    this.#edit(path, value);
    this.view.settleSoon();
  };

  /** What a field holds on the page now. */
  readonly read = (path: string): unknown => shownValue(this.#fields.get(path));

  /** Changes a field without a step to take back: the page's own doing, or a step taken back. */
  readonly write = (path: string, value: unknown): void => {
    this.#put(path, value);
    this.view.settle();
  };

  #edit(path: string, value: unknown): void {
    pageEdits.record(this, { path, value }, editedNow());
    this.#put(path, value);
  }

  #put(path: string, value: unknown): void {
    const wasSent = (id: string) => this.#unanswered.some(({ changeId }) => changeId === id);
    const change = { newId: crypto.randomUUID(), wasSent };
    this.#fields.set(path, typedAt(this.#fields, path, value, change));
    this.view.changed([path]);
    const { kind } = this.#state;
    if (kind !== "no-contact" && kind !== "typing" && kind !== "gone")
      this.#say({ kind: "typing" });
    this.#copies.changed(this);
    this.#firstTyped ??= performance.now();
    this.#schedule(saveIn(performance.now() - this.#firstTyped));
  }

  /** Settles two texts that stand against each other. */
  readonly choose = (path: string, value: unknown): void => {
    const field = this.#fields.get(path);
    if (field === undefined) return;
    const chosen = { base: field.rev, value, changeId: crypto.randomUUID(), choose: true };
    this.#fields.set(path, { ...field, pending: chosen });
    this.view.show([path]);
    this.#say({ kind: "typing" });
    this.#copies.changed(this);
    this.#schedule(0);
  };

  readonly addItem = (list: string, values: Readonly<Record<string, unknown>> = {}): string => {
    const id = crypto.randomUUID();
    this.#edit(`${list}/${id}/order`, keyBetween(orderOf(this.#fields, list).at(-1), undefined));
    for (const [name, value] of Object.entries(values)) this.#edit(`${list}/${id}/${name}`, value);
    this.view.settle();
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
    if (!this.#isOpen || this.#state.kind === "gone" || this.#company.isTold()) return;
    try {
      const body = { draft: this.#id, since: null, ...this.#company.heard() };
      const answer = await call(endpoints.followDraft, { body });
      if (!this.#company.hear(this.#fields, answer, answer.at)) return;
      this.view.heard(answer.fields, this.#company.writers());
      this.#say(this.#state);
    } catch (error) {
      if (troubleOf(error).kind === "gone") this.#say({ kind: "gone" });
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
      this.#company.begin(opened);
      this.#isOpen = true;
      acknowledge(this.#fields, [], opened.fields);
      await this.#takeOver();
      this.view.show(this.#fields.keys());
      return true;
    } catch (error) {
      this.#opening = undefined;
      this.#say(troubleOf(error));
      return false;
    }
  }

  /** What was typed here before the browser died or the page was lost, and never reached the server. */
  async #takeOver(): Promise<void> {
    const opened = { draft: this.#id, ...this.#company.begun() };
    const mine = await this.#copies.take((draft) => isOfDraft(draft, this.#target, opened));
    const changes = mine.flatMap(({ draft }) => draft.changes);
    this.#unanswered = [...this.#unanswered, ...adopt(this.#fields, changes)];
    this.#adopted = mine.map(({ key }) => key);
    if (mine.length > 0) this.#copies.changed(this);
  }

  async #save(keepalive: boolean): Promise<boolean> {
    const isToBeRead = this.#isShown && !this.#isOpen && this.#target.fresh !== true;
    if (!hasPending(this.#fields) && !isToBeRead) return true;
    // A form that is sent at once waits for the draft it is sent from.
    if (!(await this.#open())) return false;
    if (!hasPending(this.#fields)) {
      if (this.#state.kind !== "saved") this.#say({ kind: "untouched" });
      return true;
    }
    const changes = outgoing(this.#fields, this.#unanswered);
    this.#firstTyped = undefined;
    this.#say({ kind: "saving" });
    this.#unanswered = changes;
    const body = { draft: this.#id, changes: changes.map((one) => ({ ...one })) };
    try {
      const answer = await call(endpoints.saveDraft, {
        keepalive,
        body: { ...body, ...this.#company.heard() },
        signal: AbortSignal.timeout(answerWithinMs),
      });
      this.#unanswered = [];
      this.#failures = 0;
      acknowledge(this.#fields, changes, answer.fields);
      this.#company.saved(this.#fields, answer.news, answer.savedAt);
      this.view.changed(changes.map(({ path }) => path));
      if (answer.news !== undefined) this.view.heard(answer.news.fields, this.#company.writers());
      this.#copies.changed(this);
      this.#say(
        hasPending(this.#fields)
          ? { kind: "typing" }
          : { kind: "saved", at: new Date(answer.savedAt) },
      );
      if (hasPending(this.#fields)) this.#schedule(restMs);
      else this.view.settleAtRest();
      return !hasPending(this.#fields);
    } catch (error) {
      // Refused for a reason: it is not stored, and need not be sent again as it was.
      if (error instanceof RefusedError && error.storedNothing) this.#unanswered = [];
      this.#say(troubleOf(error));
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
    // What is typed stays on the page and in its sealed copy: there is nothing to save it in any more.
    if (this.#state.kind === "gone") return;
    this.#schedule(retryAfter(this.#failures, Math.random()));
    this.#failures += 1;
  }

  #say(state: SaveState): void {
    this.#state = state;
    this.#page = pageAfter(this.#page, {
      answers: this.view.settled(),
      specDigest: this.#specDigest,
      state,
      fields: this.#fields,
      writers: this.#company.writers(),
    });
    for (const listener of this.#listeners) listener();
  }
}
