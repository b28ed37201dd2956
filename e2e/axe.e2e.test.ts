import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { documentOfCommand, endpointOfCommand } from "../web/pages/act/act-definitions.ts";
import { rulesRun } from "./support/axe.ts";
import { actPath, demoMatter, openStep } from "./support/demo.ts";
import { lighthouseRules } from "./support/lighthouse-rules.ts";
import { lookFaults } from "./support/surface.ts";
import { closeBackTo, expectWalked, walkFaults } from "./support/walk.ts";
import { say, wordings } from "./support/wordings.ts";
import { worldOfFile, type Username, type WatchedPage } from "./support/world.ts";

/**
 * Every page in every state that looks different: WCAG 2.2 AA, both colour schemes, a window of 320 px. And what axe
 * cannot see: every page gone through with Tab, its paper, where the focus goes back to.
 */

const world = worldOfFile();
type Place = Awaited<ReturnType<typeof demoMatter>>;
let elmer: Place;
let melker: Place;

beforeAll(async () => {
  const api = await world().apiOf("jonatan");
  elmer = await demoMatter(api, "Elmer Granvik");
  melker = await demoMatter(api, "Melker Fjällmo");
});

/** One page for the tests of a block. */
function pageOfBlock(username?: Username): () => Page {
  let opened: WatchedPage | undefined;
  beforeAll(async () => {
    opened =
      username === undefined ? await world().anonymousPage() : await world().pageOf(username);
  });
  afterAll(async () => {
    expect(opened?.watch.faults).toEqual([]);
    await opened?.context.close();
  });
  return () => {
    if (opened === undefined) throw new Error("The page is there while the tests run");
    return opened.page;
  };
}

async function expectFine(page: Page, name: string): Promise<void> {
  expect(await lookFaults(page, name)).toEqual([]);
}

async function goTo(page: Page, path: string, shown = "main h1"): Promise<void> {
  await page.goto(path).then(() => page.locator(shown).first().waitFor());
}

describe("nobody", () => {
  const page = pageOfBlock();

  test("a page without faults has 100 in Lighthouse", () => {
    expect(rulesRun()).toEqual(expect.arrayContaining([...lighthouseRules]));
  });

  test.each([
    ["sign-in", "/sign-in"],
    ["setup that is done", "/setup"],
    ["examples", "/examples"],
    ["no such page", "/finns/inte"],
  ])("%s", async (name, path) => {
    await goTo(page(), path);
    await expectFine(page(), name);
  });
});

describe("a caseworker in the rooms", () => {
  const page = pageOfBlock("jonatan");

  test("Min dag, with the map of the keys", async () => {
    await goTo(page(), "/", ".clock-list");
    await page().keyboard.press("Tab");
    await page().locator(".skip-link:focus").waitFor();
    await page().keyboard.press("Enter");
    await page().locator("main:focus").waitFor();
    await expectFine(page(), "my-day");
    await expectWalked(page(), "my-day");
    const keys = page().getByRole("button", { name: say(wordings.shell, "keys", "sv") });
    await keys.press("Enter");
    await page().locator(".side-panel").waitFor();
    await expectFine(page(), "keys");
    await closeBackTo(page(), keys);
    await page().keyboard.press("a");
    await page().locator(".side-panel kbd").first().waitFor();
    await expectFine(page(), "new-note");
    await goTo(page(), "/gaps", "main table");
    await expectFine(page(), "gaps");
  });

  test("search: nothing asked, hits, none, a number that cannot be", async () => {
    await goTo(page(), "/search");
    await expectFine(page(), "search");
    const box = page().getByRole("searchbox");
    for (const [text, shown] of [
      ["Granvik", "li.hit"],
      ["Qwertyxz", ".search-count"],
      ["20140217-9815", "[role=alert]"],
    ] as const) {
      await box.fill(text);
      await page().locator(shown).first().waitFor();
      await expectFine(page(), `search ${shown}`);
    }
  });

  test("Ta emot: empty, refused, with hits, a child, an assessment and a new person", async () => {
    await goTo(page(), "/receive", "#part-common");
    await expectFine(page(), "receive");
    await expectWalked(page(), "receive");
    await page().locator("main form button[type=submit]").click();
    await page().locator(".error-summary").waitFor();
    await expectFine(page(), "receive-refused");
    await page()
      .getByLabel(say(wordings.intake, "search", "sv"))
      .fill("Granvik");
    await page().locator(".person-hits li").first().waitFor();
    await page()
      .getByRole("button", { name: say(wordings.intake, "newPerson", "sv") })
      .click();
    await expectFine(page(), "receive-search");
    await page().getByRole("button", { name: "Välj Tilde Granvik" }).click();
    await page()
      .getByRole("button", { name: say(wordings.intake, "makeNow", "sv") })
      .click();
    await page().getByRole("region", { name: "Skyddsbedömning för Tilde Granvik" }).waitFor();
    await expectFine(page(), "receive-child");
  });

  test("what is not there, not hers or cannot be fetched", async () => {
    await goTo(page(), `/child/${randomUUID()}`, ".state-page");
    await expectFine(page(), "child-not-there");
    for (const path of ["/unit", "/followup"]) {
      await goTo(page(), path, "[role=alert]");
      await expectFine(page(), `refused ${path}`);
    }
    await page().route("**/api/v1/akt/**", (route) => route.abort("connectionrefused"));
    await page().route("**/api/v1/views/**", (route) => route.abort("connectionrefused"));
    await goTo(page(), `/child/${elmer.akt}`, ".state-page");
    await expectFine(page(), "no-contact");
    await page().unrouteAll();
  });
});

describe("a caseworker with a child", () => {
  const page = pageOfBlock("jonatan");

  test("the child's page, an entry, a person and a print", async () => {
    await goTo(page(), `/child/${elmer.akt}`, ".story-line");
    await expectFine(page(), "child");
    await expectWalked(page(), "child");
    for (const [opens, name] of [
      [".story-line button", "child-entry"],
      ["#people button", "child-person"],
    ] as const) {
      await page().locator(opens).first().press("Enter");
      await page().locator(".side-panel").waitFor();
      await expectFine(page(), name);
      await closeBackTo(page(), page().locator(opens).first());
    }
    await goTo(page(), `/child/${melker.akt}`, "#prints li");
    await page().locator("#prints li button").first().click();
    await page().locator("#prints li [role=status] a").first().waitFor();
    await page().locator("#story select").first().selectOption("decisions");
    await page().locator("#story p.quiet, .story-line").first().waitFor();
    await expectFine(page(), "child-print");
    await goTo(page(), `/child/${elmer.akt}/${elmer.matter}/handover`, ".handover-part");
    await expectFine(page(), "handover");
    await expectWalked(page(), "handover");
  });

  test("the decision basis: as it is, with an area open, and what remains", async () => {
    const { akt, matter } = elmer;
    await goTo(page(), `/child/${akt}/${matter}/document/decision-basis`, ".document-outline");
    await page().locator("details[id^=area-] summary").first().click();
    await expectFine(page(), "document");
    await expectWalked(page(), "document");
    // A window of 1280 by 1024 enlarged four times: nothing that stays may lie over what has the focus.
    await page().setViewportSize({ width: 320, height: 256 });
    expect(await walkFaults(page(), "document enlarged")).toEqual([]);
    await page().setViewportSize({ width: 1280, height: 800 });
    await page().locator(".document-main button.primary, .document button.primary").first().click();
    await page().locator(".error-summary:focus").waitFor();
    await expectFine(page(), "document-refused");
  });
});

describe("every form of a step", () => {
  const page = pageOfBlock("jonatan");
  const written = Object.keys(endpointOfCommand).filter(
    (command) =>
      documentOfCommand(command) !== undefined &&
      !["basis.fix", "basis.sign", "basis.review"].includes(command),
  );

  beforeAll(() => goTo(page(), "/search"));
  test.each(written)("%s", async (command) => {
    await openStep(page(), actPath(elmer, command));
    await expectFine(page(), command);
  });

  test("with faults, and with a question for reasons", async () => {
    for (const command of ["talk.sign", "decision.make", "party.inform"]) {
      await openStep(page(), actPath(elmer, command));
      await page().locator("main form button[type=submit]").click();
      await page().locator(".error-summary, section.reasons").first().waitFor();
      await expectFine(page(), `${command} refused`);
    }
  });
});

describe("a manager", () => {
  const page = pageOfBlock("carina");

  test("Min dag and Enheten", async () => {
    await goTo(page(), "/", ".my-day-summary");
    await expectFine(page(), "my-day-unit");
    await goTo(page(), "/unit", "#unit-fill");
    await page().locator("#unit-not-heard").waitFor();
    await expectFine(page(), "unit");
    await expectWalked(page(), "unit");
    for (const path of ["/unit/conference", `/child/${elmer.akt}/accesses`]) {
      await goTo(page(), path, "main table");
      await expectFine(page(), path);
      await expectWalked(page(), path);
    }
  });

  test("Uppföljning: what is asked first, a report, own questions, and the catalogue", async () => {
    await goTo(page(), "/followup", ".overview .answer");
    await page().locator(".overview .behind > summary").first().click();
    for (const [name, path, shown] of [
      ["followup", "", ".overview .data-table"],
      ["followup-reports", "/followup/reports", ".report .data-table"],
      [
        "followup-layers",
        "/followup/question?rows=AKT-16&columns=AKT-03&layers=BAK-01",
        ".cross table",
      ],
      ["followup-series", "/followup/question?rows=AKT-01&series=quarter", "polyline"],
      ["variables", "/followup/variables?variable=AKT-13", "details.variable[open]"],
    ] as const) {
      if (path !== "") await goTo(page(), path, shown);
      await page().locator(shown).first().waitFor();
      await expectFine(page(), name);
    }
    await page().getByRole("searchbox").last().fill("delaktig");
    await expectWalked(page(), "variables");
    await goTo(page(), "/followup/question?rows=UTR-08&columns=BAK-01", ".cross table");
    await expectWalked(page(), "followup-crossed");
  });
});

describe("others", () => {
  test("an administrator begins where he is told what he can do", async () => {
    const { page, context, watch } = await world().pageOf("admin");
    await goTo(page, "/");
    await page
      .getByRole("heading", { level: 1, name: say(wordings.start, "title", "sv") })
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/start");
    expect(await page.title()).toBe("Start – Mittpunkt");
    await expectFine(page, "start");
    await page.goto("/receive");
    await page.waitForURL("**/start");
    expect(watch.faults).toEqual([]);
    await context.close();
  });

  test("an assistant begins with the day", async () => {
    const { page, context } = await world().pageOf("per");
    await goTo(page, "/", ".my-day-summary");
    await expectFine(page, "my-day-assistant");
    await context.close();
  });

  test("in forced colours a button, a field and the focus are still seen", async () => {
    const { page, context } = await world().pageOf("jonatan");
    await page.emulateMedia({ forcedColors: "active" });
    await goTo(page, actPath(elmer, "note.sign"), "main form button[type=submit]");
    for (const target of ["main form button[type=submit]", "#f-text"]) {
      const style = await page.locator(target).evaluate((node) => {
        node.focus();
        const { borderStyle, borderWidth, outlineStyle } = getComputedStyle(node);
        return { borderStyle, borderWidth, outlineStyle };
      });
      expect(style.borderStyle).not.toBe("none");
      expect(Number.parseFloat(style.borderWidth)).toBeGreaterThan(0);
      expect(style.outlineStyle).not.toBe("none");
    }
    await context.close();
  });
});
