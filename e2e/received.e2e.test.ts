import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { lockedPdf, pdfOf, program } from "../src/store/received/testing/files.ts";
import { demoMatter } from "./support/demo.ts";
import { mouse, type Hand } from "./support/hand.ts";
import { keyboard } from "./support/keyboard.ts";
import { lookFaults } from "./support/surface.ts";
import { say, wordings } from "./support/wordings.ts";
import { worldOfFile, type WatchedPage } from "./support/world.ts";

const world = worldOfFile();
let form: string;
let akt: string;
let jonatan: WatchedPage;

beforeAll(async () => {
  const elmer = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
  akt = elmer.akt;
  form = `/child/${elmer.akt}/${elmer.matter}/received`;
});

beforeEach(async () => {
  jonatan = await world().pageOf("jonatan");
  return () => jonatan.context.close();
});

const words = (key: keyof typeof wordings.received) => say(wordings.received, key, "sv");
const file = (page: Page) => page.locator("#received-file");
const about = (page: Page) => page.locator("#f-about");
const state = (page: Page) => page.locator(".file-state");
const problem = (page: Page) => page.locator("#received-file-problem");

function pdf(buffer: Buffer, name = "Elmer Granvik skola.pdf") {
  return { name, mimeType: "application/pdf", buffer };
}

async function fillIn(page: Page, text: string, hand: Hand = mouse(page)): Promise<void> {
  await hand.setDate(page.locator("#f-foundOn"), "2026-03-02");
  await hand.tick(page.getByLabel("låg i brevlådan"));
  await hand.pick(page.locator("#f-kind"), "school-report");
  await hand.pick(page.locator("#f-sender"), "school");
  await hand.write(about(page), text);
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: words("submit") }).click();
}

describe("a file that can't be taken in", () => {
  test.each([
    ["a program named .pdf", program(), "inte en PDF"],
    ["a PDF that was cut off", pdfOf(3).subarray(0, 300), "trasig"],
    ["a PDF with a password", lockedPdf(), "lösenord"],
    ["a scan of more than 25 MB", Buffer.alloc(25 * 1024 * 1024 + 1, "%PDF-1.7"), "25 MB"],
  ])("is told of at its field, and nothing typed is lost: %s", async (_, bytes, told) => {
    const { page, watch } = jonatan;
    await page.goto(form);
    await fillIn(page, "Frånvaro under våren");
    await file(page).setInputFiles(pdf(bytes));
    await problem(page).waitFor();
    expect(await problem(page).textContent()).toContain(told);
    const summary = page.locator(".error-summary");
    expect(await summary.textContent()).toContain(told);
    expect(await file(page).getAttribute("aria-invalid")).toBe("true");
    // The link of the summary leads to the control.
    await summary.getByRole("link").first().press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("received-file");
    await submit(page);
    expect(await about(page).inputValue()).toBe("Frånvaro under våren");
    expect(new URL(page.url()).pathname).toBe(form);
    expect(watch.faults).toEqual([]);
    // Another file is an answer to it.
    await file(page).setInputFiles(pdf(pdfOf(2)));
    await state(page).getByText("2 sidor").waitFor();
    expect(await problem(page).count()).toBe(0);
  });

  test("is missed when there is neither a file nor a text", async () => {
    const { page } = jonatan;
    await page.goto(form);
    await fillIn(page, "Ingenting alls");
    await submit(page);
    expect(await problem(page).textContent()).toContain("klistra in");
    expect(await about(page).inputValue()).toBe("Ingenting alls");
  });
});

describe("a file that is taken in", () => {
  test("by keyboard, stands in the list and the story, and opens without rights", async () => {
    const { page, watch, context } = jonatan;
    await page.goto(`/child/${akt}`);
    const hand = keyboard(page);
    await hand.press(
      page.locator("#received").getByRole("link", { name: "Ta in handling" }).first(),
    );
    await page.locator("main h1:focus").waitFor();
    const chooser = page.waitForEvent("filechooser");
    await hand.press(file(page));
    await (await chooser).setFiles(pdf(pdfOf(3)));
    await state(page).getByText("3 sidor").waitFor();
    await fillIn(page, "Frånvaro och betyg", hand);
    await page.getByText("närmast föregående arbetsdag").waitFor();
    expect(await lookFaults(page, "a document taken in")).toEqual([]);
    await hand.press(page.getByRole("button", { name: words("submit") }));
    const list = page.locator("#received .print-list > li");
    await list.first().getByText("Frånvaro och betyg", { exact: true }).waitFor();
    // Found in the mailbox on the Monday: it counts as Friday.
    expect(await list.first().textContent()).toContain("27 februari 2026");
    await page.getByText("En handling kom in från skola eller förskola").first().waitFor();
    const link = list.first().getByRole("link", { name: words("open") });
    const address = (await link.getAttribute("href")) ?? "";
    expect(address).toMatch(/^\/api\/v1\/received\/[0-9a-f-]{36}\?as=shown$/);
    const answer = await context.request.get(new URL(address, page.url()).href);
    expect(answer.headers()["content-security-policy"]).toContain("sandbox");
    expect((await answer.body()).equals(pdfOf(3))).toBe(true);
    expect([...watch.faults, ...hand.faults]).toEqual([]);
    for (const place of watch.places) expect(place).not.toMatch(/Elmer|Granvik|skola\.pdf/);
    // Nothing is left to write on.
    expect(
      await world().rows("select 1 from draft where document = 'received-document' and akt = $1", [
        akt,
      ]),
    ).toEqual([]);
  });

  test("dragged onto the form, and a pasted text beside it", async () => {
    const { page } = jonatan;
    await page.goto(form);
    const bytes = [...pdfOf(5)];
    const data = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(given)], "x.pdf"));
      return transfer;
    }, bytes);
    await page.dispatchEvent(".file-drop", "drop", { dataTransfer: data });
    await state(page).getByText("5 sidor").waitFor();
    await fillIn(page, "Brev med text");
    await page.locator("#f-text").fill("Från: skolan\n\nHej, här kommer brevet.");
    await submit(page);
    const row = page.locator("#received .print-list > li", { hasText: "Brev med text" });
    await row.getByRole("button", { name: words("showText") }).click();
    const text = page.getByText("Hej, här kommer brevet.");
    await text.waitFor();
    expect(await row.textContent()).toContain("5 sidor");
  });
});
