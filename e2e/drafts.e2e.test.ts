import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { actPath, demoMatter } from "./support/demo.ts";
import { typeSignIn } from "./support/sign-in.ts";
import { lookFaults } from "./support/surface.ts";
import { say, wordings } from "./support/wordings.ts";
import { accountOf, worldOfFile, type WatchedPage } from "./support/world.ts";

/** What is promised: a keystroke is safe this soon, */
const promiseMs = 2000;
/** where a request and a look into the database take no more of it than this part. */
const partOfPromise = 40;

const world = worldOfFile();
let talkPath: string;
let notePath: string;
let jonatan: WatchedPage;

beforeAll(async () => {
  const api = await world().apiOf("jonatan");
  const elmer = await demoMatter(api, "Elmer Granvik");
  talkPath = actPath(elmer, "talk.sign");
  notePath = actPath(await demoMatter(api, "Melker Fjällmo"), "note.sign");
});

beforeEach(async () => {
  jonatan = await world().pageOf("jonatan");
  return () => jonatan.context.close();
});

const summary = (page: Page) => page.locator("#f-summary");
const state = (page: Page) => page.locator(".save-state > span").first();
const form = (key: keyof typeof wordings.form) => say(wordings.form, key, "sv");

async function openForm(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await state(page).getByText(form("untouched")).waitFor();
}

/** What the database has of a field that holds these words. */
async function stored(words: string): Promise<readonly string[]> {
  const rows = await world().rows<{ value: string }>(
    "select value from draft_field where value like $1",
    [`%${words}%`],
  );
  return rows.map((row) => row.value);
}

async function isStored(words: string): Promise<boolean> {
  return (await stored(words)).length > 0;
}

/** What is promised on this machine as busy as it is now: longer only where a bare request takes long by itself. */
async function promised(): Promise<number> {
  const began = performance.now();
  await fetch(new URL("/ready", world().server().url));
  await isStored("Det som ingen har skrivit");
  return Math.max(promiseMs, partOfPromise * (performance.now() - began));
}

/** Runs in the page: types letters in one go; gives how often the page wrote into the text because of them. */
function writesFor(node: Element): number {
  let writes = 0;
  if (node instanceof HTMLElement) node.focus();
  for (const name of ["value", "defaultValue"]) {
    Object.defineProperty(node, name, {
      configurable: true,
      get: (): unknown => Reflect.get(HTMLTextAreaElement.prototype, name, node),
      set: (text: string) => {
        writes += 1;
        Reflect.set(HTMLTextAreaElement.prototype, name, text, node);
      },
    });
  }
  for (const letter of "Hon ") document.execCommand("insertText", false, letter);
  for (const name of ["value", "defaultValue"]) Reflect.deleteProperty(node, name);
  return writes;
}

describe("what is typed", () => {
  test("is on the server within two seconds, also of one who never pauses", async () => {
    const { page } = jonatan;
    await openForm(page, talkPath);
    await summary(page).focus();
    // A letter is the browser's own affair: the page writes nothing into the document for it.
    expect(await summary(page).evaluate(writesFor)).toBe(0);
    const before = await promised();
    await page.keyboard.type("Första ordet");
    const typed = Date.now();
    await expect.poll(() => isStored("Första ordet"), { interval: 20 }).toBe(true);
    const took = Date.now() - typed;
    const between = await promised();
    expect(took).toBeLessThan(Math.max(before, between));
    const began = Date.now();
    let seen: number | undefined;
    // A key every tenth of a second, with no rest that would let a timer run out.
    for (let n = 0; n < 30 && seen === undefined; n += 1) {
      await page.keyboard.type(` x${n}`, { delay: 30 });
      if (await isStored("Första ordet x0")) seen = Date.now();
    }
    const tookTyping = (seen ?? Number.POSITIVE_INFINITY) - began;
    expect(tookTyping).toBeLessThan(Math.max(between, await promised()));
  });

  test("is there after a reload, and after signing out and in again", async () => {
    const { page } = jonatan;
    await openForm(page, talkPath);
    await summary(page).fill("Texten före omladdningen");
    await expect.poll(() => isStored("Texten före omladdningen")).toBe(true);
    await page.reload();
    await expect.poll(() => summary(page).inputValue()).toBe("Texten före omladdningen");
    await summary(page).fill("Texten just före utloggningen");
    await page.getByRole("button", { name: say(wordings.shell, "signOut", "sv") }).click();
    await signIn(page);
    await openForm(page, talkPath);
    expect(await summary(page).inputValue()).toBe("Texten just före utloggningen");
  });

  test("of a report is there after a reload, with its children and its assessment", async () => {
    const { page } = jonatan;
    await page.goto("/receive");
    await page.locator("#part-common").fill("Det som någon berättade");
    await page.getByLabel(say(wordings.intake, "search", "sv")).fill("Tilde Granvik");
    await page.getByRole("button", { name: "Välj Tilde Granvik" }).click();
    await page.getByRole("button", { name: say(wordings.intake, "makeNow", "sv") }).click();
    const part = page.getByRole("region", { name: "Skyddsbedömning för Tilde Granvik" });
    await part.getByRole("textbox", { name: /^Skäl/u }).fill("Hon är trygg hos mormor");
    await expect.poll(() => isStored("Hon är trygg hos mormor")).toBe(true);
    await expect.poll(() => new URL(page.url()).searchParams.has("draft")).toBe(true);
    await page.reload();
    await expect
      .poll(() => page.locator("#part-common").inputValue())
      .toBe("Det som någon berättade");
    await expect
      .poll(() => part.getByRole("textbox", { name: /^Skäl/u }).inputValue())
      .toBe("Hon är trygg hos mormor");
  });

  test("in two tabs at once shows both texts until one is chosen", async () => {
    const { page, context } = jonatan;
    const other = await context.newPage();
    await openForm(page, notePath);
    await openForm(other, notePath);
    const text = (tab: Page) => tab.locator("#f-text");
    await text(page).fill("Det den ena skrev");
    await expect.poll(() => isStored("Det den ena skrev")).toBe(true);
    await text(other).fill("Det den andra skrev");
    const conflict = other.getByRole("group", { name: form("theOther") });
    await conflict.getByText("Det den ena skrev").waitFor();
    expect(await text(other).inputValue()).toBe("Det den andra skrev");
    expect(await lookFaults(other, "two texts")).toEqual([]);
    await conflict.getByRole("button", { name: form("keepOther") }).click();
    await conflict.waitFor({ state: "detached" });
    expect(await text(other).inputValue()).toBe("Det den ena skrev");
    await page.reload();
    await expect.poll(() => text(page).inputValue()).toBe("Det den ena skrev");
    expect(await page.getByRole("group", { name: form("theOther") }).count()).toBe(0);
  });
});

describe("what is pasted", () => {
  test("from a word processor keeps its lists and loses its looks; undo takes it back", async () => {
    const { page } = jonatan;
    await openForm(page, talkPath);
    await summary(page).fill("Före. ");
    await summary(page).press("Control+End");
    await summary(page).evaluate((box) => {
      const html =
        "<style>p { color: red }</style><p class=MsoNormal>Hon vill:<o:p></o:p></p>" +
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>·<span>&nbsp;&nbsp; </span></span>sova</p>" +
        "<ol><li>leka</li><li>äta</li></ol><script>document.title = 'kapad'</script>" +
        "<img src=x onerror=\"document.title = 'kapad'\">";
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "Hon vill: sova leka äta");
      box.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    const whole = "Före. Hon vill:\n\n- sova\n\n1. leka\n2. äta";
    expect(await summary(page).inputValue()).toBe(whole);
    await expect.poll(() => isStored("- sova")).toBe(true);
    expect(await page.title()).not.toBe("kapad");
    await page.keyboard.press("Control+z");
    expect(await summary(page).inputValue()).toBe("Före. ");
  });
});

describe("two people in one document", () => {
  test("see each other's saved text, and who writes where", async () => {
    const api = await world().apiOf("jonatan");
    const place = await demoMatter(api, "Melker Fjällmo");
    const path = `/child/${place.akt}/${place.matter}/document/decision-basis`;
    const carina = await world().pageOf("carina");
    await carina.page.goto(path);
    await jonatan.page.goto(path);
    const box = (page: Page) => page.locator("textarea[id^=f-]").first();
    await state(carina.page).getByText(form("untouched")).waitFor();
    await state(jonatan.page).getByText(form("untouched")).waitFor();
    await box(jonatan.page).fill("Det jonatan skriver");
    await expect.poll(() => box(carina.page).inputValue()).toBe("Det jonatan skriver");
    await carina.page.getByText("Jonatan Hedlid skriver här").waitFor();
    expect(await jonatan.page.getByText(/skriver här$/u).count()).toBe(0);
    await box(carina.page).fill("Det carina skriver");
    await expect.poll(() => box(jonatan.page).inputValue()).toBe("Det carina skriver");
    await jonatan.page.keyboard.press("Control+z");
    await jonatan.page.locator(".undo-words", { hasText: "någon annan" }).waitFor();
    expect(await box(jonatan.page).inputValue()).toBe("Det carina skriver");
    await carina.context.close();
  });
});

describe("the program is killed while somebody types", () => {
  test("nothing that was typed two seconds before is lost, even when the browser is gone too", async () => {
    const { page, context } = jonatan;
    await openForm(page, talkPath);
    await summary(page).fill("");
    const typed: { readonly word: string; readonly at: number }[] = [];
    const began = Date.now();
    const safeMs = await promised();
    for (let n = 0; n < 40 || Date.now() - began < safeMs + promiseMs; n += 1) {
      await page.keyboard.type(`ord${n} `, { delay: 15 });
      typed.push({ word: `ord${n} `, at: Date.now() });
    }
    const within = Math.max(safeMs, await promised());
    const killed = Date.now();
    await Promise.all([world().server().kill(), context.close()]);
    await world().restart();
    const [text = ""] = await stored("ord0");
    const safe = typed.filter(({ at }) => at < killed - within);
    expect(safe.length).toBeGreaterThan(5);
    expect(safe.filter(({ word }) => !text.includes(word))).toEqual([]);
  });

  test("the page says so, keeps what is typed and saves it when the program is back", async () => {
    const { page } = jonatan;
    await openForm(page, talkPath);
    await summary(page).fill("Skrivet före avbrottet.");
    await expect.poll(() => isStored("Skrivet före avbrottet.")).toBe(true);
    await world().server().kill();
    await summary(page).pressSequentially(" Skrivet under avbrottet.");
    await state(page).getByText(form("noContactKept")).waitFor();
    await world().restart();
    const whole = "Skrivet före avbrottet. Skrivet under avbrottet.";
    // On a slow machine the program is away for long, and the page has come to ask seldom.
    await expect.poll(() => isStored(whole), { timeout: 120_000 }).toBe(true);
    await state(page)
      .getByText(/^Sparat/u)
      .waitFor();
    expect(await summary(page).inputValue()).toBe(whole);
  });
});

async function signIn(page: Page): Promise<void> {
  await typeSignIn(page, accountOf("jonatan"));
  await page.getByRole("heading", { level: 1, name: say(wordings.myDay, "title", "sv") }).waitFor();
}
