import { expect, test } from "vitest";

import { demoMatter } from "./support/demo.ts";
import { lookFaults } from "./support/surface.ts";
import { worldOfFile } from "./support/world.ts";

/** Work goes on when somebody is away, and a matter goes from the group that receives to the one that investigates. */

const world = worldOfFile();

test("somebody is away, the substitute sees it in Min dag, marked, until the other is back", async () => {
  const { page, context } = await world().pageOf("carina");
  await page.goto("/staffing");
  await page.getByLabel("Vem är borta").selectOption({ label: "Mira Falkö" });
  await page.getByRole("button", { name: "Spara frånvaron" }).click();
  await page.getByText("Fyll i alla fält.").waitFor();
  await page.getByLabel("Vem står in").selectOption({ label: "Ylva Stenmo" });
  const days = page.locator(".staffing-form").first().locator("input[type=date]");
  await days.nth(1).fill(await days.nth(0).inputValue());
  await page.getByRole("button", { name: "Spara frånvaron" }).click();
  await page.getByText("Ylva Stenmo står in").waitFor();
  expect(await lookFaults(page, "absence")).toEqual([]);

  const ylva = await world().pageOf("ylva");
  await ylva.page.goto("/");
  await ylva.page.locator(".my-day-stands-in", { hasText: "Mira Falkö" }).waitFor();
  const marked = ylva.page.locator(".clock-row", { hasText: "Du står in för Mira Falkö" });
  expect(await marked.count()).toBeGreaterThan(0);
  expect(await lookFaults(ylva.page, "my day, standing in")).toEqual([]);

  await page.getByRole("button", { name: /^Tillbaka i tjänst/u }).click();
  await page.getByText("Ingen är borta.").waitFor();
  await ylva.page.reload();
  await ylva.page.locator(".my-day-summary").waitFor();
  expect(await ylva.page.locator(".my-day-stands-in").count()).toBe(0);
  await Promise.all([context.close(), ylva.context.close()]);
});

test("a matter is handed over with what remains, read, received and allocated, and its clocks follow", async () => {
  const ylva = await world().pageOf("ylva");
  const { akt, matter } = await demoMatter(await world().apiOf("ylva"), "Nils Ekmark");
  await ylva.page.goto(`/child/${akt}/${matter}/act/matter.hand-over`);
  await ylva.page
    .getByRole("textbox", { name: "Det här återstår" })
    .fill("Skolan har inte svarat.");
  await ylva.page.locator("form button[type=submit]").click();
  await ylva.page.locator(".error-summary").waitFor();
  await ylva.page.getByLabel("Till enheten").selectOption({ label: "Utredningsgruppen" });
  await ylva.page.locator("form button[type=submit]").click();
  await ylva.page.waitForURL(`**/child/${akt}`);

  const { page, context } = await world().pageOf("carina");
  await page.goto("/unit");
  const row = page.locator(".work-row", { hasText: "Nils Ekmark" });
  await row.getByRole("link", { name: /^Läs överlämningen/u }).click();
  await page.getByText("Skolan har inte svarat.").waitFor();
  expect(await lookFaults(page, "handover")).toEqual([]);
  await page.goto("/unit");
  await row.getByLabel(/^Handläggare/u).selectOption({ index: 1 });
  await row.getByRole("button", { name: /^Ta emot och fördela/u }).click();
  await row.waitFor({ state: "detached" });
  const clocks = page.locator(".clock-row", { hasText: "Nils Ekmark" });
  expect(await clocks.count()).toBeGreaterThan(0);
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
