import type { Uuid } from "../../src/kernel/ids.ts";
import { recovered } from "../../web/local-copy/recovered.ts";
import { type Chance, chanceOf } from "../faults/chance.ts";
import { DraftServer } from "./draft-server.ts";
import { Device, ofPage, Tab } from "./editors.ts";
import { networkOf, type Weather } from "./network.ts";
import { pieceOf, piecesIn, type Typed } from "./traces.ts";
import { installTime, type VirtualTime } from "./virtual-time.ts";

/** What is typed is on the disk of the browser this soon. */
const KEPT_MS = 400;
export const LIST = "goals";
const calm: Weather = { lost: 0, repeated: 0, late: 0 };

/** Some people at their browsers, a network between, and the server. */
export class World {
  readonly time: VirtualTime;
  readonly server: DraftServer;
  readonly devices: readonly Device[];
  readonly chance: Chance;
  readonly typed = new Map<string, Typed>();
  readonly tabs: Tab[] = [];
  weather: Weather;
  readonly #restore: () => void;
  #ids = 0;

  constructor(seed: number, people: number, weather: Weather) {
    this.chance = chanceOf(seed);
    this.weather = weather;
    this.time = installTime(ofPage);
    this.server = new DraftServer(this.time.now);
    this.devices = Array.from({ length: people }, () => new Device(this.id()));
    const weatherNow = () => this.weather;
    const fetching = networkOf(this.server, this.time, this.chance, weatherNow);
    const before = { fetch: globalThis.fetch, crypto: globalThis.crypto, random: Math.random };
    const set = (name: string, value: unknown) =>
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    set("fetch", fetching);
    set(
      "crypto",
      cryptoOf(() => this.id()),
    );
    Math.random = () => this.chance.next();
    recovered.set({ saved: 0, left: [] });
    this.#restore = () => {
      this.time.restore();
      set("fetch", before.fetch);
      set("crypto", before.crypto);
      Math.random = before.random;
    };
  }

  /** Puts everything back that it took the place of. */
  end(): void {
    this.#restore();
  }

  id(): Uuid {
    this.#ids += 1;
    return `018f0000-0000-7000-8000-${String(this.#ids).padStart(12, "0")}` as Uuid;
  }

  open(device: Device): Tab {
    device.signedIn = true;
    const tab = new Tab(device, this.time, { draft: this.id(), item: "item" });
    this.tabs.push(tab);
    return tab;
  }

  alive(): readonly Tab[] {
    return this.tabs.filter((tab) => !tab.gone);
  }

  /** A new piece, typed in a tab now. */
  piece(tab: Tab): string {
    const nth = this.tabs.indexOf(tab);
    const id = `${String.fromCodePoint(97 + (nth % 26)).repeat(1 + Math.trunc(nth / 26))}${this.typed.size + 1}`;
    const text = pieceOf(id);
    const at = this.time.now();
    this.typed.set(id, { id, text, tab: nth, at, letGo: false, excused: false });
    return text;
  }

  /** Somebody who sees these values puts another in their place. */
  replaced(seen: unknown, by: unknown): void {
    const stays = new Set(piecesIn(by));
    for (const id of piecesIn(seen)) {
      const piece = this.typed.get(id);
      if (piece !== undefined && !stays.has(id)) piece.letGo = true;
    }
  }

  /** A tab ends as by a power cut. */
  crash(tab: Tab): void {
    const nth = this.tabs.indexOf(tab);
    const safe = tab.copies.works() ? this.time.now() - KEPT_MS : 0;
    for (const piece of this.typed.values()) {
      if (piece.tab === nth && (piece.at >= safe || piece.at <= tab.device.clearedAt)) {
        piece.excused = true;
      }
    }
    tab.crash();
  }

  /** What a browser that died had left is gone when its owner signs out: that is what signing out is for. */
  erased(device: Device): void {
    const dead = new Set(
      this.tabs.flatMap((tab, nth) => (tab.gone && tab.device === device ? [nth] : [])),
    );
    for (const piece of this.typed.values()) if (dead.has(piece.tab)) piece.excused = true;
  }

  /** Everybody has contact and is signed in, and all that is on its way arrives. */
  async calmDown(): Promise<void> {
    this.weather = calm;
    for (const device of this.devices) {
      device.offline = false;
      device.box.full = false;
    }
    // Whoever was about to sign something, or to sign out, has done so.
    await this.time.advance(30_000);
    for (const device of this.devices) this.open(device);
    await this.time.advance(90_000);
  }
}

/** Sealing is tried elsewhere; here it only has to take its turn like the rest. */
function cryptoOf(id: () => string): unknown {
  return {
    randomUUID: id,
    getRandomValues: (bytes: Uint8Array) => bytes,
    subtle: {
      importKey: async () => ({}),
      encrypt: async (_how: unknown, _key: unknown, bytes: Uint8Array) => bytes.slice().buffer,
      decrypt: async (_how: unknown, _key: unknown, bytes: ArrayBuffer) => bytes.slice(0),
    },
  };
}
