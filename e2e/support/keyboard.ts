import type { Locator, Page } from "playwright-core";

import type { Hand } from "./hand.ts";

/** More stops than any page has: then the target cannot be reached with the keys. */
const MOST_STOPS = 1500;

/** A user with the keys alone, who sees where the focus is and that it goes in the order of the page. */
export function keyboard(page: Page): Hand {
  const faults: string[] = [];
  const reach = async (target: Locator): Promise<void> => {
    const lost = await page.evaluate(lostAfter);
    if (lost !== undefined) faults.push(lost);
    await tabTo(page, target, faults);
  };
  return {
    name: "keyboard",
    page,
    faults,
    press: async (target) => {
      await reach(target);
      await page.evaluate(rememberPress);
      await page.keyboard.press("Enter");
    },
    write: async (target, text) => {
      await reach(target);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.press("Delete");
      // A line break is a key in a text and the end of a form elsewhere: what is pasted is inserted.
      await page.keyboard.insertText(text);
    },
    setDate: async (target, value) => {
      await reach(target);
      await typeDate(page, target, value);
    },
    tick: async (target) => {
      await tickWithKeys(page, target, reach);
    },
    pick: async (target, value) => {
      await reach(target);
      await stepToOption(page, target, value);
    },
  };
}

/** Runs in the page: what is pressed now is known until the page is loaded anew. */
function rememberPress(): void {
  const marks = window as unknown as { mpPressed?: string | undefined };
  marks.mpPressed = document.activeElement?.textContent ?? "";
}

/** Runs in the page: whoever pressed something that went away must soon be somewhere again. */
async function lostAfter(): Promise<string | undefined> {
  const marks = window as unknown as { mpPressed?: string | undefined };
  const pressed = marks.mpPressed;
  marks.mpPressed = undefined;
  const nowhere = (): boolean =>
    document.activeElement === null || document.activeElement === document.body;
  const until = performance.now() + 3000;
  while (pressed !== undefined && nowhere() && performance.now() < until) {
    await new Promise(requestAnimationFrame);
  }
  return pressed === undefined || !nowhere() ? undefined : `focus lost after: ${pressed}`;
}

/**
 * Presses Tab (or Shift+Tab, where the target lies behind) until the target has the focus. On the way every stop must
 * be visible and lie further on in the page than the one before.
 */
async function tabTo(page: Page, target: Locator, faults: string[]): Promise<void> {
  await target.waitFor();
  const element = await target.elementHandle();
  if (element === null) throw new Error("There is nothing to reach");
  const backwards = await element.evaluate((node) => {
    const now = document.activeElement;
    if (now === null || now === document.body) return false;
    return (now.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  });
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const seen = await element.evaluate(look, { first: stop === 0, backwards });
    if (seen.fault !== undefined) faults.push(seen.fault);
    if (seen.there) return;
    await page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
  }
  const what = await element.evaluate((node) => node.outerHTML.slice(0, 200));
  throw new Error(`The keys do not lead to ${what}`);
}

interface Look {
  readonly there: boolean;
  readonly fault?: string;
}

/** Runs in the page: is the target focused, can the focus be seen, and does it go on in the order of the page? */
function look(
  node: Node,
  { first, backwards }: { readonly first: boolean; readonly backwards: boolean },
): Look {
  const marks = window as unknown as { mpFocusBefore?: Element | undefined };
  const now = document.activeElement;
  const before = first ? undefined : marks.mpFocusBefore;
  marks.mpFocusBefore = now ?? undefined;
  const inGroup = (radio: Node): string =>
    radio instanceof HTMLInputElement && radio.type === "radio" ? radio.name : "";
  const there =
    now === node || (inGroup(node) !== "" && now !== null && inGroup(now) === inGroup(node));
  if (first || now === null || now === document.body) return { there };
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()} ${(element.id || element.textContent || "").slice(0, 60)}`;
  const named = nameOf(now);
  if (before !== undefined && before !== now && before.isConnected) {
    const relation = before.compareDocumentPosition(now);
    const onward = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    if ((relation & onward) === 0)
      return { there, fault: `out of order: ${nameOf(before)}, then ${named}` };
  }
  // A person of the map is a group in a drawing: its own frame is the ring.
  const ringed = (element: Element): boolean =>
    element instanceof SVGGElement &&
    [...element.querySelectorAll("rect")].some(
      (rect) => Number.parseFloat(getComputedStyle(rect).strokeWidth) >= 4,
    );
  const shown =
    ringed(now) ||
    [now, now.closest("label")].some((each) => {
      if (each === null) return false;
      return [getComputedStyle(each), getComputedStyle(each, "::after")].some(
        ({ outlineStyle, outlineWidth, boxShadow, content }) =>
          content !== "none" &&
          ((outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) ||
            boxShadow !== "none"),
      );
    });
  if (!shown) return { there, fault: `focus not visible: ${named}` };
  const inside = (): boolean => {
    const box = now.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  // A line that came above it since, because a text was saved, may have moved it out of view again.
  if (!inside()) now.scrollIntoView({ block: "nearest" });
  return inside() ? { there } : { there, fault: `focus outside the window: ${named}` };
}

/** Radio buttons of a group are one stop: the arrows go between them. */
async function tickWithKeys(
  page: Page,
  target: Locator,
  reach: (target: Locator) => Promise<void>,
): Promise<void> {
  await reach(target);
  const kind = await target.getAttribute("type");
  const isFocused = (): Promise<boolean> =>
    target.evaluate((node) => node === document.activeElement);
  for (let step = 0; kind === "radio" && step < 50 && !(await isFocused()); step += 1) {
    await page.keyboard.press("ArrowDown");
  }
  if (!(await target.isChecked())) await page.keyboard.press("Space");
}

/** In which order a browser asks for the parts of a day follows from its own language, not from the page's. */
const DATE_ORDERS = [
  ["month", "day", "year"],
  ["year", "month", "day"],
  ["day", "month", "year"],
] as const;

/** More steps to the left than a date field has parts. */
const PARTS = 8;

/**
 * Types a day part by part, as people do who see the field. A part of two digits goes on by itself; the year,
 * which may be longer, does not.
 */
async function typeDate(page: Page, target: Locator, value: string): Promise<void> {
  const [year = "", month = "", day = "", hour, minute] = value.split(/[-T:]/u);
  const parts = { year, month, day };
  for (const order of DATE_ORDERS) {
    for (let step = 0; step < PARTS; step += 1) await page.keyboard.press("ArrowLeft");
    for (const part of order) {
      await page.keyboard.type(parts[part]);
      if (part === "year") await page.keyboard.press("ArrowRight");
    }
    if (hour !== undefined && minute !== undefined) await typeTime(page, hour, minute);
    if ((await target.inputValue()) === value) return;
  }
  throw new Error(`The field for a day took ${await target.inputValue()} for ${value}`);
}

/** The time by twelve or twenty-four hours: a part for the half of the day is there or not. */
async function typeTime(page: Page, hour: string, minute: string): Promise<void> {
  const twelve = Number(hour) % 12 === 0 ? 12 : Number(hour) % 12;
  await page.keyboard.type(String(twelve).padStart(2, "0"));
  await page.keyboard.type(minute);
  await page.keyboard.press(Number(hour) < 12 ? "a" : "p");
}

/** The arrows go through a closed select list, choosing as they go. */
async function stepToOption(page: Page, target: Locator, value: string): Promise<void> {
  await target.locator(`option[value="${value}"]`).waitFor({ state: "attached" });
  const way = await target.evaluate((node, wanted) => {
    if (!(node instanceof HTMLSelectElement)) throw new Error("not a select list");
    const at = [...node.options].findIndex((option) => option.value === wanted);
    if (at === -1) throw new Error(`no option ${wanted}`);
    return at - node.selectedIndex;
  }, value);
  for (let step = 0; step < Math.abs(way); step += 1) {
    await page.keyboard.press(way > 0 ? "ArrowDown" : "ArrowUp");
  }
}
