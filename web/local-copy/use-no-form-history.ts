import { useEffect } from "react";

const controls = "input, textarea, select";

/**
 * Keeps browsers from writing what stands in forms to disk: they save it with the history of a tab, to fill it in
 * again after a crash. Nothing here needs that, and text about a child must not lie there. A control that says
 * for itself what it is for (a password, a user name) is left alone.
 */
export function useNoFormHistory(): void {
  useEffect(() => {
    keepOut(document.body);
    const watcher = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) if (node instanceof Element) keepOut(node);
      }
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, []);
}

function keepOut(part: Element): void {
  const within = [...part.querySelectorAll(controls)];
  for (const control of part.matches(controls) ? [part, ...within] : within) {
    if (!control.hasAttribute("autocomplete")) control.setAttribute("autocomplete", "off");
  }
}
