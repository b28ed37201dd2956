import { beforeAll, describe, expect, test } from "vitest";

import { accessibilityFaults } from "./support/axe.ts";
import { demoMatter } from "./support/demo.ts";
import { say, wordings } from "./support/wordings.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile();
let akt: string;

beforeAll(async () => {
  akt = (await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik")).akt;
});

const words = (key: keyof typeof wordings.record) => say(wordings.record, key, "sv");

describe("what already stands in the record", () => {
  test("a report is corrected in its own form; both texts stay, and the days that moved are told", async () => {
    const { page, watch, context } = await world().pageOf("jonatan");
    await page.goto(`/child/${akt}`);
    await page
      .locator(".story-open", { hasText: /^Anmälan kom in/u })
      .first()
      .click();
    const panel = page.locator(".side-panel");
    await panel.getByRole("button", { name: words("correct"), exact: true }).click();
    const arrived = panel.locator("#f-correct-arrivedAt");
    const before = await arrived.inputValue();
    const day = String(Number(before.slice(8, 10)) - 1).padStart(2, "0");
    expect(day).not.toBe("00");
    await panel.getByRole("button", { name: words("correct"), exact: true }).click();
    // Without a reason nothing happens, and nothing is cleared.
    await panel.getByRole("alert").waitFor();
    expect(await arrived.inputValue()).toBe(before);
    await panel.getByLabel(words("whyCorrected")).fill("Brevet låg kvar i facket.");
    await arrived.fill(`${before.slice(0, 8)}${day}T08:00`);
    await panel.getByRole("button", { name: words("correct"), exact: true }).click();
    await panel.getByText(words("firstText")).waitFor();
    expect(await panel.textContent()).toContain("Brevet låg kvar i facket.");
    expect(await panel.textContent()).toContain(words("daysCountedAnew"));
    expect(await panel.locator(".struck").count()).toBe(1);
    await page.locator(".told").getByText("i stället för").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await context.close();
  });

  test("an objection to a section stands beside that section", async () => {
    const { page, watch, context } = await world().pageOf("jonatan");
    await page.goto(`/child/${akt}`);
    await page
      .locator(".story-open", { hasText: /^Anmälan kom in/u })
      .first()
      .click();
    const panel = page.locator(".side-panel");
    await panel.getByRole("button", { name: words("noteObjection"), exact: true }).click();
    await panel.getByLabel(words("whoObjects")).selectOption({ index: 2 });
    const about = panel.getByLabel(words("aboutWhat"));
    const option = about.locator("option").nth(1);
    await about.selectOption((await option.getAttribute("value")) ?? "");
    const passage = await panel.locator(".entry-form .passage").textContent();
    expect(passage).not.toBe("");
    await panel.getByLabel(words("whatIsWrong")).fill("Så var det inte.");
    await panel.getByRole("button", { name: words("noteObjection"), exact: true }).click();
    const objection = panel.locator(".answers .objection");
    await objection.waitFor();
    expect(await objection.textContent()).toContain("Så var det inte.");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await context.close();
  });
});
