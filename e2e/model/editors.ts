import { AsyncLocalStorage } from "node:async_hooks";

import type { Uuid } from "../../src/kernel/ids.ts";
import { DraftStore } from "../../web/drafts/draft-store.ts";
import type { Alive } from "../../web/local-copy/alive.ts";
import type { CopyBox, KeptCopy } from "../../web/local-copy/copy-box.ts";
import { LocalCopies } from "../../web/local-copy/local-copies.ts";
import { resendLeft } from "../../web/local-copy/resend-left.ts";
import type { VirtualTime } from "./virtual-time.ts";

const LOOK_EVERY_MS = 5000;
const FORMS_FIRST_MS = 2000;
const HOURS = 72;
const secret = btoa("s".repeat(32));

/** Whose code runs: what a tab starts, also later, is the tab's. */
export const here = new AsyncLocalStorage<Tab>();

/** What a page wants done later is not done when it is gone by then. */
export function ofPage(work: () => void): () => void {
  const tab = here.getStore();
  return () => {
    if (tab?.gone !== true) work();
  };
}

/** A browser of somebody, with what it keeps on disk. */
export class Device {
  readonly staff: Uuid;
  readonly box = new MemoryBox();
  /** Keys of the forms that are open in its tabs. */
  readonly open = new Map<string, Tab>();
  offline = false;
  signedIn = true;
  /** When what it kept was erased. */
  clearedAt = -1;

  constructor(staff: Uuid) {
    this.staff = staff;
  }
}

class MemoryBox implements CopyBox {
  readonly kept = new Map<string, KeptCopy>();
  full = false;
  readonly put = async (copy: KeptCopy): Promise<void> => {
    if (this.full) throw new DOMException("no room", "QuotaExceededError");
    this.kept.set(copy.key, copy);
  };
  readonly remove = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) this.kept.delete(key);
  };
  readonly all = async (): Promise<readonly KeptCopy[]> => [...this.kept.values()];
  readonly clear = async (): Promise<void> => this.kept.clear();
}

/** A tab with one form, written with the page's own code. */
export class Tab {
  readonly device: Device;
  readonly store: DraftStore;
  readonly copies: LocalCopies;
  gone = false;
  readonly #time: VirtualTime;

  constructor(device: Device, time: VirtualTime, target: { draft: string; item: string }) {
    this.device = device;
    this.#time = time;
    this.copies = new LocalCopies(device.box, this.#alive());
    const about = { document: "note", akt: "akt", matter: "matter", ...target };
    this.store = new DraftStore(about, this.copies);
    this.run(() => this.#begin());
  }

  /** Runs as this tab; nothing of a tab that is gone runs any more. */
  run<T>(work: () => T): T {
    return here.run(this, work);
  }

  /** As a power cut: only what lies on the disk is left. */
  crash(): void {
    this.gone = true;
    for (const [key, tab] of this.device.open) if (tab === this) this.device.open.delete(key);
  }

  #begin(): void {
    const now = new Date(Date.UTC(2026, 2, 2, 8) + this.#time.now()).toISOString();
    void this.copies.begin({ owner: this.device.staff, secret, now, hours: HOURS });
    this.store.begin();
    const again = (): void => {
      void this.store.look();
      setTimeout(again, LOOK_EVERY_MS);
    };
    setTimeout(again, LOOK_EVERY_MS);
    const resend = async (): Promise<void> => {
      if (!(await resendLeft(this.copies, () => undefined)))
        setTimeout(() => void resend(), LOOK_EVERY_MS);
    };
    setTimeout(() => void resend(), FORMS_FIRST_MS);
  }

  #alive(): Alive {
    return {
      hold: (key) => void this.device.open.set(key, this),
      keys: async () => [...this.device.open.keys()],
    };
  }
}
