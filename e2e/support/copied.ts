import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What Ctrl+C gives of a part of the page. */
export async function copied(page: Page, selector: string): Promise<string> {
  await page.evaluate((part) => {
    const element = document.querySelector(part);
    if (element === null) throw new Error(`no ${part}`);
    document.getSelection()?.selectAllChildren(element);
    const told = (event: ClipboardEvent) => {
      document.body.dataset["copied"] = event.clipboardData?.getData("text/plain") ?? "";
    };
    window.addEventListener("copy", told, { once: true });
  }, selector);
  const focused = await page.evaluateHandle(() => document.activeElement);
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );
  await page.keyboard.press("Control+c");
  await expect.poll(() => page.locator("body").getAttribute("data-copied")).not.toBeNull();
  const text = await page.evaluate(() => {
    const given = document.body.dataset["copied"] ?? "";
    delete document.body.dataset["copied"];
    return given;
  });
  await focused.evaluate((element) => element instanceof HTMLElement && element.focus());
  return text;
}
