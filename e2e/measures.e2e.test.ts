import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { makeDecision } from "../src/contract/decision/make-decision.ts";
import { searchPersons } from "../src/contract/persons/search-persons.ts";
import { childPage } from "../src/contract/views/child-page.ts";
import { packInUse } from "./support/cast.ts";
import { demoMatter } from "./support/demo.ts";
import { childPage as childPageIsThere, doStep, fillStep, takeStep } from "./support/journey.ts";
import { keyboard } from "./support/keyboard.ts";
import { lookFaults } from "./support/surface.ts";
import { worldOfFile, type WatchedPage } from "./support/world.ts";

/** Two measures of one decision: each is reached by its own step, and only that one is changed. */

const world = worldOfFile();
const family = randomUUID();
const contact = randomUUID();
let place: Awaited<ReturnType<typeof demoMatter>>;
let opened: WatchedPage;

beforeAll(async () => {
  const carina = await world().apiOf("carina");
  place = await demoMatter(carina, "Melker Fjällmo");
  const { akt, matter } = place;
  const { parties } = await carina.call(childPage, { params: { akt } });
  const guardians = parties.filter(({ kind }) => kind === "guardian");
  await carina.call(makeDecision, {
    body: {
      commandId: randomUUID(),
      akt,
      matter,
      ids: { decision: randomUUID() },
      data: {
        type: "open-measure",
        wording: "Melker beviljas familjebehandling och en kontaktperson.",
        legalBasis: ["sol25-11-1"],
        reasons: "Behovet är utrett och mamman samtycker.",
        favourable: true,
        measures: [
          { id: family, measureType: "family-treatment" },
          { id: contact, measureType: "yac-80", providerKind: "contact" },
        ],
        childPosition: "consents",
        guardianPositions: guardians.map(({ person }) => {
          return { id: randomUUID(), guardian: person, position: "consents" };
        }),
      },
    },
  });
  opened = await world().pageOf("jonatan");
});
afterAll(() => opened.context.close());

test("the second measure is begun by its own step, and the first is untouched", async () => {
  const { page } = opened;
  await page.goto(`/child/${place.akt}`);
  const section = page.locator("#measures");
  await section.getByText("Melker behöver förutsägbara dagar").waitFor();
  expect(await lookFaults(page, "goals and measures")).toEqual([]);

  const ofContact = page.locator(`#now a[href$="/act/measure.start?about=${contact}"]`);
  expect(await ofContact.innerText()).toBe(
    "Anteckna att insatsen har börjat: Kontaktperson (barn och unga)",
  );
  await ofContact.click();
  await page.getByText("Insatsen: Kontaktperson (barn och unga).").waitFor();
  await page.locator("#f-text").fill("De sågs första gången i dag.");
  await page.locator("form button[type=submit]").click();

  const begun = section.locator(".measure", { hasText: "Kontaktperson (barn och unga)" });
  await begun.getByText(", började ").waitFor();
  const waiting = section.locator(".measure", { hasText: "familjebehandling" });
  expect(await waiting.innerText()).toContain("har inte börjat");
  expect(await begun.innerText()).not.toContain("Anteckna att insatsen har börjat");
});

test("what is begun for one measure is not in the form of the other, and its goals are chosen", async () => {
  const { page } = opened;
  const form = (about: string) =>
    `/child/${place.akt}/${place.matter}/act/measure.order?about=${about}`;
  await page.goto(form(family));
  await page.locator("#f-background").fill("Bara för behandlarna.");
  await page.getByRole("button", { name: /Lägg till Mål/u }).click();
  const { matters } = await (
    await world().apiOf("jonatan")
  ).call(childPage, { params: { akt: place.akt } });
  const goals = matters.find(({ matter }) => matter === place.matter)?.goals ?? [];
  expect(goals.length).toBeGreaterThan(0);
  for (const { words } of goals) await page.getByText(words).first().waitFor();
  await page.getByText("Sparat").first().waitFor();

  await page.goto(form(contact));
  await page.getByText("Insatsen: Kontaktperson (barn och unga).").waitFor();
  expect(await page.locator("#f-background").inputValue()).toBe("");

  await page.goto(`/child/${place.akt}`);
  const draft = page.locator("#drafts a", { hasText: "Uppdrag till utförare: familjebehandling" });
  await draft.click();
  await expect.poll(() => page.locator("#f-background").inputValue()).toBe("Bara för behandlarna.");
  expect(opened.watch.faults).toEqual([]);
});

test("on paper stands also what is folded together on the screen", async () => {
  const { hits } = await (
    await world().apiOf("mira")
  ).call(searchPersons, { body: { q: "Tilde Granvik" } });
  const { page, context } = await world().pageOf("mira");
  await page.goto(`/child/${hits[0]?.akt ?? ""}`);
  const goal = page.locator("#measures .goals").getByText("Tilde sover minst sju timmar");
  await goal.waitFor({ state: "attached" });
  expect(await goal.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  await goal.waitFor();
  expect(await page.locator("#measures").innerText()).toContain("uppfyllt, uppföljt");
  await context.close();
});

test("by keyboard a measure begins, its plan is made for the goal, and each goal is followed up", async () => {
  const { page } = opened;
  const hand = keyboard(page);
  const who = { hand, page, lang: "sv", pack: await packInUse(world(), false) } as const;
  const api = await world().apiOf("jonatan");
  const { matters } = await api.call(childPage, { params: { akt: place.akt } });
  const goal = matters.find(({ matter }) => matter === place.matter)?.goals[0]?.words ?? "";
  await page.goto(`/child/${place.akt}`);
  await doStep(who, `measure.start?about=${family}`, "measure-start", { text: "Första mötet." });
  await takeStep(who, `implementation-plan.make?about=${family}`);
  await fillStep(who, "implementation-plan", {
    method: "Samtal",
    goals: [{ goal, activities: "Samtal varje vecka" }],
    text: "Familjen träffar behandlaren varje vecka.",
    childsView: "Melker vill ha lugna morgnar.",
    nextFollowUp: "2026-05-04",
  });
  await childPageIsThere(who);
  await doStep(who, `measure.follow-up?about=${family}`, "measure-follow-up", {
    kind: "planned",
    goals: [{ goal, attainment: "2", evidence: "Mamman berättar." }],
    childsView: "Melker säger att det går bättre.",
    outcome: "continue",
    conclusion: "Insatsen fortsätter.",
  });
  const followed = page.locator("#measures .measure", { hasText: "familjebehandling" });
  await followed.getByText("börja").first().waitFor();
  expect(await page.locator("#measures").innerText()).toContain("viss förbättring");
  expect(hand.faults).toEqual([]);
});

test("a consent withdrawn while the measure runs is told at once, and the next step names the law", async () => {
  const { page } = opened;
  await page.goto(
    `/child/${place.akt}/${place.matter}/act/measure.withdraw-consent?about=${contact}`,
  );
  const who = page.locator("#f-by input[type=checkbox]");
  await who.first().waitFor();
  for (const box of await who.all()) await box.check();
  await page.locator("form button[type=submit]").click();
  const begun = page.locator("#measures .measure", { hasText: "Kontaktperson (barn och unga)" });
  await begun.getByText("återkallat").first().waitFor();
  await page.goto(`/child/${place.akt}/${place.matter}/act/contact-plan.make?about=${contact}`);
  await page.locator("#f-text").fill("Vi ses varannan vecka.");
  await page.locator("form button[type=submit]").click();
  await page.locator(".error-summary").getByText("21 kap.").first().waitFor();
  expect(await page.locator("#f-text").inputValue()).toBe("Vi ses varannan vecka.");
});
