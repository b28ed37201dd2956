import { afterAll, beforeAll, expect, test } from "vitest";

import { bare, readPdf } from "../src/print/testing/pdf-text.ts";
import { demoMatter } from "./support/demo.ts";
import { keyboard } from "./support/keyboard.ts";
import { lookFaults } from "./support/surface.ts";
import { worldOfFile, type WatchedPage } from "./support/world.ts";

/** The child's story narrowed, printed and handed out, and the map of family and network by keyboard. */

const world = worldOfFile();
let place: Awaited<ReturnType<typeof demoMatter>>;
let opened: WatchedPage;

beforeAll(async () => {
  place = await demoMatter(await world().apiOf("carina"), "Elmer Granvik");
  opened = await world().pageOf("jonatan");
});
afterAll(() => opened.context.close());

test("the story is narrowed by kind and period, and nothing of it stands in the address", async () => {
  const { page } = opened;
  await page.goto(`/child/${place.akt}`);
  const story = page.locator("#story");
  const lines = story.locator(".story-line");
  await lines.first().waitFor();
  const all = await lines.count();
  await story.getByLabel("Visa", { exact: true }).selectOption({ label: "beslut" });
  await expect.poll(() => lines.count()).toBeLessThan(all);
  await lines.filter({ hasText: "Utredning inleddes genom beslut" }).waitFor();
  await story.getByLabel("Till och med").fill("2020-01-01");
  await story.getByText("Inga händelser av det slaget.").waitFor();
  await story.getByLabel("Från och med").fill("2021-01-01");
  await story.getByText("Från och med ska vara före till och med.").waitFor();
  expect(new URL(page.url()).search).toBe("");
  await story.getByRole("button", { name: "Visa allt" }).click();
  await expect.poll(() => lines.count()).toBe(all);
  expect(await lookFaults(page, "the story")).toEqual([]);
});

test("on paper stands the story alone, and a copy for somebody by name is a PDF", async () => {
  const { page } = opened;
  await page.evaluate(() => {
    window.print = () => void (document.body.dataset["asked"] = "yes");
  });
  await page.getByRole("button", { name: "Skriv ut sidan" }).click();
  await page.locator("body[data-asked=yes]").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#story .story-line").first().isVisible()).toBe(true);
  expect(await page.locator("#now, #people, .story-filters").first().isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.getByLabel("Kopia för").selectOption({ label: "Petra Granvik" });
  const href = await page.getByRole("link", { name: "Gör kopia (PDF)" }).getAttribute("href");
  expect(href).not.toMatch(/Petra|Granvik/u);
  const answer = await page.request.get(href ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
});

test("the map is walked with the arrow keys, and has everybody the list has", async () => {
  const { page } = opened;
  await page.getByRole("link", { name: "Familj och nätverk som karta" }).click();
  const people = page.locator(".network-person");
  await people.first().waitFor();
  const names = await page.locator(".network-list li .person-name").allInnerTexts();
  for (const name of names) {
    expect(await people.filter({ hasText: name }).count(), name).toBe(1);
  }
  expect(await lookFaults(page, "the map")).toEqual([]);
  await page.locator('.network-person[tabindex="0"]').focus();
  // Siblings stand by age: Tilde is the elder.
  await page.keyboard.press("ArrowLeft");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Tilde Granvik");
  await page.keyboard.press("Enter");
  await page.locator(".side-panel", { hasText: "Tilde Granvik" }).waitFor();
  await page.keyboard.press("Escape");
});

test("a relation is added with day and source, shown on its day only, and ended", async () => {
  const { page } = opened;
  await page.locator(".side-panel").waitFor({ state: "detached" });
  const form = page.locator("form.network-form");
  const hand = keyboard(page);
  await hand.press(page.getByRole("button", { name: "Lägg till en relation" }));
  await hand.press(form.getByRole("button", { name: "Lägg till", exact: true }));
  await form.getByText("Välj person, relation, dag och källa.").waitFor();
  await hand.write(form.getByLabel("Sök personen"), "Melker Fjällmo");
  await hand.press(form.getByRole("button", { name: /^Välj/u }).first());
  await hand.pick(form.getByLabel("Personen är barnets"), "network");
  await hand.setDate(form.getByLabel("Från och med"), "2025-03-01");
  await hand.pick(form.getByLabel("Uppgiften kommer från"), "child");
  await hand.press(form.getByRole("button", { name: "Lägg till", exact: true }));
  const friend = page.locator(".network-person", { hasText: "Melker Fjällmo" });
  await friend.waitFor();
  await page.locator(".network-list", { hasText: "källa: barnet" }).waitFor();
  await page.getByLabel("Visa som det var").fill("2025-02-28");
  await friend.waitFor({ state: "detached" });
  await hand.press(page.getByRole("button", { name: "I dag" }));
  await friend.waitFor();
  await hand.press(page.getByRole("button", { name: /^Avsluta Melker/u }));
  const end = page.locator(".side-panel form");
  await hand.setDate(end.getByLabel("Till och med"), "2025-06-30");
  await hand.pick(end.getByLabel("Uppgiften kommer från"), "guardian");
  await hand.press(end.getByRole("button", { name: "Avsluta relationen" }));
  await friend.waitFor({ state: "detached" });
  const earlier = page.locator(".network-list", { hasText: "1 mars 2025 till 30 juni 2025" });
  await earlier.waitFor();
  expect(await friend.count()).toBe(0);
  expect(hand.faults).toEqual([]);
});

test("documents that a guardian asks for are examined by paragraph, and what is left out is not in the copy", async () => {
  // The delegation order lets the manager refuse, also in part.
  const { page, context } = await world().pageOf("carina");
  const hand = keyboard(page);
  await page.goto(`/child/${place.akt}/disclosures`);
  await page.getByRole("heading", { name: "Ny begäran" }).waitFor();
  await hand.press(page.getByRole("button", { name: "Anteckna begäran" }));
  await page.locator(".error-summary:focus").waitFor();
  expect(await lookFaults(page, "a request refused")).toEqual([]);
  await page.getByLabel("partsinsyn").check();
  await page.getByLabel("Petra Granvik").check();
  await hand.press(page.getByRole("button", { name: "Anteckna begäran" }));
  const part = page.locator(".examined-part", { hasText: "Elevhälsan ringer." });
  await hand.pick(part.getByRole("combobox"), "somebody-else");
  await page.getByText(/, 1 borttagna\.$/u).waitFor();
  await page.getByLabel("lämnas ut i delar").check();
  await hand.write(page.getByRole("textbox", { name: "Skäl" }), "Det rör någon annan.");
  expect(await lookFaults(page, "an examination")).toEqual([]);
  await hand.press(page.getByRole("button", { name: "Bestäm vad som lämnas ut" }));
  await hand.press(page.getByRole("button", { name: "Gör exemplaret" }));
  const href = await page.getByRole("link", { name: "Öppna exemplaret" }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const text = readPdf(await answer.body()).pages.join(" ");
  expect(bare(text)).toContain(bare("Petra Granvik"));
  expect(bare(text)).not.toContain(bare("Elevhälsan ringer."));
  await hand.press(page.getByRole("button", { name: "Pröva igen" }));
  await page.getByText(/, 1 borttagna\.$/u).waitFor();
  await page.getByLabel("lästa hos oss").check();
  await hand.press(page.getByRole("button", { name: "Anteckna att de är lämnade" }));
  await page.getByText(/lämnas ut i delar\. lämnad/u).waitFor();
  expect(hand.faults).toEqual([]);
  await context.close();
});

test("siblings stand side by side, and a sheet on paper is for one child alone", async () => {
  const mira = await world().pageOf("mira");
  const { akt } = await protectedChild();
  await mira.page.goto(`/child/${akt}/siblings`);
  await mira.page.locator(".sibling").first().waitFor();
  expect(await mira.page.locator(".sibling").count()).toBe(3);
  expect(await lookFaults(mira.page, "siblings")).toEqual([]);
  await mira.page.emulateMedia({ media: "print" });
  expect(await mira.page.locator(".child-header").isVisible()).toBe(false);
  await mira.context.close();
});

/** Somebody with protected data is found by the whole number only. */
async function protectedChild(): Promise<{ readonly akt: string }> {
  const rows = await world().rows<{ akt: string }>(
    `select a.akt from akt a join person p on p.tenant = a.tenant and p.person = a.person
     where p.given_name = 'Signe'`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("There is no such child");
  return row;
}
