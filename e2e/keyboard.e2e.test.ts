import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { phrasesText } from "../web/text/phrases.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { makeCast, type WatchedCast } from "./support/cast.ts";
import { assess, decideAndClose, investigate, receive, writeAndSign } from "./support/chain.ts";
import { expectMaskedPrints, expectQuietPages, fileOf } from "./support/chain-checks.ts";
import { copied } from "./support/copied.ts";
import { actPath, demoMatter } from "./support/demo.ts";
import { askQuestion, takeOutRows } from "./support/followup-room.ts";
import { keyboard } from "./support/keyboard.ts";
import { say, wordings } from "./support/wordings.ts";
import { worldOfFile, type WatchedPage } from "./support/world.ts";

const world = worldOfFile({ bothPacks: true });

describe("the whole chain by keyboard alone", () => {
  let cast: WatchedCast;
  const look = async (): Promise<void> => undefined;
  const expectVisibleFocus = (): void => {
    expect([...cast.worker.hand.faults, ...cast.manager.hand.faults]).toEqual([]);
  };

  beforeAll(async () => {
    cast = await makeCast(world(), {
      lang: "sv",
      later: true,
      familyName: "Tangentlund",
      serial: 0,
      hand: keyboard,
    });
  });

  test("a report is received and the matter allocated", async () => {
    await receive(cast, look);
    expectVisibleFocus();
  });

  test("the preliminary assessment is made and the investigation opened", async () => {
    await assess(cast, look);
    expect((await fileOf(cast)).matters[0]).toMatchObject({ phase: "investigating" });
    expectVisibleFocus();
  });

  test("the investigation is documented", async () => {
    await investigate(cast, look);
    expectVisibleFocus();
  });

  test("the decision basis is written, read, communicated, answered and signed", async () => {
    await writeAndSign(cast, look);
    expect((await fileOf(cast)).matters[0]).toMatchObject({ phase: "signed" });
    expectVisibleFocus();
  });

  test("the decision is made and the matter closed", async () => {
    await decideAndClose(cast, "measure", look);
    expect((await fileOf(cast)).matters[0]).toMatchObject({ phase: "closed" });
    expectVisibleFocus();
  });

  test("copies are printed, and the numbers asked for", async () => {
    await expectMaskedPrints(cast);
    const crossed = { rows: "BES-01", columns: "BES-06", from: "2026-05-01", to: "2026-05-31" };
    const table = await askQuestion(cast.manager, crossed);
    expect(table.rows.get("insats beviljad")?.at(-1)).toBe("1");
    expect(await takeOutRows(cast.manager)).toMatch(/^uttag-.*\.zip$/u);
    expectVisibleFocus();
    expectQuietPages(cast);
  });
});

describe("whoever writes", () => {
  let jonatan: WatchedPage;
  let elmer: Awaited<ReturnType<typeof demoMatter>>;
  const summary = (page: Page) => page.locator("#f-summary");
  const phrase = (key: keyof typeof phrasesText) => say(phrasesText, key, "sv");
  const selection = (box: HTMLElement | SVGElement) =>
    box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart, box.selectionEnd) : "";
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

  beforeEach(async () => {
    elmer = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
    jonatan = await world().pageOf("jonatan");
    return () => jonatan.context.close();
  });

  async function openTalk(page: Page): Promise<void> {
    await page.goto(actPath(elmer, "talk.sign"));
    await page
      .locator(".save-state")
      .getByText(say(wordings.form, "untouched", "sv"))
      .waitFor();
  }

  /** Words that the database has in a draft. */
  async function isStored(words: string): Promise<boolean> {
    const like = "select 1 as n from draft_field where value like $1";
    return (await world().rows(like, [`%${words}%`])).length > 0;
  }

  test("is taken back step by step over fields, also when it is saved, with the keys alone", async () => {
    const { page } = jonatan;
    await openTalk(page);
    await summary(page).fill("");
    const words = page.locator(".undo-words");
    await summary(page).press("End");
    await page.keyboard.type("Hon sover");
    const alone = page.locator("#f-alone input").first();
    await alone.focus();
    await page.keyboard.press("Space");
    const place = page.locator("#f-place");
    await place.fill("Hemma");
    await expect.poll(() => isStored("Hemma")).toBe(true);
    await page.keyboard.press("Control+z");
    await words.getByText("Hemma").waitFor();
    await expect.poll(() => place.inputValue()).toBe("");
    await page.keyboard.press("Control+z");
    expect(await alone.isChecked()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.matches("#f-alone *"))).toBe(true);
    await page.keyboard.press("Control+z");
    expect(await summary(page).inputValue()).toBe("Hon ");
    expect(await focused(page)).toBe("f-summary");
    await page.keyboard.type("är");
    expect(await summary(page).inputValue()).toBe("Hon är");
    await expect.poll(() => isStored("Hon är")).toBe(true);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await summary(page).inputValue()).toBe("");
    await page.keyboard.press("Control+Shift+z");
    await page.keyboard.press("Control+y");
    expect(await summary(page).inputValue()).toBe("Hon är");
    await page.getByRole("status").filter({ hasText: "Sammanfattning" }).waitFor();
    // A text that no draft keeps has the browser's own history.
    await page.locator("#search-box").fill("Elmer");
    await page.keyboard.press("Control+z");
    expect(await page.locator("#search-box").inputValue()).toBe("");
    expect(await summary(page).inputValue()).toBe("Hon är");
  });

  test("names a source in a text with @ and the keys alone, and goes on where it was", async () => {
    const { page } = jonatan;
    await page.goto(`/child/${elmer.akt}/${elmer.matter}/document/decision-basis`);
    const text = page.locator("#f-proposal");
    await text.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("Skolan har sagt det @");
    const box = page.getByRole("combobox", { name: say(wordings.sources, "search", "sv") });
    const asks = async (): Promise<void> => {
      await box.waitFor();
      await expect.poll(() => box.evaluate((each) => each === document.activeElement)).toBe(true);
    };
    await asks();
    const options = page.getByRole("option");
    await options.first().waitFor();
    const first = options.first();
    expect(await first.getAttribute("aria-selected")).toBe("true");
    expect((await accessibilityFaults(page)).join("\n")).toBe("");
    await page.keyboard.press("Enter");
    await expect.poll(() => text.inputValue()).toMatch(/Skolan har sagt det \[\d+\]$/u);
    await expect.poll(() => focused(page)).toBe("f-proposal");
    await page.keyboard.type(". Mer @");
    await asks();
    await page.keyboard.type("xyz");
    await page.keyboard.press("Escape");
    await expect.poll(() => text.inputValue()).toMatch(/det \[\d+\]\. Mer @xyz$/u);
    await expect.poll(() => focused(page)).toBe("f-proposal");
    const named = page.locator(".citing", { has: text }).locator(".cited li");
    await expect.poll(() => named.count()).toBe(1);
  });

  test("words are found in the open file, and leave nothing in the address", async () => {
    const { page } = jonatan;
    const posts: string[] = [];
    page.on("request", (request) => posts.push(`${request.method()} ${request.url()}`));
    await page.goto(`/child/${elmer.akt}`);
    await page.locator("#story").waitFor();
    await page.keyboard.press("f");
    await expect.poll(() => focused(page)).toBe("find-text");
    await page.keyboard.type("skolsköterskan golvet");
    await page.keyboard.press("Enter");
    const hits = page.locator(".find-hits button");
    await hits.first().locator("mark").first().waitFor();
    expect(await hits.first().innerText()).toMatch(/202\d · .*\n.*golvet/u);
    expect((await accessibilityFaults(page)).join("\n")).toBe("");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".find-opened").getByText("golvet").first().waitFor();
    expect(await copied(page, ".find-opened")).toMatch(/^(?!.*Tillbaka till)[^]*golvet/u);
    await page.keyboard.press("Enter");
    await expect
      .poll(() => hits.first().evaluate((hit) => hit === document.activeElement))
      .toBe(true);
    await page.keyboard.press("Escape");
    await page.locator(".side-panel").waitFor({ state: "detached" });
    expect(posts.filter((each) => each.includes("find-text"))).toHaveLength(1);
    expect(posts.join()).not.toContain("golvet");
  });

  test("everything is reached by its first letters, and a note is begun while one writes", async () => {
    const { page } = jonatan;
    await openTalk(page);
    await summary(page).focus();
    await page.keyboard.press("Control+k");
    const box = page.getByRole("combobox", { name: say(wordings.finder, "paletteLabel", "sv") });
    await box.waitFor();
    expect((await accessibilityFaults(page)).join("\n")).toBe("");
    await page.keyboard.type("Melker");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Sök" }).waitFor();
    await page.getByRole("link", { name: /Melker Fjällmo/u }).waitFor();
    expect(page.url()).toMatch(/\/search$/u);
    await page.goBack();
    await summary(page).focus();
    await page.keyboard.press("Alt+a");
    await page.locator(".new-note-list li").first().waitFor();
    await page.keyboard.press("1");
    await expect.poll(() => focused(page)).toBe("f-text");
    expect(page.url()).toContain("/act/note.sign");
    await page.locator("h1").click();
    await page.keyboard.press("?");
    await page.locator(".key-map").getByText("K", { exact: true }).waitFor();
    expect((await accessibilityFaults(page)).join("\n")).toBe("");
  });
  test("a phrase is written, put in with two keys, and not signed until it is filled in", async () => {
    const { page } = jonatan;
    await openTalk(page);
    await summary(page).fill("");
    await page.keyboard.type("Vi sågs. //");
    // A letter is no command of the page while a panel is open: `n` alone would leave the text for a new report.
    await page.locator(".side-panel button:focus").waitFor();
    await page.keyboard.press("n");
    await page.getByRole("button", { name: phrase("add") }).press("Enter");
    const name = page.getByLabel(phrase("name"), { exact: true });
    await expect.poll(() => name.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type("Hembesök");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Hembesök den [dag], 20150412-9923");
    await page.getByText(phrase("number")).waitFor();
    expect((await accessibilityFaults(page)).join("\n")).toBe("");
    for (let n = 0; n < ", 20150412-9923".length; n += 1) await page.keyboard.press("Backspace");
    await page.keyboard.type(" hos [vem].");
    // What is being written outlives the key that closes the panel.
    await page.keyboard.press("Escape");
    expect(await summary(page).inputValue()).toBe("Vi sågs. //");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("/");
    await page.getByRole("button", { name: phrase("save") }).press("Enter");
    await page.getByRole("option", { name: /Hembesök/u }).waitFor();
    expect((await accessibilityFaults(page)).join("\n")).toBe("");
    // Leaving gives back what was typed; asking again finds with it.
    await page.getByRole("combobox").pressSequentially("hem");
    await page.keyboard.press("Escape");
    await expect.poll(() => summary(page).inputValue()).toBe("Vi sågs. //hem");
    for (let n = 0; n < "/hem".length; n += 1) await page.keyboard.press("Backspace");
    await page.keyboard.type("/");
    await page.getByRole("option", { name: /Hembesök/u }).waitFor();
    await page.getByRole("combobox").press("Enter");
    await expect
      .poll(() => summary(page).inputValue())
      .toBe("Vi sågs. Hembesök den ‹dag› hos ‹vem›.");
    await page.keyboard.type("2 mars");
    await page.keyboard.press("Control+.");
    expect(await summary(page).evaluate(selection)).toBe("‹vem›");
    await page.getByRole("button", { name: "Signera" }).press("Enter");
    await page.locator(".error-summary a", { hasText: "‹" }).press("Enter");
    expect(await focused(page)).toBe("f-summary");
    await page.keyboard.press("Control+.");
    await page.keyboard.type("Elmer");
    expect(await summary(page).inputValue()).toBe("Vi sågs. Hembesök den 2 mars hos Elmer.");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("hembes");
    await page.getByRole("option", { name: /Hembesök/u }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => summary(page).inputValue()).toContain("Elmer.Hembesök den ‹dag›");
    await page.keyboard.press("Control+z");
    await expect
      .poll(() => summary(page).inputValue())
      .toBe("Vi sågs. Hembesök den 2 mars hos Elmer.");
  });
  test("of a form are its questions and answers, without the words of the page", async () => {
    const { page } = jonatan;
    await openTalk(page);
    await summary(page).fill("Första raden.\nAndra raden.");
    await page.locator("#f-alone input").first().check();
    const text = await copied(page, ".act-page form");
    expect(text).toContain("Sammanfattning");
    expect(text).toContain("Första raden.\nAndra raden.");
    expect(text).toMatch(/utan vårdnadshavare\s+Ja\n/u);
    expect(text).not.toMatch(/Nej|Signera|Ctrl|@/u);
    expect(
      await summary(page).evaluate((box) => [
        box.getAttribute("lang"),
        box.getAttribute("spellcheck"),
      ]),
    ).toEqual(["sv", "true"]);
  });
});
