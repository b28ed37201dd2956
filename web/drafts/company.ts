import { hear, type LocalField, type StoredField } from "./draft-values.ts";

/** A save says what others have written: for so long nobody has to ask. */
const toldForMs = 4000;

/** What others have written in a draft, as the server tells it. */
export interface News {
  readonly fields: readonly StoredField[];
  readonly writers: readonly { readonly path: string; readonly name: string }[];
}

/** What a page knows of those who write in the same draft. */
export class Company {
  #since: string | undefined;
  #begun: string | undefined;
  #toldUntil = 0;
  #writers: ReadonlyMap<string, string> = new Map();

  /** Who else writes where just now, by path. */
  readonly writers = (): ReadonlyMap<string, string> => this.#writers;

  /** When one last heard of the draft, and which one it is; nothing before the first time. */
  readonly heard = (): { readonly since?: string; readonly begun?: string } => ({
    ...(this.#since === undefined ? {} : { since: this.#since }),
    ...this.begun(),
  });

  /** Which draft it is, of those that have had its id. */
  readonly begun = (): { readonly begun?: string } =>
    this.#begun === undefined ? {} : { begun: this.#begun };

  /** Nobody else was about when something was saved here a moment ago: there is no need to look. */
  readonly isTold = (): boolean => this.#writers.size === 0 && performance.now() < this.#toldUntil;

  /** The draft was read then: whatever is written from then on is news. */
  readonly begin = ({ at, begun }: { readonly at: string; readonly begun: string }): void => {
    this.#since = at;
    this.#begun = begun;
  };

  /** Takes the answer to a look; gives whether there is anything to show. */
  readonly hear = (fields: Map<string, LocalField>, news: News, at: string): boolean => {
    const before = this.#writers.size;
    const { isNew, isPassedOver } = hear(fields, news.fields);
    if (!isPassedOver) this.#since = at;
    this.#writers = new Map(news.writers.map(({ path, name }) => [path, name]));
    return isNew || this.#writers.size > 0 || before > 0;
  };

  /** Takes what a save has told; without news nobody else was the last to write. */
  readonly saved = (fields: Map<string, LocalField>, news: News | undefined, at: string): void => {
    if (this.#since !== undefined) this.#toldUntil = performance.now() + toldForMs;
    if (news !== undefined) this.hear(fields, news, at);
  };
}
