import { AsyncLocalStorage } from "node:async_hooks";

/** Time that goes on only when told, for everything that asks for it by the names of the browser. */
export interface VirtualTime {
  /** Milliseconds since it began. */
  readonly now: () => number;
  /** Goes on, and does what falls due in its order. */
  readonly advance: (ms: number) => Promise<void>;
  /** Does something later. */
  readonly after: (ms: number, work: () => void) => void;
  readonly restore: () => void;
}

interface Job {
  readonly id: number;
  readonly at: number;
  readonly work: () => void;
}

/**
 * Takes the place of the timers, the clock of the page and its time limits until restored. `ofPage` makes what a
 * page wants done later into what is done: nothing, when the page is gone by then.
 */
export function installTime(ofPage: (work: () => void) => () => void): VirtualTime {
  const real = { setTimeout, clearTimeout, setImmediate, timeout: AbortSignal.timeout };
  const jobs = new Map<number, Job>();
  let now = 0;
  let last = 0;
  const later = (work: () => void, ms = 0): number => {
    last += 1;
    jobs.set(last, { id: last, at: now + Math.max(0, ms), work: AsyncLocalStorage.bind(work) });
    return last;
  };
  const page = (work: () => void, ms?: number): number => later(ofPage(work), ms);
  const limit = (ms: number): AbortSignal => {
    const control = new AbortController();
    page(() => control.abort(new DOMException("no answer", "TimeoutError")), ms);
    return control.signal;
  };
  Object.assign(globalThis, { setTimeout: page, clearTimeout: (id: number) => jobs.delete(id) });
  AbortSignal.timeout = limit;
  Object.defineProperty(performance, "now", { value: () => now, configurable: true });
  // One turn of the loop: everything that was promised has been kept.
  const settle = () => new Promise<void>((resolve) => void real.setImmediate(resolve));
  return {
    now: () => now,
    after: (ms, work) => void later(work, ms),
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let due = nextOf(jobs, until); due !== undefined; due = nextOf(jobs, until)) {
        jobs.delete(due.id);
        now = due.at;
        due.work();
        await settle();
      }
      now = until;
    },
    restore: () => {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      AbortSignal.timeout = real.timeout;
      Reflect.deleteProperty(performance, "now");
    },
  };
}

function nextOf(jobs: ReadonlyMap<number, Job>, until: number): Job | undefined {
  let next: Job | undefined;
  for (const job of jobs.values()) {
    if (job.at <= until && (next === undefined || job.at < next.at)) next = job;
  }
  return next;
}
