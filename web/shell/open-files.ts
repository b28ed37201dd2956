import type { PersonLabel } from "../../src/contract/shapes.ts";

/** A file that has been opened on this page: kept in memory only, gone when the page is closed. */
export interface OpenFile {
  readonly akt: string;
  readonly child: PersonLabel;
}

/** More files than this are not kept apart at a glance. */
const most = 6;

let files: readonly OpenFile[] = [];
const listeners = new Set<() => void>();

function set(next: readonly OpenFile[]): void {
  files = next;
  for (const listener of listeners) listener();
}

/** The files that lie open, in the order they were opened; a seventh puts the first one away. */
export const openFiles = {
  get: (): readonly OpenFile[] => files,
  open: (file: OpenFile): void => {
    const same = files.find((each) => each.akt === file.akt);
    if (same?.child === file.child) return;
    set(
      same === undefined
        ? [...files, file].slice(-most)
        : files.map((each) => (each.akt === file.akt ? file : each)),
    );
  },
  close: (akt: string): void => set(files.filter((each) => each.akt !== akt)),
  clear: (): void => set([]),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
