import { externalStore } from "../api/external-store.ts";

/** The panels of the page itself: one at a time, opened by key, by button or from another panel. */
export type PanelName = "map" | "note" | "find" | "palette" | "phrases";

export const shownPanel = externalStore<PanelName | undefined>(undefined);

export function showPanel(name: PanelName): void {
  shownPanel.set(name);
}

export function hidePanel(): void {
  shownPanel.set(undefined);
}
