import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";

import { signNote } from "../src/contract/notes/sign-note.ts";
import { registerPerson } from "../src/contract/persons/register-person.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { demoMatter } from "./support/demo.ts";
import { keyboard } from "./support/keyboard.ts";
import { say, wordings } from "./support/wordings.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile();
const record = (key: keyof typeof wordings.record) => say(wordings.record, key, "sv");
const identity = (key: keyof typeof wordings.identity) => say(wordings.identity, key, "sv");

type Place = Awaited<ReturnType<typeof demoMatter>>;
let elmer: Place;
let melker: Place;

beforeAll(async () => {
  const api = await world().apiOf("jonatan");
  elmer = await demoMatter(api, "Elmer Granvik");
  melker = await demoMatter(api, "Melker Fjällmo");
});

describe("a note in the wrong akt, by keyboard", () => {
  test("is moved: sealed where it stood, readable where it belongs", async () => {
    const api = await world().apiOf("jonatan");
    await api.call(signNote, {
      body: {
        commandId: randomUUID(),
        akt: elmer.akt,
        matter: elmer.matter,
        data: { text: "Mormor ringde om lovet." },
      },
    });
    const { page, watch, context } = await world().pageOf("jonatan");
    const hand = keyboard(page);
    await page.goto(`/child/${elmer.akt}`);
    const line = page.locator(".story-line", { hasText: "Mormor ringde om lovet." });
    await hand.press(line.getByRole("button"));
    const panel = page.getByRole("complementary").last();
    await hand.press(panel.getByRole("button", { name: record("move") }));
    await hand.write(panel.getByLabel(record("belongsTo")), "Melker Fjällmo");
    await hand.press(panel.getByRole("button", { name: /Välj/u }).first());
    const reason = panel.getByLabel(record("whyMoved"));
    await hand.write(reason, "Gäller Melker.");
    expect(await accessibilityFaults(page)).toEqual([]);
    await hand.press(panel.getByRole("button", { name: record("move") }));
    await panel.getByText("Skälet nämner det andra barnet").waitFor();
    await hand.write(reason, "Samtalet gällde ett annat barn.");
    await hand.press(panel.getByRole("button", { name: record("move") }));
    await page
      .locator(".story-line .mark", { hasText: "Samtalet gällde ett annat barn." })
      .waitFor();
    await panel.getByText(record("sealed")).waitFor();
    expect(await page.getByText("Mormor ringde om lovet.").count()).toBe(0);
    await page.goto(`/child/${melker.akt}`);
    await page.locator(".story-line", { hasText: "Mormor ringde om lovet." }).waitFor();
    expect(
      await page.locator(".story-line", { hasText: "Omförd hit från en annan akt" }).count(),
    ).toBe(1);
    expect([...watch.faults, ...hand.faults]).toEqual([]);
    await context.close();
  });
});

describe("two records of one person", () => {
  test("are joined at the number that was taken, and parted again", async () => {
    const api = await world().apiOf("jonatan");
    const number = "20110909-9802";
    await api.call(registerPerson, {
      body: {
        commandId: randomUUID(),
        person: randomUUID(),
        data: { givenName: "Elmer", familyName: "Granvik", identityNumber: number },
        relations: [],
      },
    });
    const { page, watch, context } = await world().pageOf("jonatan");
    const hand = keyboard(page);
    await page.goto(`/child/${elmer.akt}`);
    const details = `${say(wordings.child, "showPerson", "sv")} Elmer Granvik`;
    await hand.press(page.getByRole("button", { name: details }));
    const panel = page.getByRole("complementary").last();
    await hand.press(panel.getByRole("button", { name: identity("newNumber") }));
    await hand.write(panel.getByLabel(identity("given")), number);
    await hand.press(panel.getByRole("button", { name: identity("newNumber") }));
    await panel.getByText(identity("takenBy")).waitFor();
    await hand.press(panel.getByRole("button", { name: identity("same") }));
    await hand.write(panel.getByLabel(identity("why")), "Registrerad två gånger.");
    await hand.press(panel.getByRole("button", { name: identity("join") }));
    await panel.getByText(number).first().waitFor();
    await hand.press(panel.getByRole("button", { name: identity("part") }));
    await hand.write(panel.getByLabel(identity("why")), "Det var en annan.");
    await hand.press(panel.getByRole("button", { name: identity("part"), exact: true }).last());
    await panel.getByRole("button", { name: identity("join") }).waitFor();
    expect(await panel.getByText(number).count()).toBe(0);
    expect([...watch.faults, ...hand.faults]).toEqual([]);
    await context.close();
  });
});
