import { beforeAll, describe, expect, test } from "vitest";

import { accessibilityFaults } from "./support/axe.ts";
import { demoMatter } from "./support/demo.ts";
import { keyboard } from "./support/keyboard.ts";
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
    const hand = keyboard(page);
    const report = page.locator(".story-open", { hasText: /^Anmälan kom in/u }).first();
    await page.goto(`/child/${akt}`);
    await hand.press(report);
    const panel = page.locator(".side-panel");
    const correct = panel.getByRole("button", { name: words("correct"), exact: true });
    await hand.press(correct);
    const arrived = panel.locator("#f-correct-arrivedAt");
    const before = await arrived.inputValue();
    const day = String(Number(before.slice(8, 10)) - 1).padStart(2, "0");
    expect(day).not.toBe("00");
    await hand.press(correct);
    // Without a reason nothing happens, and nothing is cleared.
    await panel.getByRole("alert").waitFor();
    expect(await arrived.inputValue()).toBe(before);
    await hand.write(panel.getByLabel(words("whyCorrected")), "Brevet låg kvar i facket.");
    await hand.setDate(arrived, `${before.slice(0, 8)}${day}T08:00`);
    await hand.press(correct);
    await panel.getByText(words("firstText")).waitFor();
    expect(await panel.textContent()).toContain("Brevet låg kvar i facket.");
    expect(await panel.textContent()).toContain(words("daysCountedAnew"));
    expect(await panel.locator(".struck").count()).toBe(1);
    await page.locator(".told").getByText("i stället för").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect([...watch.faults, ...hand.faults]).toEqual([]);
    await context.close();
  });

  test("an objection to a section stands beside that section", async () => {
    const { page, watch, context } = await world().pageOf("jonatan");
    const hand = keyboard(page);
    const report = page.locator(".story-open", { hasText: /^Anmälan kom in/u }).first();
    await page.goto(`/child/${akt}`);
    await hand.press(report);
    const panel = page.locator(".side-panel");
    const note = panel.getByRole("button", { name: words("noteObjection"), exact: true });
    await hand.press(note);
    await hand.write(panel.getByLabel(words("whatIsWrong")), "Så var det inte.");
    // The key that closes the panel takes no text with it, and signing out asks first.
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await hand.press(page.getByRole("button", { name: say(wordings.shell, "signOut", "sv") }));
    await page.getByRole("dialog", { name: say(wordings.shell, "unsentAskTitle", "sv") }).waitFor();
    await page.keyboard.press("Escape");
    await hand.press(report);
    await hand.press(note);
    expect(await panel.getByLabel(words("whatIsWrong")).inputValue()).toBe("Så var det inte.");
    const who = panel.getByLabel(words("whoObjects"));
    const second = who.locator("option").nth(2);
    await hand.pick(who, (await second.getAttribute("value")) ?? "");
    const about = panel.getByLabel(words("aboutWhat"));
    const option = about.locator("option").nth(1);
    await hand.pick(about, (await option.getAttribute("value")) ?? "");
    const passage = await panel.locator(".entry-form .passage").textContent();
    expect(passage).not.toBe("");
    await hand.press(note);
    const objection = panel.locator(".answers .objection");
    await objection.waitFor();
    expect(await objection.textContent()).toContain("Så var det inte.");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect([...watch.faults, ...hand.faults]).toEqual([]);
    await context.close();
  });
});
