import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";

import { launchBrowser } from "./support/browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test("the browser of the tests renders a Swedish page and knows the time in Sweden", async () => {
  const context = await browser.newContext({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
  const page = await context.newPage();
  await page.setContent("<main lang=sv><h1>Ärende för åtgärd</h1></main>");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Ärende för åtgärd");
  const shown = await page.evaluate(() => new Date(0).toLocaleString());
  expect(shown).toBe("1970-01-01 01:00:00");
  await context.close();
});
