import { type RefObject, useLayoutEffect } from "react";

interface Open {
  /** It stands in the page it belongs to, and not over whatever page there is. */
  readonly beside: boolean;
  readonly wide: boolean;
}

const open = new Set<Open>();

/** Whether any panel is open. */
export function isPanelOpen(): boolean {
  return open.size > 0;
}

/** Tells the page that a panel is open, so that it can step aside. */
export function useRoomForPanel(panel: RefObject<HTMLElement | null>, wide: boolean): void {
  useLayoutEffect(() => {
    const beside = (panel.current?.closest(".layout") ?? null) !== null;
    const one = { beside, wide };
    open.add(one);
    tell();
    return () => {
      open.delete(one);
      tell();
    };
  }, [panel, wide]);
}

function tell(): void {
  const { classList } = document.documentElement;
  const all = [...open];
  classList.toggle("panel-open", all.length > 0);
  classList.toggle(
    "panel-wide",
    all.some(({ wide }) => wide),
  );
  classList.toggle(
    "panel-beside",
    all.some(({ beside }) => beside),
  );
}
