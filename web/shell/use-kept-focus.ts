import { useEffect } from "react";

/** Long enough for a part of the page to put the focus where it wants it. */
const graceMs = 60;

/**
 * What is pressed may go away: a row that is done, a question that has been answered. Whoever listens or uses keys
 * must not be thrown back to the beginning of the page: the focus goes to the heading of the part where it was. A
 * change of room has a heading of its own (`useHeadingFocus`).
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let trail: readonly Element[] = [];
    let room = location.pathname;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = (): boolean => {
      const now = document.activeElement;
      const [last] = trail;
      return last !== undefined && !last.isConnected && (now === null || now === document.body);
    };
    function keep(): void {
      timer = undefined;
      if (!isLost() || location.pathname !== room) return;
      const heading = headingOf(trail);
      trail = [];
      if (heading === undefined) return;
      if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    function onFocus({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      trail = withAncestors(target);
      room = location.pathname;
    }
    const observer = new MutationObserver(() => {
      if (timer === undefined && isLost()) timer = setTimeout(keep, graceMs);
    });
    document.addEventListener("focusin", onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", onFocus);
    };
  }, []);
}

function withAncestors(element: Element): readonly Element[] {
  const trail: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    trail.push(each);
  }
  return trail;
}

/** The first heading that is seen in the closest part that is still there. */
function headingOf(trail: readonly Element[]): HTMLElement | undefined {
  for (const part of trail) {
    if (!part.isConnected) continue;
    const headings = [...part.querySelectorAll<HTMLElement>("h1, h2, h3")];
    const seen = headings.find((heading) => heading.checkVisibility());
    if (seen !== undefined) return seen;
  }
  return undefined;
}
