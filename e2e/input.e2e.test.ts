import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { fixBasis } from "../src/contract/basis/fix-basis.ts";
import { makeDecision } from "../src/contract/decision/make-decision.ts";
import { openDraft } from "../src/contract/drafts/open-draft.ts";
import { saveDraft } from "../src/contract/drafts/save-draft.ts";
import { makePrint } from "../src/contract/print/make-print.ts";
import { readFile } from "../src/contract/print/read-file.ts";
import { readMe } from "../src/contract/session/read-me.ts";
import { bare, readPdf } from "../src/print/testing/pdf-text.ts";
import { urlOf } from "../web/api/client.ts";
import { actPath, demoMatter } from "./support/demo.ts";
import { person, testNumber } from "./support/family.ts";
import type { Lang } from "./support/form.ts";
import { allocated, give, investigated, reported } from "./support/matters.ts";
import { surfaceFaults } from "./support/surface.ts";
import { say, wordings } from "./support/wordings.ts";
import { worldOfFile, type WatchedPage } from "./support/world.ts";

const world = worldOfFile();
let elmer: { readonly akt: string; readonly matter: string };
let opened: WatchedPage;
let page: Page;

beforeAll(async () => {
  elmer = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
});

async function open(lang: Lang = "sv"): Promise<void> {
  opened = await world().pageOf("jonatan", { lang });
  page = opened.page;
}

beforeEach(() => () => opened.context.close());

const summary = () => page.locator(".error-summary");
const submit = () => page.locator("main form button[type=submit]").click();

async function openAct(command: string, lang: Lang = "sv"): Promise<void> {
  await open(lang);
  await page.goto(actPath(elmer, command));
  await page
    .locator(".save-state > span")
    .first()
    .getByText(say(wordings.form, "untouched", lang))
    .waitFor();
}

/** A refusal on the page: said on top with a link to the field, said at the field, and nothing typed is gone. */
async function expectRefusal(field: string, words: RegExp, kept: Record<string, string>) {
  await summary().waitFor();
  expect(await summary().innerText()).toMatch(words);
  expect(await summary().evaluate((box) => box === document.activeElement)).toBe(true);
  await summary().getByRole("link").first().click();
  const control = page.locator(`#${field}`);
  expect(await control.evaluate((node) => node.contains(document.activeElement))).toBe(true);
  const described = (await control.getAttribute("aria-describedby")) ?? "";
  expect(described).toContain(`${field}-problem`);
  expect(await page.locator(`#${field}-problem`).innerText()).toMatch(words);
  for (const [id, text] of Object.entries(kept))
    expect(await page.locator(`#${id}`).inputValue()).toBe(text);
}

describe("what is typed wrong is said at its field, and stays", () => {
  test.each([
    ["sv", /före barnets födelse/u],
    ["en", /before the child/u],
  ] as const)("an event before birth (%s)", async (lang, words) => {
    await openAct("talk.sign", lang);
    await page.locator("#f-occurredAt").fill("2001-01-01T10:00");
    await page.locator("#f-summary").fill("Samtal om skolan.");
    await submit();
    await expectRefusal("f-occurredAt", words, {
      "f-occurredAt": "2001-01-01T10:00",
      "f-summary": "Samtal om skolan.",
    });
    if (lang === "sv") expect(await surfaceFaults(page, "act-refused")).toEqual([]);
  });

  test("closing before the basis is signed names the rule's section", async () => {
    await openAct("investigation.close");
    await page.locator("#f-reason").fill("Inget behov.");
    await submit();
    await summary().waitFor();
    expect(await summary().innerText()).toMatch(/inte fastställt[\s\S]*20 kap\. 3 § SoL/u);
    expect(await page.locator("#f-reason").inputValue()).toBe("Inget behov.");
  });

  test("deciding without the right points at who decides", async () => {
    await openAct("decision.make");
    await page.locator("#f-wording").fill("Elmer beviljas samtal.");
    await page.locator("#f-reasons").fill("Behov finns.");
    await page.locator("#f-type").selectOption("open-measure");
    await submit();
    await summary().waitFor();
    expect(await summary().innerText()).toMatch(/rätt|delegation|får inte/iu);
    expect(await page.locator("#f-wording").inputValue()).toBe("Elmer beviljas samtal.");
  });

  test("a new person's number: check digit, day, and a number somebody may have", async () => {
    await open();
    await page.goto("/receive");
    await page.getByLabel(say(wordings.intake, "search", "sv")).fill("Nova Testlund");
    await page.getByRole("button", { name: say(wordings.intake, "newPerson", "sv") }).click();
    const group = page.getByRole("group", { name: say(wordings.intake, "newPerson", "sv") });
    const number = group.getByLabel(say(wordings.intake, "number", "sv"));
    const right = testNumber("2014-02-17", 981);
    const wrong = `${right.slice(0, -1)}${(Number(right.slice(-1)) + 1) % 10}`;
    for (const [typed, words] of [
      [wrong, /Sista siffran/u],
      ["20140230-9814", /datum/u],
      ["20140217-0011", /testnummer/u],
    ] as const) {
      await number.fill(typed);
      await group.getByRole("button", { name: say(wordings.intake, "register", "sv") }).click();
      const problem = group.getByRole("alert");
      await problem.getByText(words).waitFor();
      expect(await number.getAttribute("aria-invalid")).toBe("true");
      expect(await number.inputValue()).toBe(typed);
      expect(await group.getByLabel(say(wordings.intake, "given", "sv")).inputValue()).toBe("Nova");
    }
    expect(await surfaceFaults(page, "receive-person-refused")).toEqual([]);
  });

  test("a number with a wrong check digit is not searched for", async () => {
    await open();
    await page.goto("/search");
    await page.getByRole("searchbox").fill("20140217-9815");
    await page.getByText(/Sista siffran/u).waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("20140217-9815");
  });

  test("a report without a child says so, and keeps the report", async () => {
    await open();
    await page.goto("/receive");
    await page.locator("#part-common").fill("Någon ringde.");
    await page.getByRole("button", { name: say(wordings.intake, "save", "sv") }).click();
    await summary().waitFor();
    expect(await summary().innerText()).toContain("Välj minst ett barn");
    expect(await page.locator("#part-common").inputValue()).toBe("Någon ringde.");
  });
});

describe("what is done twice is done once", () => {
  test("a double click on the button signs one note", async () => {
    await openAct("talk.sign");
    await page.locator("#f-occurredAt").fill("2026-03-02T07:30");
    await page.locator("#f-summary").fill("Dubbelklickat samtal.");
    await page.locator("main form button[type=submit]").dblclick();
    await page.locator(".child-page").waitFor();
    const signed = await world().rows(
      "select 1 from event where type = 'talk.signed' and body like '%Dubbelklickat samtal.%'",
    );
    expect(signed).toHaveLength(1);
    expect(opened.watch.faults).toEqual([]);
  });

  test("a lost answer is asked for again and gives the same, once", async () => {
    await openAct("note.sign");
    await page.locator("#f-text").fill("Noterat när svaret försvann.");
    let lost = false;
    await page.route("**/api/v1/notes/sign-note", async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await submit();
    await page.getByText(say(wordings.act, "nothingLost", "sv")).waitFor();
    await page.getByRole("button", { name: say(wordings.act, "tryAgain", "sv") }).click();
    await page.locator(".child-page").waitFor();
    const signed = await world().rows(
      "select 1 from event where type = 'note.signed' and body like '%Noterat när svaret%'",
    );
    expect(signed).toHaveLength(1);
  });
});

/** As it comes from an e-mail: markup, an address that would be fetched, signs of all kinds, text from the right. */
const pasted = [
  `<script>document.title = "hacked"</script>`,
  `<img src=x onerror="document.title='hacked'"> <a href="javascript:alert(1)">klicka</a>`,
  "‪Från: anna@example.test‬ 👩‍👧‍👦 שלום עולם مرحبا e\u0301",
  '=HYPERLINK("x") {{7*7}} ${7*7} %s \'; drop table event; --',
].join("\n");

test("a pasted e-mail is kept and shown as it is, and nothing in it runs", async () => {
  await openAct("note.sign");
  await page.locator("#f-text").fill("");
  await page.locator("#f-text").focus();
  await page.keyboard.insertText(pasted);
  await submit();
  await page.locator(".child-page").waitFor();
  const [event] = await world().rows<{ text: string }>(
    "select body::jsonb->'data'->>'text' as text from event where body like '%anna@example.test%'",
  );
  expect(event?.text).toBe(pasted);
  const line = page
    .locator(".story-line")
    .filter({ hasText: "anna@example.test" })
    .or(page.locator(".story-line").filter({ hasText: "<script>" }));
  await line.first().getByRole("button").click();
  const panel = page.locator(".side-panel");
  await panel.getByText("drop table event").waitFor();
  expect((await panel.innerText()).replaceAll(/\s+/gu, " ")).toContain(
    pasted.slice(0, 80).replaceAll(/\s+/gu, " "),
  );
  expect(await page.locator("img[src=x], a[href^=javascript]").count()).toBe(0);
  expect(await page.title()).toBe("Barnets sida – Mittpunkt");
  expect(await surfaceFaults(page, "entry-pasted")).toEqual([]);
  expect(opened.watch.faults).toEqual([]);
});

/** A matter whose report is the pasted text, with an investigation under way. */
async function pastedReport() {
  const jonatan = await world().apiOf("jonatan");
  const carina = await world().apiOf("carina");
  const { given, family, number, born } = person("Ylle", "Klisterud", "2015-03-03", 986);
  const child = await jonatan.person({
    givenName: given,
    familyName: family,
    identityNumber: number,
    birthDate: born,
  });
  const parts = [{ id: randomUUID(), audience: "common", text: pasted }];
  const place = await reported(jonatan, child, { parts });
  const me = await jonatan.call(readMe);
  await allocated(carina, place, me.staff, me.unit?.id ?? "");
  await investigated(carina, place, me.staff);
  return { api: jonatan, place };
}

test("pasted in a report and a basis it stands there literally; what another changed meanwhile stops it and keeps it", async () => {
  const { api, place } = await pastedReport();
  const { akt, matter } = place;
  await open();
  await page.goto(`/child/${akt}`);
  await page.locator(".story-line button", { hasText: "Anmälan" }).last().click();
  await page.locator(".side-panel").getByText("drop table event").waitFor();
  await page.goto(`/child/${akt}/${matter}/document/decision-basis`);
  await page.locator("#f-childView").focus();
  await page.keyboard.insertText(pasted);
  await page
    .locator(".save-state")
    .getByText(/^Sparat/u)
    .waitFor();
  await page.reload();
  const read = () => page.locator("#f-childView").inputValue();
  await expect.poll(read).toBe(pasted);
  const given = { draft: randomUUID(), document: "decision-basis", akt, matter };
  const { draft } = await api.call(openDraft, { body: given });
  const changes = ["bestInterests", "proposal"].map((path) => {
    return { path, base: 0, value: "Stöd.", changeId: randomUUID() };
  });
  await api.call(saveDraft, { body: { draft, changes } });
  const document = randomUUID();
  await give(api, fixBasis, place, { ids: { document }, draft, expect: { basisVersion: 0 } });
  await page.getByRole("button", { name: say(wordings.act, "fix", "sv"), exact: true }).click();
  await summary().getByText("Någon annan har ändrat det du ser").waitFor();
  expect(await page.locator("#f-childView").inputValue()).toBe(pasted);
  expect(await page.locator("img[src=x], a[href^=javascript]").count()).toBe(0);
  expect(opened.watch.faults).toEqual([]);
});

test("pasted in a decision it is printed as it is, without a link", async () => {
  const carina = await world().apiOf("carina");
  const melker = await demoMatter(carina, "Melker Fjällmo");
  await open();
  const decision = randomUUID();
  await give(carina, makeDecision, melker, {
    ids: { decision },
    data: {
      type: "open-measure",
      wording: pasted,
      legalBasis: ["sol25-11-1"],
      reasons: "Behovet är utrett.",
    },
    reasons: {},
  });
  const { file } = await carina.call(makePrint, {
    body: { akt: melker.akt, what: "decision", item: decision, recipient: "internal" },
  });
  const { bytes } = await carina.get(urlOf(readFile.path, { file }, {}));
  const { pages, strings } = readPdf(bytes);
  for (const words of ["<script>document.title", "<img src=x", "{{7*7}} ${7*7} %s", "drop table"])
    expect(bare(pages.join(" "))).toContain(bare(words));
  expect(strings).not.toMatch(/\/URI\s*\(javascript/u);
});
