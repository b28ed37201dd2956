import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { actPath, demoMatter } from "./support/demo.ts";
import {
  filesHolding,
  makeProfile,
  startMortal,
  type MortalBrowser,
} from "./support/mortal-browser.ts";
import { typeSignIn } from "./support/sign-in.ts";
import { lookFaults } from "./support/surface.ts";
import { say, wordings } from "./support/wordings.ts";
import { accountOf, worldOfFile, type Username } from "./support/world.ts";

/** What is typed and not saved outlives the browser, and tells nobody else a word. */
const world = worldOfFile();
const shell = (key: keyof typeof wordings.shell, values = {}) =>
  say(wordings.shell, key, "sv", values);
const form = (key: keyof typeof wordings.form) => say(wordings.form, key, "sv");

const secret = "Mormodern viskade häxdansvisan";
let talkPath: string;
let profile: ReturnType<typeof makeProfile>;
let browser: MortalBrowser | undefined;

beforeAll(async () => {
  const api = await world().apiOf("jonatan");
  talkPath = actPath(await demoMatter(api, "Elmer Granvik"), "talk.sign");
});
beforeEach(() => {
  profile = makeProfile();
});
afterEach(async () => {
  await browser?.kill();
  browser = undefined;
  profile.remove();
  // A test that failed may have left the program dead: the next one is not to blame.
  const { url } = world().server();
  await fetch(url).catch(() => world().restart());
});

const summary = (page: Page) => page.locator("#f-summary");
const state = (page: Page) => page.locator(".save-state > span").first();

async function isStored(words: string): Promise<boolean> {
  const rows = await world().rows("select 1 from draft_field where value like $1", [`%${words}%`]);
  return rows.length > 0;
}

async function signIn(page: Page, username: Username): Promise<void> {
  await page.goto(`${world().server().url}/sign-in`);
  await typeSignIn(page, accountOf(username));
  await page.locator("main h1:focus").waitFor();
}

async function startAs(username: Username): Promise<Page> {
  browser = await startMortal(profile.folder);
  const page = await browser.context.newPage();
  await signIn(page, username);
  return page;
}

async function killBrowser(): Promise<void> {
  await browser?.kill();
  browser = undefined;
}

/** How many sealed copies the browser has. */
function copies(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open("mittpunkt", 1);
        open.onerror = () => reject(new Error("no database"));
        open.onsuccess = () => {
          const count = open.result.transaction("unsaved").objectStore("unsaved").count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
}

/** Somebody writes while the program is away, and the copy is in the browser. */
async function writeWithoutContact(page: Page): Promise<void> {
  await page.goto(world().server().url + talkPath);
  await state(page).getByText(form("untouched")).waitFor();
  await world().server().kill();
  await summary(page).pressSequentially(secret, { delay: 5 });
  await state(page).getByText(form("noContactKept")).waitFor();
  await expect.poll(() => copies(page)).toBe(1);
  // What a browser saves with the history of a tab, some seconds later, unless it is told not to.
  expect(await page.locator(":is(input, textarea, select):not([autocomplete])").count()).toBe(0);
}

describe("the browser dies before the text is saved", () => {
  test("the text comes back to whoever wrote it, and the profile on disk holds no word of it", async () => {
    await writeWithoutContact(await startAs("jonatan"));
    await killBrowser();
    const words = [...secret.split(" "), "Granvik", "Elmer"];
    expect(filesHolding(profile.folder, ["mittpunkt"]), "what is looked through").not.toEqual([]);
    expect(filesHolding(profile.folder, words)).toEqual([]);
    await world().restart();
    const page = await startAs("jonatan");
    await page.getByRole("heading", { name: shell("recoveredTitle") }).waitFor();
    expect(await isStored(secret)).toBe(true);
    await expect.poll(() => copies(page)).toBe(0);
    await page.goto(world().server().url + talkPath);
    await expect.poll(() => summary(page).inputValue()).toBe(secret);
    await summary(page).fill("");
    await expect.poll(() => isStored(secret)).toBe(false);
    await killBrowser();
    expect(filesHolding(profile.folder, words)).toEqual([]);
  });

  test("the form that is opened first takes the text over", async () => {
    await writeWithoutContact(await startAs("jonatan"));
    await killBrowser();
    await world().restart();
    const page = await startAs("jonatan");
    await page.goto(world().server().url + talkPath);
    await expect.poll(() => summary(page).inputValue()).toBe(secret);
    await expect.poll(() => isStored(secret)).toBe(true);
    expect(await page.getByRole("group", { name: form("theOther") }).count()).toBe(0);
    await summary(page).fill("");
    await expect.poll(() => isStored(secret)).toBe(false);
  });

  test("somebody else who signs in gets nothing, and the copy is erased", async () => {
    await writeWithoutContact(await startAs("jonatan"));
    await killBrowser();
    await world().restart();
    const page = await startAs("gunnel");
    await expect.poll(() => copies(page)).toBe(0);
    expect(await isStored(secret)).toBe(false);
    expect(await page.getByRole("heading", { name: shell("recoveredTitle") }).count()).toBe(0);
  });
});

describe("leaving with text that is not saved", () => {
  test("is asked about, and staying keeps the text", async () => {
    const page = await startAs("jonatan");
    await writeWithoutContact(page);
    await page.getByRole("button", { name: shell("signOut") }).click();
    const asked = page.getByRole("dialog", { name: shell("unsavedTitle") });
    await asked.waitFor();
    await page.keyboard.press("Enter");
    await asked.waitFor({ state: "detached" });
    expect(await summary(page).inputValue()).toBe(secret);
    await world().restart();
    await expect.poll(() => isStored(secret), { timeout: 120_000 }).toBe(true);
    await expect.poll(() => copies(page)).toBe(0);
  });

  test("another page of the program keeps it too: it is saved when contact is back", async () => {
    const page = await startAs("jonatan");
    await writeWithoutContact(page);
    await page.getByRole("link", { name: shell("myDay") }).click();
    await expect.poll(() => page.url()).not.toContain("/act/");
    await world().restart();
    await expect.poll(() => isStored(secret), { timeout: 120_000 }).toBe(true);
  });
});

describe("the question about text that is not saved", () => {
  test("can be read and answered by everybody", async () => {
    const { page, context } = await world().pageOf("jonatan");
    await page.goto(talkPath);
    await state(page).getByText(form("untouched")).waitFor();
    await page.route("**/api/v1/drafts/**", (route) => route.abort());
    await summary(page).fill("Skrivet utan kontakt");
    await state(page).getByText(form("noContactKept")).waitFor();
    await page.getByRole("button", { name: shell("signOut") }).click();
    const asked = page.getByRole("dialog", { name: shell("unsavedTitle") });
    await asked.waitFor();
    expect(await lookFaults(page, "unsaved")).toEqual([]);
    const stay = asked.getByRole("button", { name: shell("stay") });
    expect(await stay.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await asked.waitFor({ state: "detached" });
    expect(await summary(page).inputValue()).toBe("Skrivet utan kontakt");
    await context.close();
  });
});

describe("an answer is lost on the way", () => {
  test("what is typed after it does not stand against what was typed before", async () => {
    const page = await startAs("jonatan");
    await page.goto(world().server().url + talkPath);
    await state(page).getByText(form("untouched")).waitFor();
    let lost = 0;
    await page.route("**/drafts/save-draft", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await summary(page).fill("Det första");
    await expect.poll(() => isStored("Det första")).toBe(true);
    await summary(page).fill("Det första och det andra");
    await expect.poll(() => isStored("Det första och det andra")).toBe(true);
    await state(page)
      .getByText(/^Sparat/u)
      .waitFor();
    expect(await page.getByRole("group", { name: form("theOther") }).count()).toBe(0);
  });
});

describe("nobody has been at the screen for a while", () => {
  test("nothing is shown until the same person signs in, and the text is still there", async () => {
    const { page, context } = await world().pageOf("jonatan");
    await page.goto(talkPath);
    await state(page).getByText(form("untouched")).waitFor();
    await summary(page).fill("Skrivet före pausen");
    await context.clock.setFixedTime(new Date("2026-03-02T08:20:00+01:00"));
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByRole("heading", { name: shell("lockedTitle") }).waitFor();
    expect(await summary(page).isVisible()).toBe(false);
    expect(await lookFaults(page, "locked")).toEqual([]);
    expect(await page.locator("body").innerText()).not.toContain("Granvik");
    await expect.poll(() => isStored("Skrivet före pausen")).toBe(true);
    await typeSignIn(page, accountOf("jonatan"));
    await summary(page).waitFor({ state: "visible" });
    expect(await summary(page).inputValue()).toBe("Skrivet före pausen");
    await context.close();
  });
});
