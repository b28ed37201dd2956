import { AsyncLocalStorage } from "node:async_hooks";

/** Where a simulated page stands, and as whom. */
export interface Signed {
  readonly base: string;
  readonly cookie: string;
}

const here = new AsyncLocalStorage<Signed>();

/**
 * Lets the page's own code for drafts run outside a browser: its relative addresses and its cookie are those
 * of whoever runs it. Gives what puts things back.
 */
export function installPages(): () => void {
  const before = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const signed = here.getStore();
    if (signed === undefined || typeof input !== "string" || !input.startsWith("/")) {
      return before(input, init);
    }
    const headers = {
      "content-type": "application/json",
      origin: signed.base,
      cookie: signed.cookie,
    };
    return before(new URL(input, signed.base), { ...init, headers });
  };
  return () => {
    globalThis.fetch = before;
  };
}

/** Runs as a page of somebody; what it starts, also later, is theirs. */
export function asPage<T>(signed: Signed, work: () => T): T {
  return here.run(signed, work);
}
