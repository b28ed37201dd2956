import { localCopies } from "../local-copy/local-copies.ts";
import {
  type DraftCopies,
  type LeftCopy,
  UNSENT,
  type UnsavedDraft,
  type Writer,
} from "../local-copy/types.ts";

/** What stands in one form: its fields by name. */
export type KeptFields = Readonly<Record<string, unknown>>;

const nothing: KeptFields = {};

/** One form, as the copies of this browser know it. */
class Place implements Writer {
  readonly key = crypto.randomUUID();
  readonly #place: string;
  fields: KeptFields = nothing;
  found: readonly string[] = [];

  constructor(place: string) {
    this.#place = place;
  }

  readonly unsaved = (): UnsavedDraft | undefined => {
    const fields = Object.entries(this.fields);
    if (fields.length === 0) return undefined;
    const target = { draft: this.key, document: UNSENT, item: this.#place };
    const changes = fields.map(([path, value]) => ({ path, base: 0, value, changeId: this.key }));
    return { target, changes };
  };

  readonly adopted = (): readonly string[] => this.found;
}

/**
 * Words in forms that no draft keeps: they are short and sent at once, but whoever closes the panel, goes to another
 * page or loses the browser finds them where they were. In memory, and as sealed copies; gone when they are sent,
 * given up, or somebody signs out. A place is named with ids alone.
 */
export class KeptWords {
  readonly #copies: Pick<DraftCopies, "changed">;
  readonly #places = new Map<string, Place>();
  readonly #listeners = new Set<() => void>();

  constructor(copies: Pick<DraftCopies, "changed">) {
    this.#copies = copies;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What stands in a form; the same object while nothing of it is new. */
  readonly read = (place: string): KeptFields => this.#places.get(place)?.fields ?? nothing;

  /** Sets a field; an empty text is no field. */
  readonly write = (place: string, field: string, value: unknown): void => {
    const { [field]: _before, ...others } = this.read(place);
    this.put(place, value === "" ? others : { ...others, [field]: value });
  };

  /** Everything that stands in a form; nothing when it was sent or given up. */
  readonly put = (place: string, fields: KeptFields = nothing): void => {
    const known = this.#places.get(place);
    const isEmpty = Object.keys(fields).length === 0;
    if (isEmpty && known === undefined) return;
    const one = known ?? new Place(place);
    one.fields = isEmpty ? nothing : fields;
    if (known === undefined) this.#places.set(place, one);
    this.#copies.changed(one);
    this.#tell();
  };

  /** What an earlier browser left goes back to its form, where nobody has written there since. */
  readonly recover = ({ key, draft: { target, changes } }: LeftCopy): void => {
    const place = target.item ?? "";
    if (Object.keys(this.read(place)).length > 0) return;
    const one = new Place(place);
    one.fields = Object.fromEntries(changes.map(({ path, value }) => [path, value]));
    one.found = [key];
    this.#places.set(place, one);
    this.#tell();
  };

  /** Words that an earlier browser left are not wanted any more. */
  readonly giveUp = (keys: readonly string[]): void => {
    for (const [place, { found }] of this.#places)
      if (found.some((key) => keys.includes(key))) this.put(place);
  };

  /** Whether anything is written that is not sent. */
  readonly any = (): boolean => [...this.#places.values()].some((one) => one.fields !== nothing);

  /** Somebody has signed out: the copies go by themselves. */
  readonly clear = (): void => {
    this.#places.clear();
    this.#tell();
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Those of this page. */
export const keptWords = new KeptWords(localCopies);
