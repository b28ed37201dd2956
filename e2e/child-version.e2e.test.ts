import { beforeAll, expect, test } from "vitest";

import { listLetters } from "../src/contract/letters/list-letters.ts";
import { letterText } from "../web/text/letter.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { demoMatter } from "./support/demo.ts";
import { optionOf, type Hand } from "./support/hand.ts";
import { keyboard } from "./support/keyboard.ts";
import { say } from "./support/wordings.ts";
import { worldOfFile, type WatchedPage } from "./support/world.ts";

/** The child's own version of a plan, by keyboard: from the record to the child's words, which the basis can cite. */

const world = worldOfFile();
let place: Awaited<ReturnType<typeof demoMatter>>;
let jonatan: WatchedPage;

beforeAll(async () => {
  place = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
  jonatan = await world().pageOf("jonatan");
});

const words = (key: keyof typeof letterText) => say(letterText, key, "sv");

async function choose(hand: Hand): Promise<void> {
  const { page } = hand;
  await page.goto(`/child/${place.akt}`);
  await hand.press(page.locator(`#letters a[href*="${place.matter}"]`).first());
  await page.locator("main h1:focus").waitFor();
  const which = page.getByLabel(words("which"));
  await hand.pick(which, await optionOf(which, "Barnets egen version"));
  const whom = page.getByLabel(words("toWhom"));
  await hand.pick(whom, await optionOf(whom, "Elmer Granvik"));
  await hand.tick(page.getByLabel("lämnat personligen"));
  await hand.tick(page.getByLabel("utredningsplanen", { exact: true }));
  await page.locator(".piece").first().waitFor();
}

test("is written beside the record, printed, handed over and answered in the child's words", async () => {
  const { page, watch, context } = jonatan;
  const hand = keyboard(page);
  await choose(hand);
  const first = page.locator(".piece").first();
  await hand.write(first.getByRole("textbox"), "Du får prata med någon om det som har hänt.");
  await hand.press(first.locator(".picture-picker summary"));
  await hand.tick(first.getByLabel("två som pratar"));
  await hand.press(first.locator(".picture-picker summary"));
  expect(await accessibilityFaults(page)).toEqual([]);
  await hand.tick(page.getByLabel("delvis"));
  await hand.press(page.getByRole("button", { name: words("make"), exact: true }));
  const link = page.locator(".letter-actions a").first();
  await link.waitFor();
  const address = (await link.getAttribute("href")) ?? "";
  const pdf = await context.request.get(new URL(address, page.url()).href);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  await hand.press(page.getByRole("button", { name: words("send") }));
  const sent = page.locator("#letters li", { hasText: "barnets egen version" });
  await sent.getByText("Förstod barnet: delvis").waitFor();
  await hand.press(sent.getByRole("button", { name: words("childAnswer") }));
  const own = sent.getByLabel("Barnets egna ord", { exact: true });
  await hand.write(own, "Jag vill att Bryggan ringer.");
  await hand.press(sent.getByRole("button", { name: words("childAnswer") }));
  await page.locator("#voice").getByText("Jag vill att Bryggan ringer.").waitFor();
  await sent.getByText(words("childSaid")).waitFor();
  const api = await world().apiOf("jonatan");
  const { sent: all } = await api.call(listLetters, { params: { akt: place.akt } });
  expect(all.at(-1)).toMatchObject({ kind: "child-version", said: true, understood: "partly" });
  expect([...watch.faults, ...hand.faults]).toEqual([]);
  for (const each of watch.places) expect(each).not.toMatch(/Elmer|Granvik|Bryggan/);
});

test("a summons is written, read as it will be read, made and sent by keys alone", async () => {
  const { page, watch } = jonatan;
  const hand = keyboard(page);
  await page.goto(`/child/${place.akt}`);
  await hand.press(page.locator(`#letters a[href*="${place.matter}"]`).first());
  await page.locator("main h1:focus").waitFor();
  const which = page.getByLabel(words("which"));
  await hand.pick(which, await optionOf(which, "Kallelse"));
  const whom = page.getByLabel(words("toWhom"));
  await hand.pick(whom, await optionOf(whom, "Granvik"));
  await hand.tick(page.getByLabel("lämnat personligen"));
  await hand.setDate(page.locator("#f-meetingAt"), "2026-03-09T10:00");
  await hand.write(page.getByLabel("Plats", { exact: true }), "Socialkontoret, rum 2");
  await hand.write(page.getByLabel("Vad gäller det?"), "Hur det har varit i skolan.");
  await hand.press(page.getByRole("button", { name: words("preview") }));
  const preview = page.getByRole("region", { name: words("previewTitle") });
  await preview.getByText("Hur det har varit i skolan.").waitFor();
  await preview.getByText("Socialkontoret, rum 2").waitFor();
  await hand.press(page.getByRole("button", { name: words("make"), exact: true }));
  await page.locator(".letter-actions a").first().waitFor();
  await hand.press(page.getByRole("button", { name: words("send") }));
  await page.locator("#letters li", { hasText: /kallelse/iu }).waitFor();
  expect([...watch.faults, ...hand.faults]).toEqual([]);
});
