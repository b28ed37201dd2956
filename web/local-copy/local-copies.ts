import type { DraftCopies, LeftCopy, UnsavedDraft, Writer } from "./types.ts";
import { browserBox, type CopyBox, type KeptCopy } from "./copy-box.ts";
import { importKey, seal, unseal } from "./seal.ts";
import { type Alive, browserAlive } from "./alive.ts";

/** Who is signed in, as the server tells it to whoever may seal copies. */
export interface CopyKey {
  readonly owner: string;
  readonly secret: string | null;
  readonly now: string;
  readonly hours: number;
}

interface Opened {
  readonly key: CryptoKey;
  readonly owner: string;
  /** The server's clock, in milliseconds: a device's own may jump. */
  readonly now: () => number;
}

/** Typing is kept this soon, long before the two seconds a save may take. */
const restMs = 300;
const HOUR_MS = 3_600_000;
/** A draft does not wait longer than this for the key before it is shown. */
const keyWaitMs = 3000;

/**
 * Sealed copies of what is typed and not yet saved, so that a browser that dies takes nothing with it. They
 * are erased when the server has the text, at signing out, when somebody else signs in, and after the hours
 * the server says. Where the board or the browser keeps none, all of this does nothing and says so.
 */
export class LocalCopies implements DraftCopies {
  readonly #box: CopyBox;
  readonly #alive: Alive;
  readonly #timers = new Map<Writer, ReturnType<typeof setTimeout>>();
  #opened: Opened | undefined;
  #last: Promise<void> = Promise.resolve();
  #works = false;
  readonly #taken = new Set<string>();
  readonly #ready = Promise.withResolvers<void>();

  constructor(box: CopyBox, alive: Alive) {
    this.#box = box;
    this.#alive = alive;
  }

  /** Whether what is typed now is kept: false also when the browser is full. */
  readonly works = (): boolean => this.#works;

  /** Whoever is signed in may keep copies from now on; those of others and those that are too old are erased. */
  readonly begin = async (given: CopyKey): Promise<void> => {
    const key = given.secret === null ? undefined : await importKey(given.secret);
    const from = Date.parse(given.now) - performance.now();
    const now = () => from + performance.now();
    try {
      const kept = await this.#box.all();
      const stays = ({ owner, at }: KeptCopy) =>
        key !== undefined && owner === given.owner && at > now() - given.hours * HOUR_MS;
      await this.#box.remove(kept.filter((copy) => !stays(copy)).map((copy) => copy.key));
      this.#works = key !== undefined;
    } catch {
      this.#works = false;
    }
    this.#opened = key === undefined ? undefined : { key, owner: given.owner, now };
    this.#ready.resolve();
  };

  /** Erases everything: somebody has signed out. */
  readonly end = async (): Promise<void> => {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#opened = undefined;
    this.#works = false;
    await this.#last;
    await this.#box.clear().catch(() => undefined);
  };

  readonly changed = (writer: Writer): void => {
    if (this.#timers.has(writer)) return;
    this.#alive.hold(writer.key);
    const write = () => {
      this.#timers.delete(writer);
      this.#last = this.#last.then(() => this.#write(writer));
    };
    this.#timers.set(writer, setTimeout(write, restMs));
  };

  readonly take = async (
    isMine: (draft: UnsavedDraft) => boolean,
  ): Promise<readonly LeftCopy[]> => {
    const waited = new Promise<void>((resolve) => setTimeout(resolve, keyWaitMs));
    await Promise.race([this.#ready.promise, waited]);
    const mine = (await this.left()).filter(({ draft }) => isMine(draft));
    for (const { key } of mine) this.#taken.add(key);
    return mine;
  };

  /** Copies of whoever is signed in that no open form holds, in this tab or another. */
  readonly left = async (): Promise<readonly LeftCopy[]> => {
    const opened = this.#opened;
    if (opened === undefined) return [];
    const alive = await this.#alive.keys();
    const kept = oldestFirst(
      (await this.#box.all().catch(() => [])).filter(
        ({ key, owner }) => owner === opened.owner && !alive.includes(key) && !this.#taken.has(key),
      ),
    );
    const found = await Promise.all(
      kept.map(async (copy) => ({
        key: copy.key,
        draft: parseUnsaved(await unseal(opened.key, copy)),
      })),
    );
    return found.flatMap(({ key, draft }) => (draft === undefined ? [] : [{ key, draft }]));
  };

  readonly erase = (keys: readonly string[]): Promise<void> =>
    this.#box.remove(keys).catch(() => undefined);

  async #write(writer: Writer): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return;
    const unsaved = writer.unsaved();
    try {
      if (unsaved === undefined) await this.#box.remove([writer.key, ...writer.adopted()]);
      else {
        const sealed = await seal(opened.key, unsaved);
        const { owner, now } = opened;
        const after = [...writer.adopted()];
        await this.#box.put({ ...sealed, key: writer.key, owner, at: now(), after });
      }
      this.#works = true;
    } catch {
      // A full or forbidden store: the text lives in the page alone, and the page says so.
      this.#works = false;
    }
  }
}

/** The copies of this browser. */
export const localCopies = new LocalCopies(browserBox(), browserAlive());

/**
 * A later copy may hold what it took over from an earlier, and then comes after it, also where the server's clock was
 * set back between them; the others by the clock.
 */
function oldestFirst(copies: readonly KeptCopy[]): readonly KeptCopy[] {
  const byKey = new Map(copies.map((copy) => [copy.key, copy]));
  const ranks = new Map<string, number>();
  const rankOf = (copy: KeptCopy): number => {
    const known = ranks.get(copy.key);
    if (known !== undefined) return known;
    ranks.set(copy.key, 0);
    const before = (copy.after ?? []).flatMap((key) => byKey.get(key) ?? []);
    const rank = Math.max(0, ...before.map((each) => rankOf(each) + 1));
    ranks.set(copy.key, rank);
    return rank;
  };
  return copies.toSorted((one, other) => rankOf(one) - rankOf(other) || one.at - other.at);
}

function parseUnsaved(value: unknown): UnsavedDraft | undefined {
  const draft = value as Partial<UnsavedDraft> | undefined;
  const whole = typeof draft?.target === "object" && Array.isArray(draft.changes);
  return whole ? (value as UnsavedDraft) : undefined;
}
