import type { Store } from "../../store/deps.ts";
import type { Tenant } from "../../store/tenant.ts";
import { StaleContext, type RequestContext } from "../http/handler.ts";

/** How requests of a kind go together. */
export interface Sizes {
  /** Requests in one transaction. */
  readonly most: number;
  /** Transactions of a board that run at a time, while the next requests gather. */
  readonly atOnce: number;
  /** One that takes longer keeps the next no more: it may wait for a slow disk, or for a connection that is dead. */
  readonly slowMs: number;
}
const SIZES: Sizes = { most: 250, atOnce: 1, slowMs: 30 };
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
export function gather<A extends Asked, Given>(
  together: Together<A, Given>,
  sizes: Sizes = SIZES,
): Gathered<A, Given> {
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
    const isFree = queue.running < queue.slow + sizes.atOnce && queue.running < MOST_AT_ONCE;
    if (!isFree || queue.waiting.length === 0) return;
    const batch = queue.waiting.splice(0, sizes.most);
    let isSlow = 0;
    const timer = setTimeout(() => {
      isSlow = 1;
      queue.slow += 1;
      start(store, queue);
    }, sizes.slowMs);
    queue.running += 1;
    void carryOut(store, batch).finally(() => {
      clearTimeout(timer);
      queue.running -= 1;
      queue.slow -= isSlow;
      start(store, queue);
    });
    // Those that did not fit, where another may run beside.
    start(store, queue);
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
