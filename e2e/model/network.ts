import type { Chance } from "../faults/chance.ts";
import type { DraftServer } from "./draft-server.ts";
import { here } from "./editors.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** Shares of the messages, from 0 to 1. */
export interface Weather {
  /** Never arrives, or its answer never does. */
  readonly lost: number;
  readonly repeated: number;
  /** Takes so long that what was sent later arrives before it. */
  readonly late: number;
}

const SOON_MS = 80;
const LATE_MS = 14_000;
const HANGS_MS = 60_000;

/** A `fetch` that loses, repeats and delays; it fails at once where a device has no contact. */
export function networkOf(
  server: DraftServer,
  time: VirtualTime,
  chance: Chance,
  weather: () => Weather,
): (url: string, init: RequestInit) => Promise<Response> {
  const takes = (): number => chance.between(1, chance.next() < weather().late ? LATE_MS : SOON_MS);
  return (url, init) => {
    const tab = here.getStore();
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    if (tab === undefined || tab.device.offline) {
      time.after(1, () => reject(new TypeError("no contact")));
      return promise;
    }
    const { device } = tab;
    init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    const body = JSON.parse(typeof init.body === "string" ? init.body : "{}") as Record<
      string,
      unknown
    >;
    const arrive = () =>
      device.signedIn ? server.handle(device.staff, url, body) : { status: 401, body: {} };
    const lost = (): boolean => chance.next() < weather().lost;
    const fails = () => time.after(chance.between(1, HANGS_MS), () => reject(new TypeError("cut")));
    if (lost()) {
      fails();
      return promise;
    }
    if (chance.next() < weather().repeated) time.after(takes(), () => void arrive());
    time.after(takes(), () => {
      const { status, body: said } = arrive();
      if (lost()) return fails();
      const text = JSON.stringify(said);
      const answer = { ok: status === 200, status, text: async () => text };
      time.after(takes(), () => {
        if (!tab.gone) resolve(answer as Response);
      });
    });
    return promise;
  };
}
