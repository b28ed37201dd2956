import type { Page } from "playwright-core";

/** What is wrong with a page whose colours the reader has chosen: a field or a button without an edge, a focus unseen. */
export async function forcedFaults(page: Page, name: string): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  const faults = await page.evaluate(inForced);
  await page.emulateMedia({ forcedColors: "none" });
  return faults.map((fault) => `${name} (forced colours): ${fault}`);
}

/** Runs in the page. */
function inForced(): readonly string[] {
  const called = (each: Element): string =>
    `${each.tagName.toLowerCase()} ${(each.id || each.textContent || "").slice(0, 40)}`;
  const hasEdge = (each: Element): boolean => {
    const { borderBottomStyle, borderBottomWidth } = getComputedStyle(each);
    return borderBottomStyle !== "none" && Number.parseFloat(borderBottomWidth) > 0;
  };
  const drawnByBrowser = "[type=checkbox], [type=radio], [type=range], [type=file]";
  const shown = (selector: string): readonly HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
  const fields = shown("main input, main select, main textarea").filter(
    (each) => !each.matches(drawnByBrowser),
  );
  const buttons = shown("main button.primary, main button[type=submit]:not(.plain)");
  const edgeless = [...fields, ...buttons].filter((each) => !hasEdge(each));
  const unseen = [fields[0], buttons[0], shown("main a[href]")[0]].filter((each) => {
    each?.focus();
    return each !== undefined && getComputedStyle(each).outlineStyle === "none";
  });
  return [
    ...edgeless.map((each) => `no edge: ${called(each)}`),
    ...unseen.map((each) => `focus not seen: ${each === undefined ? "" : called(each)}`),
  ];
}
