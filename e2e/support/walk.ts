import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

import { printFaults } from "./structure.ts";

/** More stops than any page has. */
const MOST_STOPS = 400;

/**
 * Goes through a whole page with Tab, from its beginning until the focus has left it, and tells what was wrong: a stop
 * that cannot be seen or lies under something else, one that comes before what is above it in the page, a trap, and
 * what takes keys and was never reached.
 */
export async function walkFaults(page: Page, name: string): Promise<readonly string[]> {
  await page.evaluate(begin);
  const faults: string[] = [];
  for (let stop = 0; ; stop += 1) {
    if (stop === MOST_STOPS) {
      faults.push("the keys do not lead out of the page");
      break;
    }
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(look);
    faults.push(...seen.faults);
    if (seen.out) break;
  }
  faults.push(...(await page.evaluate(missed)));
  return faults.map((fault) => `${name} (keys): ${fault}`);
}

interface Walk {
  before: Element | undefined;
  readonly reached: Set<Element>;
}

/** Runs in the page: the next Tab goes to the first stop. */
function begin(): void {
  const walk: Walk = { before: undefined, reached: new Set() };
  Reflect.set(window, "mpWalk", walk);
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  window.scrollTo(0, 0);
}

/** Runs in the page after each Tab. */
function look(): { readonly out: boolean; readonly faults: readonly string[] } {
  const walk = Reflect.get(window, "mpWalk") as Walk;
  const now = document.activeElement;
  // The focus has left the page, or has come round to its beginning.
  if (now === null || now === document.body || walk.reached.has(now)) {
    const stuck = now !== null && now === walk.before && !(now instanceof HTMLInputElement);
    return {
      out: !(now === walk.before && now instanceof HTMLInputElement),
      faults: stuck ? ["a trap"] : [],
    };
  }
  const faults: string[] = [];
  const named = `${now.tagName.toLowerCase()} ${(now.id || now.textContent || "").slice(0, 50)}`;
  if (walk.before !== undefined) {
    const relation = walk.before.compareDocumentPosition(now);
    if ((relation & Node.DOCUMENT_POSITION_FOLLOWING) === 0) faults.push(`out of order: ${named}`);
  }
  walk.before = now;
  walk.reached.add(now);
  const marks = [now, now.closest("label")].flatMap((each) =>
    each === null ? [] : [getComputedStyle(each), getComputedStyle(each, "::after")],
  );
  const marked = marks.some(
    ({ outlineStyle, outlineWidth, content }) =>
      content !== "none" && outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
  );
  // A person of the map is drawn: its frame is what is marked.
  const frame = now instanceof SVGElement ? now.querySelector("rect") : null;
  const framed = frame !== null && Number.parseFloat(getComputedStyle(frame).strokeWidth) >= 4;
  if (!marked && !framed) faults.push(`focus not visible: ${named}`);
  const box = now.getBoundingClientRect();
  const across = [0.1, 0.5, 0.9].map((part) => box.left + box.width * part);
  const down = [0.15, 0.5, 0.85].map((part) => box.top + box.height * part);
  const shown = across.some((x) =>
    down.some((y) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (now.contains(top) || top.contains(now));
    }),
  );
  if (!shown) faults.push(`focus under something else or outside the window: ${named}`);
  return { out: false, faults };
}

/** Runs in the page: what takes keys and was passed by. A group of radio buttons is one stop, and so is a toolbar. */
function missed(): readonly string[] {
  const { reached } = Reflect.get(window, "mpWalk") as Walk;
  const groups = new Set(
    [...reached].map((each) =>
      each instanceof HTMLInputElement && each.type === "radio" ? each.name : "",
    ),
  );
  return [
    ...document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex]",
    ),
  ]
    .filter(
      (each) =>
        each.tabIndex >= 0 &&
        !each.matches(":disabled") &&
        each.checkVisibility({ visibilityProperty: true }) &&
        !reached.has(each) &&
        !(each instanceof HTMLInputElement && each.type === "radio" && groups.has(each.name)),
    )
    .map(
      (each) =>
        `never reached: ${each.tagName.toLowerCase()} ${(each.id || each.textContent || "").slice(0, 50)}`,
    );
}

/** The page as those meet it who use keys, and those who hold it on paper. */
export async function expectWalked(page: Page, name: string): Promise<void> {
  expect([...(await walkFaults(page, name)), ...(await printFaults(page, name))]).toEqual([]);
}

/** Escape closes the panel and gives the focus back to what opened it. */
export async function closeBackTo(page: Page, opener: Locator): Promise<void> {
  await page.keyboard.press("Escape");
  await page.locator(".side-panel").waitFor({ state: "detached" });
  await expect.poll(() => opener.evaluate((node) => node === document.activeElement)).toBe(true);
}
