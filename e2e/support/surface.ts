import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";

import { accessibilityFaults, contrastFaults } from "./axe.ts";
import { structureFaults } from "./structure.ts";

/** Where pictures are put; git ignores it. */
export const screenshots = fileURLToPath(new URL("../screenshots", import.meta.url));

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };

/**
 * A page as it looks in light, in dark, narrow and on paper: pictures in `e2e/screenshots` for people to look
 * at, and every breach of WCAG 2.2 A and AA, of width and of the structure of a page.
 */
export async function surfaceFaults(page: Page, name: string): Promise<readonly string[]> {
  mkdirSync(screenshots, { recursive: true });
  const faults: string[] = [];
  const blame = (look: string, found: readonly string[]): void => {
    faults.push(...found.map((each) => `${name} (${look}): ${each}`));
  };
  await toTop(page);
  blame("light", await accessibilityFaults(page));
  blame("light", await structureFaults(page));
  await shoot(page, name, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  blame("dark", await contrastFaults(page));
  await shoot(page, name, "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROW);
  await toTop(page);
  blame("320", await accessibilityFaults(page));
  blame("320", await widthFaults(page));
  await shoot(page, name, "320");
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ media: "print" });
  await shoot(page, name, "print");
  await page.emulateMedia({ media: "screen" });
  return faults;
}

/** What lies under a heading that stays would seem to have no room. */
async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
}

/**
 * The same without pictures and paper, for many pages in a row: every breach in light, of contrast in dark and
 * of width and WCAG in a narrow window.
 */
export async function lookFaults(page: Page, name: string): Promise<readonly string[]> {
  await toTop(page);
  const light = [...(await accessibilityFaults(page)), ...(await structureFaults(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await contrastFaults(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROW);
  const narrow = [...(await accessibilityFaults(page)), ...(await widthFaults(page))];
  await page.setViewportSize(WIDE);
  return [
    ...light.map((fault) => `${name} (light): ${fault}`),
    ...dark.map((fault) => `${name} (dark): ${fault}`),
    ...narrow.map((fault) => `${name} (320): ${fault}`),
  ];
}

async function shoot(page: Page, name: string, look: string): Promise<void> {
  await page.screenshot({
    path: `${screenshots}/${name}-${look}.jpeg`,
    type: "jpeg",
    quality: 70,
    timeout: 60_000,
    fullPage: true,
    animations: "disabled",
  });
}

/** What makes the page wider than the window. */
function widthFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    const names = wide
      .slice(-3)
      .map((element) => `${element.tagName} ${element.className.toString()}`);
    return [`wider than the window (${document.documentElement.scrollWidth}): ${names.join(", ")}`];
  });
}
