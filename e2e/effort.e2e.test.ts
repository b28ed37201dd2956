import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";

import { listStaff } from "../src/contract/spec/list-staff.ts";
import { childPage as childPageRoute } from "../src/contract/views/child-page.ts";
import { packInUse } from "./support/cast.ts";
import { countedMouse, type CountedHand, type Effort } from "./support/effort.ts";
import { investigateWithMeasure, openedInvestigation } from "./support/effort-investigation.ts";
import { registerFamily, type Family } from "./support/family.ts";
import { askQuestion, readTable } from "./support/followup-room.ts";
import {
  childPage,
  doStep,
  openLink,
  receiveReport,
  stepInPlace,
  words,
  type Traveller,
} from "./support/journey.ts";
import { worldOfFile, type Username } from "./support/world.ts";

/**
 * What everyday work costs, counted in a browser, held to budgets and written in docs/effort.md.
 * `EFFORT=write` writes the page anew; without it the page must say what was counted.
 */
const world = worldOfFile();
const page = fileURLToPath(new URL("../docs/effort.md", import.meta.url));
const measured = new Map<string, Effort>();

const kinds = ["interactions", "answers", "pages"] as const;

interface Budget {
  readonly id: string;
  readonly work: string;
  readonly most: Partial<Effort>;
}

const budgets: readonly Budget[] = [
  {
    id: "not-open",
    work: "Report to signed decision not to open",
    most: { interactions: 25, answers: 12, pages: 1 },
  },
  { id: "open", work: "Report to opened investigation", most: {} },
  { id: "measure", work: "Investigation with one measure", most: { answers: 30 } },
  { id: "note", work: "A new note, from Min dag", most: { interactions: 2, answers: 0 } },
  {
    id: "question",
    work: "A question, from Min dag to a shared table",
    most: { interactions: 20 },
  },
];

/** What an interaction takes somebody who has never seen the page, reading included, and what all may take. */
const secondsEach = 10;
const mostSeconds = 180;

/** Somebody whose every interaction is counted. */
async function counted(name: Username): Promise<Traveller & { readonly hand: CountedHand }> {
  const opened = await world().pageOf(name);
  const hand = countedMouse(opened.page);
  await opened.page.goto("/");
  await opened.page.locator("main h1").waitFor();
  return { hand, page: opened.page, lang: "sv", pack: await packInUse(world(), false) };
}

const protection = { outcome: "no-immediate-need", reasons: "Barnet är hos sin mormor i kväll." };
const reportAnswers = { channel: "phone", reporterKind: "school", reporterClass: "duty-general" };

const report = { common: "Skolan är orolig.", onlyChild: "", answers: reportAnswers, protection };

/** From Min dag to the child's page, with a report received and its protection assessment made. */
async function receive(who: Traveller, family: Family): Promise<void> {
  await receiveReport(who, family, report, false);
  await who.hand.press(openLink(who, family));
  await childPage(who);
}

/** The latest matter of the child whose page is open, as the program tells it. */
async function matterOf({ page }: Traveller, username: Username) {
  const [, akt = ""] = /\/child\/([^/?#]+)/u.exec(page.url()) ?? [];
  const api = await world().apiOf(username);
  const [matter] = (await api.call(childPageRoute, { params: { akt } })).matters;
  return matter;
}

describe("what everyday work costs", () => {
  let families: readonly Family[];
  beforeAll(async () => {
    await world().setDay("2026-03-02");
    const api = await world().apiOf("gunnel");
    families = [
      await registerFamily(api, "Mätare", 0),
      await registerFamily(api, "Räknare", 5),
      await registerFamily(api, "Vägare", 10),
    ];
  });

  function familyAt(at: number): Family {
    const family = families[at];
    if (family === undefined) throw new Error("There are three families");
    return family;
  }

  test("report to signed decision not to open", async () => {
    const who = await counted("gunnel");
    who.hand.restart();
    await receiveReport(who, familyAt(0), report, false);
    const answers = {
      reason: "Familjen har redan det stöd den behöver.",
      notOpenReason: "no-measure",
      risk: "Risken bedöms som låg.",
    };
    const step = { command: "investigation.not-open", document: "opening-decision" };
    await stepInPlace(who, familyAt(0), step, answers, {
      reasons: "Skolan har berättat hur barnet har det.",
    });
    measured.set("not-open", who.hand.effort());
    await who.hand.press(openLink(who, familyAt(0)));
    await childPage(who);
    expect((await matterOf(who, "gunnel"))?.reports[0]?.outcome).toBe("not-open");
    await who.page.context().close();
  });

  test("report to opened investigation", async () => {
    const who = await counted("gunnel");
    const staff = await (await world().apiOf("gunnel")).call(listStaff);
    const worker = staff.staff.find(({ name }) => name === "Ylva Stenmo")?.id ?? "";
    who.hand.restart();
    await receive(who, familyAt(1));
    const answers = { reason: "Det behöver utredas om barnet behöver stöd." };
    await doStep(who, "investigation.open", "opening-decision", answers, {
      before: () => who.hand.pick(who.page.locator("#staff-investigator"), worker),
    });
    measured.set("open", who.hand.effort());
    expect((await matterOf(who, "gunnel"))?.phase).toBe("investigating");
    await who.page.context().close();
  });

  test("an investigation with one measure", async () => {
    await openedInvestigation(world(), familyAt(2));
    const worker = await counted("jonatan");
    const boss = await counted("carina");
    worker.hand.restart();
    boss.hand.restart();
    await investigateWithMeasure(world(), worker, boss, familyAt(2));
    const [one, other] = [worker.hand.effort(), boss.hand.effort()];
    measured.set("measure", {
      interactions: one.interactions + other.interactions,
      answers: one.answers + other.answers,
      pages: one.pages + other.pages,
    });
    expect((await matterOf(worker, "jonatan"))?.investigation?.result).toBe("granted");
    await worker.page.context().close();
    await boss.page.context().close();
  });

  test("a new note from anywhere", async () => {
    const opened = await world().pageOf("jonatan");
    const hand = countedMouse(opened.page);
    await opened.page.goto("/");
    await opened.page.locator("li.clock-row").first().waitFor();
    hand.restart();
    await opened.page.keyboard.press("a");
    await opened.page.locator(".side-panel kbd").first().waitFor();
    await opened.page.keyboard.press("1");
    await opened.page.locator("#f-text:focus").waitFor();
    await opened.page.keyboard.type("Skolan ringde.");
    const text = await opened.page.locator("#f-text").inputValue();
    expect(text).toContain("Skolan ringde.");
    expect(opened.page.url()).toMatch(/\/act\/note\.sign$/u);
    measured.set("note", hand.effort());
    expect(opened.watch.faults).toEqual([]);
    await opened.context.close();
  });

  test("a manager's question, to a table that a colleague reads", async () => {
    const who = await counted("carina");
    who.hand.restart();
    const question = { rows: "UTR-08", columns: "BAK-02.band", from: "2025-01-01" };
    const table = await askQuestion(who, question);
    await who.hand.press(
      who.page.getByRole("button", { name: words(who, "followup", "copyAddress") }),
    );
    const cost = who.hand.effort();
    measured.set("question", cost);
    expect(cost.interactions * secondsEach).toBeLessThanOrEqual(mostSeconds);
    const colleague = await world().pageOf("gunnel");
    await colleague.page.goto(who.page.url());
    await colleague.page.locator(".cross table").waitFor();
    expect(await readTable({ ...who, page: colleague.page })).toEqual(table);
    expect(colleague.watch.faults).toEqual([]);
    await colleague.context.close();
    await who.page.context().close();
  });

  test.each(budgets)("$work keeps its budget", ({ id, most }) => {
    const cost = measured.get(id);
    expect(cost).toBeDefined();
    for (const what of kinds) {
      const limit = most[what];
      if (limit !== undefined) expect(cost?.[what], what).toBeLessThanOrEqual(limit);
    }
  });

  test("docs/effort.md says what was counted", () => {
    const text = pageOf(measured);
    if (process.env["EFFORT"] === "write") writeFileSync(page, text);
    expect(readFileSync(page, "utf8")).toBe(text);
  });
});

/** The page, from what the run has counted. */
function pageOf(counts: ReadonlyMap<string, Effort>): string {
  const rows = budgets.map(({ id, work, most }) => {
    const cost = counts.get(id);
    const cells = kinds.map((what) => {
      const limit = most[what] === undefined ? "" : ` of ${most[what]}`;
      return `${cost?.[what] ?? "–"}${limit}`;
    });
    return `| ${[work, ...cells].join(" | ")} |`;
  });
  return `# Effort

What everyday work costs, counted by \`e2e/effort.e2e.test.ts\` in a browser, with the budget beside. The run fails when a budget is broken or when this page says anything else; \`EFFORT=write npx vitest run --project e2e e2e/effort.e2e.test.ts\` writes it.

An interaction is a click, a choice, a day or a key that is no letter of a text. An answer is a box, a button, a list or a day; only what the program does not go on without, and what one would be asked on the telephone, is given. Pages are those opened after the first.

| work | interactions | answers | pages |
| --- | --- | --- | --- |
${rows.join("\n")}

A report, its protection assessment and the decision not to open are one page, *Ta emot*, with a form and a button for each. The investigation is counted from opened to notified decision, for the caseworker and the manager together, without what good practice asks beside.

The question is that of a manager who has never seen *Uppföljning*: a variable, another beside it, a first day and the address of the table, which a colleague opens. At ${secondsEach} seconds an interaction, reading included, it takes ${(counts.get("question")?.interactions ?? 0) * secondsEach} of ${mostSeconds} seconds. How a newcomer comes from \`npm start\` to an answer stands in [the first minutes](first-minutes.md).
`;
}
