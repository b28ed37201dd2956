import type { Page } from "playwright-core";

/**
 * What is wrong with a page that neither colours nor rules for parts of it show: one main heading and landmark, an
 * outline of headings without gaps, a language, a title that is the name of a room, no order of its own for the keys,
 * nothing that only a mouse can do, and nothing that moves.
 */
export function structureFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(inPage);
}

/** Runs in the page. */
function inPage(): readonly string[] {
  const faults: string[] = [];
  const seen = (element: Element): boolean => element.checkVisibility();
  const all = (selector: string): readonly Element[] =>
    [...document.querySelectorAll(selector)].filter(seen);
  const called = (element: Element): string =>
    `${element.tagName.toLowerCase()} ${element.id || (element.textContent ?? "").slice(0, 40)}`;
  const headings = all("h1, h2, h3, h4, h5, h6");
  const mains = all("main");
  const first = headings.filter((each) => each.tagName === "H1").length;
  if (first !== 1) faults.push(`${first} main headings`);
  if (mains.length !== 1) faults.push(`${mains.length} main landmarks`);
  if (document.documentElement.lang === "") faults.push("no language");
  if (!/^(?:[^–\d]+ – )?Mittpunkt$/u.test(document.title)) faults.push(`title: ${document.title}`);
  if (document.getAnimations().length > 0) faults.push("moves, though rest is asked for");
  let above = 0;
  for (const heading of headings) {
    const level = Number(heading.tagName.slice(1));
    if (above > 0 && level > above + 1)
      faults.push(`heading ${level} below ${above}: ${called(heading)}`);
    if ((heading.textContent ?? "").trim() === "") faults.push(`no words: ${called(heading)}`);
    above = level;
  }
  const mouse = ["onClick", "onMouseDown", "onPointerDown", "onDoubleClick", "onMouseEnter"];
  const takesKeys = "a[href], button, input, select, textarea, summary, label, [tabindex], option";
  for (const element of all("body *")) {
    if (element instanceof HTMLElement && element.tabIndex > 0)
      faults.push(`its own place in the order of keys: ${called(element)}`);
    const { order, flexDirection } = getComputedStyle(element);
    if (order !== "0" || flexDirection.endsWith("reverse"))
      faults.push(`shown in another order than it is read: ${called(element)}`);
    // What the page listens to is kept by React beside the element. A choice of a list is made from its search box.
    const key = Object.keys(element).find((name) => name.startsWith("__reactProps$"));
    const props: unknown = key === undefined ? undefined : Reflect.get(element, key);
    const listens = (name: string): boolean =>
      typeof props === "object" && props !== null && typeof Reflect.get(props, name) === "function";
    const reached = element.matches(takesKeys) || element.getAttribute("role") === "option";
    if (!reached && !listens("onKeyDown") && mouse.some(listens))
      faults.push(`only for a mouse: ${called(element)}`);
  }
  return faults;
}

/** An upright A4 sheet less its margins, in the pixels of a style sheet. */
const SHEET = { width: 643, height: 972 };

/**
 * What is wrong with a page on paper: it says what it is, of whom and when, has no controls and no ways to other
 * rooms, and nothing of it is cut off.
 */
export async function printFaults(page: Page, name: string): Promise<readonly string[]> {
  const before = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const faults = await page.evaluate(onPaper);
  await page.emulateMedia({ media: "screen" });
  if (before !== null) await page.setViewportSize(before);
  return faults.map((fault) => `${name} (paper): ${fault}`);
}

/** Runs in the page. */
function onPaper(): readonly string[] {
  const seen = (selector: string): readonly Element[] =>
    [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const called = (element: Element): string =>
    `${element.tagName.toLowerCase()} ${element.className.toString()}`;
  const line = seen(".printed-line")[0]?.textContent ?? "";
  const clipped = seen("main *").filter(
    (each) =>
      each.clientWidth > 1 &&
      each.scrollWidth > each.clientWidth + 1 &&
      getComputedStyle(each).overflowX !== "visible",
  );
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  return [
    ...(/\d{4} (kl\.|at) \d/u.test(line) ? [] : [`does not say when: ${line}`]),
    ...seen("nav, button:not(.story-open), .rail, .side-panel").map(
      (each) => `shows ${called(each)}`,
    ),
    ...clipped.map((each) => `cut off: ${called(each)}`),
    ...(wide ? [`wider than the sheet: ${document.documentElement.scrollWidth}`] : []),
  ];
}
