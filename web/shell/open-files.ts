import type { PersonLabel } from "../../src/contract/shapes.ts";
import { externalStore } from "../api/external-store.ts";

/** A file that has been opened on this page: kept in memory only, gone when the page is closed. */
export interface OpenFile {
  readonly akt: string;
  readonly child: PersonLabel;
}

/** More files than this are not kept apart at a glance. */
const most = 6;

const none: readonly OpenFile[] = [];
const store = externalStore(none);

/** The files that lie open, in the order they were opened; a seventh puts the first one away. */
export const openFiles = {
  get: store.get,
  open: (file: OpenFile): void => {
    const files = store.get();
    const same = files.find((each) => each.akt === file.akt);
    if (same?.child === file.child) return;
    store.set(
      same === undefined
        ? [...files, file].slice(-most)
        : files.map((each) => (each.akt === file.akt ? file : each)),
    );
  },
  close: (akt: string): void => store.set(store.get().filter((each) => each.akt !== akt)),
  clear: (): void => store.set(none),
  subscribe: store.subscribe,
};
