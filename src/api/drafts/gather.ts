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
  /**
   * Where a transaction has statements for the number of its requests: those under way and waiting are shared out
   * evenly, in numbers that come again. Who was answered is waited for so long, while another transaction runs.
   */
  readonly backWithinMs?: number;
}
const SIZES: Sizes = { most: 250, atOnce: 1, slowMs: 30 };
const MOST_AT_ONCE = 4;
/** Of requests that are shared out: a statement for every number there might be would be planned when it comes first. */
const NUMBERS = [16, 12, 8, 6, 4, 3, 2, 1];

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

type Waiting<A, Given> = {
  readonly asked: A;
  readonly resolve: (given: Given) => void;
  readonly reject: (reason: unknown) => void;
}[];

interface Queue<A, Given> {
  readonly waiting: Waiting<A, Given>;
  running: number;
  /** Of those that run. */
  slow: number;
  /** Requests of those that run. */
  underWay: number;
  /** Who was answered a moment ago and may be back at once with the next. */
  due: number;
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
  const queueOf = makeQueues<A, Given>();

  async function alone(store: Store, asked: A): Promise<Given> {
    const [outcome] = await together(store, [asked], { alone: true });
    if (outcome === undefined || typeof outcome === "string") throw new StaleContext();
    return outcome.given;
  }

  function start(store: Store, queue: Queue<A, Given>): void {
    const isFree = queue.running < queue.slow + sizes.atOnce && queue.running < MOST_AT_ONCE;
    if (!isFree || queue.waiting.length === 0) return;
    const size = sizeOf(queue, sizes);
    if (size === 0) return;
    const batch = queue.waiting.splice(0, size);
    let isSlow = 0;
    const timer = setTimeout(() => {
      isSlow = 1;
      queue.slow += 1;
      start(store, queue);
    }, sizes.slowMs);
    queue.running += 1;
    queue.underWay += batch.length;
    void carryOut(store, queue, batch).finally(() => {
      clearTimeout(timer);
      queue.running -= 1;
      queue.slow -= isSlow;
      queue.underWay -= batch.length;
      start(store, queue);
    });
    // Those that did not fit, where another may run beside.
    start(store, queue);
  }

  async function carryOut(store: Store, queue: Queue<A, Given>, batch: Waiting<A, Given>) {
    const asked = batch.map((each) => each.asked);
    // When it fails nothing of it is kept, and nobody knows yet by whose fault.
    const outcomes = await together(store, asked, { alone: false }).catch(() => undefined);
    expectBack(queue, batch.length, sizes, () => start(store, queue));
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
      const isAwaited = queue.due > 0;
      if (isAwaited) queue.due -= 1;
      // Behind everything that has come in by now.
      if (isAwaited || queue.waiting.length === 1) setImmediate(() => start(store, queue));
    });
  };
}

/** A queue for each board of each store, made when it is first asked for. */
function makeQueues<A, Given>(): (store: Store, tenant: Tenant) => Queue<A, Given> {
  const queues = new WeakMap<Store, Map<Tenant, Queue<A, Given>>>();
  return (store, tenant) => {
    const ofStore = queues.get(store) ?? new Map<Tenant, Queue<A, Given>>();
    queues.set(store, ofStore);
    const queue = ofStore.get(tenant) ?? { waiting: [], running: 0, slow: 0, underWay: 0, due: 0 };
    ofStore.set(tenant, queue);
    return queue;
  };
}

/** Those that were answered may be back at once: waited for while another transaction runs, and not for long. */
function expectBack<A, Given>(
  queue: Queue<A, Given>,
  answered: number,
  { backWithinMs }: Sizes,
  startLater: () => void,
): void {
  // The transaction that has just ended is counted still.
  if (backWithinMs === undefined || queue.running < 2) return;
  queue.due = answered;
  setTimeout(() => {
    queue.due = 0;
    startLater();
  }, backWithinMs);
}

/** How many of those that wait go now; 0 while others are about to be back that would go with them. */
function sizeOf<A, Given>(queue: Queue<A, Given>, sizes: Sizes): number {
  const { waiting, underWay, due, running } = queue;
  if (sizes.backWithinMs === undefined) return sizes.most;
  const share = Math.min(sizes.most, Math.ceil((underWay + waiting.length + due) / sizes.atOnce));
  if (running > 0 && due > 0 && waiting.length < share) return 0;
  return NUMBERS.find((number) => number <= Math.min(share, waiting.length)) ?? 1;
}
