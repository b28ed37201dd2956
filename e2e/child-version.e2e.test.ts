import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";

import { listLetters } from "../src/contract/letters/list-letters.ts";
import { letterText } from "../web/text/letter.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { demoMatter } from "./support/demo.ts";
import { say } from "./support/wordings.ts";
import { worldOfFile, type WatchedPage } from "./support/world.ts";

/** The child's own version of a plan: from the record to the child's words, which the basis can cite. */

const world = worldOfFile();
let place: Awaited<ReturnType<typeof demoMatter>>;
let jonatan: WatchedPage;

beforeAll(async () => {
  place = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
  jonatan = await world().pageOf("jonatan");
});

const words = (key: keyof typeof letterText) => say(letterText, key, "sv");

async function choose(page: Page): Promise<void> {
  await page.goto(`/child/${place.akt}/${place.matter}/letter`);
  await page.getByLabel(words("which")).selectOption({ label: "Barnets egen version" });
  await page.getByLabel(words("toWhom")).selectOption({ index: 1 });
  await page.getByLabel("lämnat personligen").check();
  await page.getByLabel("utredningsplanen", { exact: true }).check();
  await page.locator(".piece").first().waitFor();
}

test("is written beside the record, printed, handed over and answered in the child's words", async () => {
  const { page, watch, context } = jonatan;
  await choose(page);
  const first = page.locator(".piece").first();
  await first.getByRole("textbox").fill("Du får prata med någon om det som har hänt.");
  await first.locator(".picture-picker summary").click();
  await first.getByLabel("två som pratar").check();
  await first.locator(".picture-picker summary").click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel("delvis").check();
  await page.getByRole("button", { name: words("make"), exact: true }).click();
  const link = page.locator(".letter-actions a").first();
  await link.waitFor();
  const address = (await link.getAttribute("href")) ?? "";
  const pdf = await context.request.get(new URL(address, page.url()).href);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  await page.getByRole("button", { name: words("send") }).click();
  const sent = page.locator("#letters li", { hasText: "barnets egen version" });
  await sent.getByText("Förstod barnet: delvis").waitFor();
  await sent.getByRole("button", { name: words("childAnswer") }).click();
  await sent.getByLabel("Barnets egna ord", { exact: true }).fill("Jag vill att Bryggan ringer.");
  await sent.getByRole("button", { name: words("childAnswer") }).click();
  await page.locator("#voice").getByText("Jag vill att Bryggan ringer.").waitFor();
  await sent.getByText(words("childSaid")).waitFor();
  const api = await world().apiOf("jonatan");
  const { sent: all } = await api.call(listLetters, { params: { akt: place.akt } });
  expect(all.at(-1)).toMatchObject({ kind: "child-version", said: true, understood: "partly" });
  expect(watch.faults).toEqual([]);
  for (const each of watch.places) expect(each).not.toMatch(/Elmer|Granvik|Bryggan/);
});
