import type { Store } from "../../store/deps.ts";
import type { Tenant } from "../../store/tenant.ts";
import { StaleContext, type RequestContext } from "../http/handler.ts";

/** Requests in one transaction. One of a board runs at a time, and while it does the next ones gather. */
const MOST_TOGETHER = 250;
/** One that takes longer keeps the next no more: it may wait for a slow disk, or for a connection that is dead. */
const SLOW_MS = 30;
const MOST_AT_ONCE = 4;

/** What came of one request: `stale` when it is no longer true who asks; `alone` when it has to be carried out by itself. */
export type Outcome<Given> = { readonly given: Given } | "stale" | "alone";

interface Asked {
  readonly ctx: RequestContext;
}

/** Carries out requests of one board in one transaction, in their order. `alone`: there is one, and it waits for what it needs. */
export type Together<A extends Asked, Given> = (
  store: Store,
  asked: readonly A[],
  how: { readonly alone: boolean },
) => Promise<readonly Outcome<Given>[]>;

interface Queue<A, Given> {
  readonly waiting: {
    readonly asked: A;
    readonly resolve: (given: Given) => void;
    readonly reject: (reason: unknown) => void;
  }[];
  running: number;
  /** Of those that run. */
  slow: number;
}

/** Carries out a request, with others where there are many; `alone` for one that would hold the others up. */
export type Gathered<A extends Asked, Given> = (
  store: Store,
  asked: A,
  how?: { readonly alone: boolean },
) => Promise<Given>;

/**
 * A way to carry out requests of a kind that come in faster than a transaction takes. Nothing is waited for while
 * they are few; when they are many, those that come while others are carried out go together, for what a
 * transaction costs is then paid once. Each is answered after its commit. One that fails takes no other with it:
 * what cannot be done together is done one by one. Throws {@link StaleContext} for one whose asker is no longer
 * who it was.
 */
export function gather<A extends Asked, Given>(together: Together<A, Given>): Gathered<A, Given> {
  const queues = new WeakMap<Store, Map<Tenant, Queue<A, Given>>>();

  function queueOf(store: Store, tenant: Tenant): Queue<A, Given> {
    const ofStore = queues.get(store) ?? new Map<Tenant, Queue<A, Given>>();
    queues.set(store, ofStore);
    const queue = ofStore.get(tenant) ?? { waiting: [], running: 0, slow: 0 };
    ofStore.set(tenant, queue);
    return queue;
  }

  async function alone(store: Store, asked: A): Promise<Given> {
    const [outcome] = await together(store, [asked], { alone: true });
    if (outcome === undefined || typeof outcome === "string") throw new StaleContext();
    return outcome.given;
  }

  function start(store: Store, queue: Queue<A, Given>): void {
    const isFree = queue.running === queue.slow && queue.running < MOST_AT_ONCE;
    if (!isFree || queue.waiting.length === 0) return;
    const batch = queue.waiting.splice(0, MOST_TOGETHER);
    let isSlow = 0;
    const timer = setTimeout(() => {
      isSlow = 1;
      queue.slow += 1;
      start(store, queue);
    }, SLOW_MS);
    queue.running += 1;
    void carryOut(store, batch).finally(() => {
      clearTimeout(timer);
      queue.running -= 1;
      queue.slow -= isSlow;
      start(store, queue);
    });
  }

  async function carryOut(store: Store, batch: Queue<A, Given>["waiting"]): Promise<void> {
    const asked = batch.map((each) => each.asked);
    // When it fails nothing of it is kept, and nobody knows yet by whose fault.
    const outcomes = await together(store, asked, { alone: false }).catch(() => undefined);
    for (const [at, one] of batch.entries()) {
      const outcome = outcomes?.[at] ?? "alone";
      if (outcome === "stale") one.reject(new StaleContext());
      // Not waited for: what keeps it keeps nobody else.
      else if (outcome === "alone") void alone(store, one.asked).then(one.resolve, one.reject);
      else one.resolve(outcome.given);
    }
  }

  return (store, asked, how) => {
    if (how?.alone === true) return alone(store, asked);
    const queue = queueOf(store, asked.ctx.tenant);
    return new Promise((resolve, reject) => {
      queue.waiting.push({ asked, resolve, reject });
      // Behind everything that has come in by now.
      if (queue.waiting.length === 1) setImmediate(() => start(store, queue));
    });
  };
}
