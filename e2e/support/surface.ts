import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";

import { accessibilityFaults, contrastFaults } from "./axe.ts";
import { structureFaults } from "./structure.ts";

/** Where pictures are put; git ignores it. */
export const screenshots = fileURLToPath(new URL("../screenshots", import.meta.url));

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };

/** Set by whoever wants to look at the pages: pictures take longer than all that a test asks of them. */
const pictures = process.env["PICTURES"] !== undefined;

/**
 * {@link lookFaults}; and, with `PICTURES=look`, pictures of the page in every look and on paper in
 * `e2e/screenshots`, for people to look at.
 */
export async function surfaceFaults(page: Page, name: string): Promise<readonly string[]> {
  if (!pictures) return lookFaults(page, name);
  const faults = await lookFaults(page, name, (look) => shoot(page, name, look));
  await page.emulateMedia({ media: "print" });
  await shoot(page, name, "print");
  await page.emulateMedia({ media: "screen" });
  return faults;
}

/** What lies under a heading that stays would seem to have no room. */
async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
}

type Look = "light" | "dark" | "320";

/**
 * A page as it looks in light, in dark and narrow: every breach of WCAG 2.2 A and AA, of contrast in dark, of the
 * structure of a page and of its width. `shown` is called in each look.
 */
export async function lookFaults(
  page: Page,
  name: string,
  shown: (look: Look) => Promise<void> = async () => undefined,
): Promise<readonly string[]> {
  await toTop(page);
  const light = [...(await accessibilityFaults(page)), ...(await structureFaults(page))];
  await shown("light");
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await contrastFaults(page);
  await shown("dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROW);
  await toTop(page);
  const narrow = [...(await accessibilityFaults(page)), ...(await widthFaults(page))];
  await shown("320");
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
