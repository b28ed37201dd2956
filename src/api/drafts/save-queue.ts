import type { Result } from "../../kernel/result.ts";
import type { Store } from "../../store/deps.ts";
import type { DraftField } from "../../store/drafts/assemble-draft.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { Tenant } from "../../store/tenant.ts";
import { StaleContext } from "../http/handler.ts";
import { saveTogether, type AskedSave, type Saved } from "./save-together.ts";

/** Saves in one transaction, and transactions at once: while they run, the next ones gather. */
const MOST_TOGETHER = 64;
const MOST_AT_ONCE = 2;
/** A save of more changes, or of as many letters, goes alone and holds nobody up. */
const MANY_CHANGES = 40;
const LONG = 20_000;

type SavedFields = Result<readonly DraftField[]>;

interface Waiting extends AskedSave {
  readonly resolve: (saved: SavedFields) => void;
  readonly reject: (reason: unknown) => void;
}

interface Queue {
  waiting: Waiting[];
  running: number;
}

const queues = new WeakMap<Store, Map<Tenant, Queue>>();

/**
 * Saves a draft. Nothing is waited for while few save; when many do, those that come while others are being
 * written are written together, for what a transaction costs is then paid once. Answered after the commit.
 * One that fails takes no other with it: what cannot be done together is done one by one. Throws
 * {@link StaleContext} when it is no longer true who asks.
 */
export function queueSave(store: Store, asked: AskedSave): Promise<SavedFields> {
  if (isLarge(asked)) return saveAlone(store, asked);
  const { tenant } = asked.ctx;
  const ofStore = queues.get(store) ?? new Map<Tenant, Queue>();
  queues.set(store, ofStore);
  const queue = ofStore.get(tenant) ?? { waiting: [], running: 0 };
  ofStore.set(tenant, queue);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ ...asked, resolve, reject });
    // Behind everything that has come in by now.
    if (queue.waiting.length === 1) setImmediate(() => start(store, tenant, queue));
  });
}

function start(store: Store, tenant: Tenant, queue: Queue): void {
  while (queue.waiting.length > 0 && queue.running < MOST_AT_ONCE) {
    const batch = queue.waiting.splice(0, MOST_TOGETHER);
    queue.running += 1;
    void carryOut(store, tenant, batch).then(() => {
      queue.running -= 1;
      start(store, tenant, queue);
    });
  }
}

async function carryOut(store: Store, tenant: Tenant, batch: readonly Waiting[]): Promise<void> {
  const all = await together(store, tenant, batch);
  for (const [at, waiting] of batch.entries()) {
    const saved = all?.[at] ?? "held";
    if (saved === "stale") waiting.reject(new StaleContext());
    else if (saved !== "held") waiting.resolve(saved);
    // Not waited for: whoever holds that draft keeps nobody else from saving.
    else void saveAlone(store, waiting).then(waiting.resolve, waiting.reject);
  }
}

/** Undefined when the transaction failed: nothing of it is kept, and nobody knows yet whose fault it was. */
async function together(
  store: Store,
  tenant: Tenant,
  batch: readonly Waiting[],
): Promise<readonly Saved[] | undefined> {
  try {
    return await inTenant(store.pools.app, tenant, (tx) =>
      saveTogether(store, tx, batch, { leaveHeld: true }),
    );
  } catch {
    return undefined;
  }
}

async function saveAlone(store: Store, asked: AskedSave): Promise<SavedFields> {
  const { tenant } = asked.ctx;
  const [saved] = await inTenant(store.pools.app, tenant, (tx) =>
    saveTogether(store, tx, [asked], { leaveHeld: false }),
  );
  if (saved === undefined || saved === "stale" || saved === "held") throw new StaleContext();
  return saved;
}

function isLarge({ request: { changes } }: AskedSave): boolean {
  const letters = changes.reduce(
    (sum, { value }) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );
  return changes.length > MANY_CHANGES || letters > LONG;
}
