import { RefusedError } from "./client.ts";

/**
 * The id of what somebody means to do. It stays the same until it is known what came of it, so that what is
 * sent again after a lost answer is answered again and not done twice.
 */
export class Intention {
  #id: string | undefined;

  /** The id to send, now and at every try. */
  id(): string {
    this.#id ??= crypto.randomUUID();
    return this.#id;
  }

  /** It was done: what comes next is something else. */
  done(): void {
    this.#id = undefined;
  }

  /**
   * It failed. A refusal stored nothing, and the corrected command is a new intention; after silence or a fault of
   * the server nobody knows what was stored.
   */
  failed(error: unknown): void {
    if (error instanceof RefusedError && error.storedNothing) this.#id = undefined;
  }
}
