import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";

import { openDraft } from "../src/contract/drafts/open-draft.ts";
import { makeTable } from "../src/contract/followup/make-table.ts";
import { signNote } from "../src/contract/notes/sign-note.ts";
import { changePerson } from "../src/contract/persons/change-person.ts";
import { searchPersons } from "../src/contract/persons/search-persons.ts";
import { makePrint } from "../src/contract/print/make-print.ts";
import { readFile } from "../src/contract/print/read-file.ts";
import { routes } from "../src/contract/routes.ts";
import { readMe } from "../src/contract/session/read-me.ts";
import { childPage } from "../src/contract/views/child-page.ts";
import { bare, readPdf } from "../src/print/testing/pdf-text.ts";
import { urlOf } from "../web/api/client.ts";
import type { Api } from "./support/api.ts";
import { demoMatter } from "./support/demo.ts";
import { relate, testNumber, written } from "./support/family.ts";
import { allocated, reported, type MatterPlace } from "./support/matters.ts";
import { lookFaults } from "./support/surface.ts";
import { say, wordings } from "./support/wordings.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile();

const child = {
  given: "Skymmelina",
  family: "Hemligtorp",
  number: testNumber("2013-09-09", 987),
  address: "Kanariegränd 17, 999 77 Gömda",
  phone: "070-174 06 55",
};
/** Her own name and number are hers and not protected; they must not lead to the child. */
const guardian = { given: "Vera", family: "Åberg", number: testNumber("1985-05-05", 988) };
const words = "Textkanarien sjunger bara för den som har ärendet.";

/** Nobody outside the matter may find any of these anywhere. */
const canaries = [
  child.given,
  child.family,
  "Kanariegränd",
  "06 55",
  child.number,
  written(child.number),
  child.number.slice(2, 8),
  "Textkanarien",
];

const outsiders = ["jonatan", "ylva", "per", "gunnel", "admin"] as const;

let place: MatterPlace;
let person: string;
let mother: string;

beforeAll(async () => {
  const mira = await world().apiOf("mira");
  const carina = await world().apiOf("carina");
  mother = await mira.person({
    givenName: guardian.given,
    familyName: guardian.family,
    identityNumber: guardian.number,
    birthDate: "1985-05-05",
    address: child.address,
  });
  person = await mira.person({
    givenName: child.given,
    familyName: child.family,
    identityNumber: child.number,
    birthDate: "2013-09-09",
    address: child.address,
    phone: child.phone,
  });
  await relate(mira, mother, "guardian", person);
  place = await reported(mira, person, {
    parts: [{ id: randomUUID(), audience: "common", text: words }],
  });
  const me = await mira.call(readMe);
  await allocated(carina, place, me.staff, me.unit?.id ?? "");
  const data = { protectionLevel: "protected-registration" };
  await mira.call(changePerson, { body: { commandId: randomUUID(), person, data } });
});

function found(text: string): readonly string[] {
  return canaries.filter((canary) => text.includes(canary));
}

describe("whoever has the matter", () => {
  test("sees the child, told that the data is protected and who may see it", async () => {
    const { page, context, watch } = await world().pageOf("mira");
    await page.goto(`/child/${place.akt}`);
    const header = page.locator(".child-header");
    await header
      .getByText(say(wordings.child, "now", "sv"))
      .or(header)
      .first()
      .waitFor();
    await expect.poll(() => header.innerText()).toContain(child.given);
    expect(await header.innerText()).toContain("Skyddade personuppgifter");
    expect(await header.innerText()).toContain("Mira Falkö");
    expect(await page.locator("body").innerText()).not.toContain(child.number);
    expect([...watch.places].flatMap(found)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await context.close();
  });

  test("finds the child by the full number only", async () => {
    const mira = await world().apiOf("mira");
    const hits = async (q: string) => (await mira.call(searchPersons, { body: { q } })).hits.length;
    expect(await hits(`${child.given} ${child.family}`)).toBe(0);
    expect(await hits(child.number.slice(2))).toBe(0);
    expect(await hits(child.number)).toBe(1);
  });
});

describe("whoever has not", () => {
  test.each(outsiders)("%s is told nothing by any answer of the program", async (name) => {
    const api = await world().apiOf(name);
    const texts = [...(await everyView(api)), ...(await everyTry(api))];
    expect(texts.length).toBeGreaterThan(15);
    for (const { what, text } of texts) expect([what, ...found(text)]).toEqual([what]);
  });

  test("finds a placeholder by the full number, and nothing by name or ten digits", async () => {
    const api = await world().apiOf("jonatan");
    const { hits } = await api.call(searchPersons, { body: { q: child.number } });
    expect(hits).toMatchObject([{ protected: true, number: null, age: null, birthDate: null }]);
    expect(found(JSON.stringify(hits))).toEqual([]);
    for (const q of [child.given, `${child.given} ${child.family}`, child.number.slice(2)]) {
      expect((await api.call(searchPersons, { body: { q } })).hits).toEqual([]);
    }
  });

  test.each(["jonatan", "gunnel"] as const)("%s sees nothing on any page", async (name) => {
    const { page, context, watch } = await world().pageOf(name);
    const seen: string[] = [];
    for (const path of ["/", "/search", `/child/${place.akt}`, deepPath("talk.sign"), "/unit"]) {
      await page.goto(path);
      await page.locator("h1").first().waitFor();
      if (path === "/") await showWholeUnit(page);
      if (path === "/search") await search(page, child.number);
      seen.push(await page.content(), await page.title(), page.url());
    }
    // What was searched for stands in the box of the one who wrote it, and nowhere else.
    const typed = seen.flatMap(found).filter((canary) => !child.number.includes(canary));
    expect(typed).toEqual([]);
    expect([...watch.places].flatMap(found)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await context.close();
  });
});

test("a copy for a guardian shows neither where the child lives nor the number, nor does its name", async () => {
  const mira = await world().apiOf("mira");
  const signe = await demoMatter(mira, "Signe Almroth").catch(() => protectedDemoChild(mira));
  const { matters, parties } = await mira.call(childPage, { params: { akt: signe.akt } });
  const basis = matters.find((matter) => matter.basis !== null)?.basis;
  const robert = parties.find((party) => party.label.name.startsWith("Robert"));
  const made = await mira.call(makePrint, {
    body: {
      akt: signe.akt,
      what: "basis",
      item: basis?.document ?? "",
      recipient: robert?.person ?? "",
    },
  });
  const file = await mira.get(urlOf(readFile.path, { file: made.file }, {}));
  const { pages, strings } = readPdf(file.bytes);
  const everything = bare(`${pages.join("\n")}\n${strings}\n${made.name}`);
  expect(bare(pages.join("\n"))).toContain("signe");
  for (const secret of ["Provgatan", "070-174 06 05", "201210059844", "20121005"]) {
    expect(everything).not.toContain(bare(secret));
  }
  expect(file.headers.get("content-disposition")).not.toMatch(/signe|almroth|2012/iu);
});

test("protection is set with its end, opened by name, examined, removed, and then the mother's", async () => {
  const { page, context } = await world().pageOf("mira");
  const protection = `/child/${place.akt}/protection/${person}`;
  const save = page.getByRole("button", { name: "Spara ändringarna" });
  const level = (name: string) =>
    page.locator("#f-protectionLevel").getByRole("radio", { name, exact: true }).check();
  const change = async (fill: () => Promise<unknown>, of = person): Promise<void> => {
    await page.goto(`/child/${place.akt}/basic-data/${of}`);
    await page.locator("#f-protectionLevel").waitFor();
    await fill();
    await page.locator("#basic-data-source").selectOption("authority");
    await save.click();
    await page.locator("#people-title").waitFor();
  };
  await change(async () => {
    await page.locator("#f-protectionProvision").selectOption({ index: 1 });
    await page.locator("#f-protectionUntil").fill("2026-03-20");
    await page
      .getByRole("group", { name: /får inte visas för/u })
      .getByLabel("Vera Åberg")
      .check();
  });
  await page.goto(protection);
  await page.getByText("20 mars 2026").first().waitFor();
  await page.getByText("Visas särskilt inte för Vera Åberg.").waitFor();
  await page.getByLabel("Mira Falkö").check();
  await page.getByRole("button", { name: "Spara vilka som får se" }).click();
  await page.getByText("Sparat.").waitFor();
  expect(await lookFaults(page, "protection")).toEqual([]);
  const may = async (name: "mira" | "carina" | "jonatan") => {
    const answer = await (await world().apiOf(name)).get(`/api/v1/akt/${place.akt}`);
    return answer.status;
  };
  expect([await may("mira"), await may("carina"), await may("jonatan")]).toEqual([200, 200, 403]);
  await page.goto("/");
  await page.getByRole("link", { name: /20 mars 2026/u }).click();
  await page.getByRole("heading", { level: 1, name: /^Skydd/u }).waitFor();

  await change(() => level("ingen"));
  await page.goto(protection);
  await page.getByText("Inget skydd är antecknat.").waitFor();
  await change(() => level("sekretessmarkering"), mother);
  await page.goto(protection);
  await page.getByText("Skyddas genom Vera Åberg, som barnet bor med.").waitFor();
  await context.close();
});

/** Protected children are found by number. */
async function protectedDemoChild(api: Api) {
  const { hits } = await api.call(searchPersons, { body: { q: "201210059844" } });
  return { akt: hits[0]?.akt ?? "" };
}

interface Told {
  readonly what: string;
  readonly text: string;
}

/** Every reading route of the contract, asked about this child. */
async function everyView(api: Api): Promise<readonly Told[]> {
  const params = {
    akt: place.akt,
    person,
    seq: 1,
    draft: randomUUID(),
    file: randomUUID(),
    digest: "current",
  };
  const views = routes.filter(
    (route) => route.method === "GET" && !route.id.startsWith("spec.read"),
  );
  const told: Told[] = [];
  for (const route of views) {
    for (const query of [{}, { scope: "unit" }]) {
      const answer = await api.get(urlOf(route.path, params, query));
      told.push({ what: route.id, text: answer.text });
    }
  }
  const guardianView = await api.get(`/api/v1/persons/${mother}`);
  return [...told, { what: "guardian", text: guardianView.text }];
}

/** What somebody may try to do with a child that is not theirs. */
async function everyTry(api: Api): Promise<readonly Told[]> {
  const { akt, matter } = place;
  const body = { commandId: randomUUID(), akt, matter };
  const answers = {
    "search by number": await api.ask(searchPersons, { body: { q: child.number } }),
    "search by guardian": await api.ask(searchPersons, { body: { q: guardian.number } }),
    draft: await api.ask(openDraft, {
      body: { draft: randomUUID(), document: "note", akt, matter },
    }),
    note: await api.ask(signNote, { body: { ...body, data: { text: "x" } } }),
    print: await api.ask(makePrint, {
      body: { akt, what: "basis", item: randomUUID(), recipient: "internal" },
    }),
    table: await api.ask(makeTable, { body: { rows: "AKT-01", filters: [] } }),
  };
  return Object.entries(answers).map(([what, { text }]) => ({ what, text }));
}

function deepPath(command: string): string {
  return `/child/${place.akt}/${place.matter}/act/${command}`;
}

async function showWholeUnit(page: Page): Promise<void> {
  const whole = page.getByRole("button", { name: say(wordings.myDay, "wholeUnit", "sv") });
  await whole.click();
  await page.locator("li.clock-row").first().waitFor();
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("searchbox").fill(text);
  await page.locator("li.hit").waitFor();
}
