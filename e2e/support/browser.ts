import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

import { findBrowser } from "../../scripts/browser.ts";

/** Works as root, in a container, without a graphics card, and never calls out to anybody. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser of the tests; close it in `afterAll`. Throws, saying what to install, when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser(process.env);
  return chromium.launch({ executablePath, args: FLAGS });
}
