import { expect, test } from "vitest";

import { demoMatter } from "./support/demo.ts";
import { optionOf } from "./support/hand.ts";
import { keyboard } from "./support/keyboard.ts";
import { lookFaults } from "./support/surface.ts";
import { worldOfFile } from "./support/world.ts";

/**
 * By keyboard: work goes on when somebody is away, and a matter goes from the group that receives to the one that
 * investigates.
 */

const world = worldOfFile();

test("somebody is away, the substitute sees it in Min dag, marked, until the other is back", async () => {
  const { page, context } = await world().pageOf("carina");
  const hand = keyboard(page);
  await page.goto("/staffing");
  const who = page.getByLabel("Vem är borta");
  await hand.pick(who, await optionOf(who, "Mira Falkö"));
  await hand.press(page.getByRole("button", { name: "Spara frånvaron" }));
  await page.getByText("Fyll i alla fält.").waitFor();
  const substitute = page.getByLabel("Vem står in");
  await hand.pick(substitute, await optionOf(substitute, "Ylva Stenmo"));
  const days = page.locator(".staffing-form").first().locator("input[type=date]");
  await hand.setDate(days.nth(1), await days.nth(0).inputValue());
  await hand.press(page.getByRole("button", { name: "Spara frånvaron" }));
  await page.getByText("Ylva Stenmo står in").waitFor();
  expect(await lookFaults(page, "absence")).toEqual([]);

  const ylva = await world().pageOf("ylva");
  await ylva.page.goto("/");
  await ylva.page.locator(".my-day-stands-in", { hasText: "Mira Falkö" }).waitFor();
  const marked = ylva.page.locator(".clock-row", { hasText: "Du står in för Mira Falkö" });
  expect(await marked.count()).toBeGreaterThan(0);
  expect(await lookFaults(ylva.page, "my day, standing in")).toEqual([]);

  await hand.press(page.getByRole("button", { name: /^Tillbaka i tjänst/u }));
  await page.getByText("Ingen är borta.").waitFor();
  expect(hand.faults).toEqual([]);
  await ylva.page.reload();
  await ylva.page.locator(".my-day-summary").waitFor();
  expect(await ylva.page.locator(".my-day-stands-in").count()).toBe(0);
  await Promise.all([context.close(), ylva.context.close()]);
});

test("a matter is handed over with what remains, read, received and allocated, and its clocks follow", async () => {
  const ylva = await world().pageOf("ylva");
  const { akt, matter } = await demoMatter(await world().apiOf("ylva"), "Nils Ekmark");
  const giver = keyboard(ylva.page);
  await ylva.page.goto(`/child/${akt}/${matter}/act/matter.hand-over`);
  const remains = ylva.page.getByRole("textbox", { name: "Det här återstår" });
  await giver.write(remains, "Skolan har inte svarat.");
  await giver.press(ylva.page.locator("form button[type=submit]"));
  // The summary has the focus and leads to the field.
  await ylva.page.locator(".error-summary:focus").waitFor();
  const unit = ylva.page.getByLabel("Till enheten");
  await giver.pick(unit, await optionOf(unit, "Utredningsgruppen"));
  await giver.press(ylva.page.locator("form button[type=submit]"));
  await ylva.page.waitForURL(`**/child/${akt}`);

  const { page, context } = await world().pageOf("carina");
  const hand = keyboard(page);
  await page.goto("/unit");
  const row = page.locator(".work-row", { hasText: "Nils Ekmark" });
  await hand.press(row.getByRole("link", { name: /^Läs överlämningen/u }));
  await page.getByText("Skolan har inte svarat.").waitFor();
  expect(await lookFaults(page, "handover")).toEqual([]);
  await page.goto("/unit");
  const worker = row.getByLabel(/^Handläggare/u);
  await hand.pick(worker, await optionOf(worker, "Jonatan Hedlid"));
  await hand.press(row.getByRole("button", { name: /^Ta emot och fördela/u }));
  await row.waitFor({ state: "detached" });
  const clocks = page.locator(".clock-row", { hasText: "Nils Ekmark" });
  expect(await clocks.count()).toBeGreaterThan(0);
  expect([...giver.faults, ...hand.faults]).toEqual([]);
  await Promise.all([context.close(), ylva.context.close()]);
});

test("basic data are changed with day and source, and what held before stays to be read", async () => {
  const { page, context } = await world().pageOf("jonatan");
  const { akt } = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
  await page.goto(`/child/${akt}`);
  await page.getByRole("link", { name: "Ändra grunduppgifter, vårdnad och boende" }).click();
  const school = page.locator("#f-schoolName");
  await school.waitFor();
  for (const name of ["Provskolan", "Nästa skola"]) {
    await school.fill(name);
    await page.getByRole("button", { name: "Spara ändringarna" }).click();
    await page.getByText("Ange var uppgiften kommer ifrån.").waitFor();
    await page.locator("#basic-data-source").selectOption("guardian");
    if (name === "Provskolan") await page.locator("#basic-data-from").fill("2026-01-12");
    await page.getByRole("button", { name: "Spara ändringarna" }).click();
    await page.locator("#people-title").waitFor();
    await page.getByRole("link", { name: "Ändra grunduppgifter, vårdnad och boende" }).click();
    await school.waitFor();
  }
  const earlier = page.locator(".earlier-values", { hasText: "Provskolan" });
  await earlier.getByText("källa vårdnadshavare").first().waitFor();
  expect(await lookFaults(page, "basic data")).toEqual([]);
  await context.close();
});
