import { randomUUID } from "node:crypto";

import { beforeAll, expect, test } from "vitest";

import { listAssignments } from "../src/contract/assignments/assignment-routes.ts";
import { startReview } from "../src/contract/log-review/change-review.ts";
import { listReviews } from "../src/contract/log-review/list-reviews.ts";
import { withClient } from "../src/store/postgres/connection.ts";
import { runCli } from "./support/cli.ts";
import { demoMatter } from "./support/demo.ts";
import { forcedFaults } from "./support/forced.ts";
import { printFaults } from "./support/structure.ts";
import { lookFaults } from "./support/surface.ts";
import { expectWalked, walkFaults } from "./support/walk.ts";
import { worldOfFile, type Username } from "./support/world.ts";

/**
 * The pages of what an office does beside its matters, each by who has it, as `axe.e2e.test.ts` looks at the others;
 * and a destruction run from its list to its protocol.
 */

const world = worldOfFile();
/** What the program does by itself after it was started again. */
const slow = { timeout: 300_000 };
const review = randomUUID();
/** Where the pages of the list are: of this child, its matter and its person, of the check that was begun. */
const places = new Map<string, string>();

beforeAll(async () => {
  const { akt, matter, person } = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
  const lova = await world().apiOf("lova");
  const { from, to } = (await lova.call(listReviews)).next;
  await lova.call(startReview, { body: { commandId: randomUUID(), review, from, to } });
  const [line] = (await (await world().apiOf("hanna")).call(listAssignments)).lines;
  places.set("CHILD", `/child/${akt}`).set("MATTER", matter).set("PERSON", person);
  places.set("REVIEW", review).set("ASSIGNMENT", `/assignments/${line?.akt}/${line?.measure}`);
});

const pages: readonly (readonly [Username, readonly string[]])[] = [
  ["carina", ["/glass", "/incidents", "/retention", "CHILD/reach", "CHILD/disclosures"]],
  ["jonatan", ["/sign-ins", "/password", "CHILD/MATTER/letter", "CHILD/protection/PERSON"]],
  ["hanna", ["ASSIGNMENT"]],
  ["kajsa", ["/accounts", "/start", "/incidents"]],
  ["lova", ["/log-review", "/log-review/REVIEW"]],
  ["lena", ["/start"]],
];

/** The longest of them. */
const enlarged: readonly string[] = ["/accounts", "CHILD/reach"];

test.each(pages)("%s", async (username, paths) => {
  const { page, context, watch } = await world().pageOf(username);
  for (const template of paths) {
    await page.goto(template.replaceAll(/[A-Z]+/gu, (name) => places.get(name) ?? name));
    await page.locator("main h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await lookFaults(page, template)).toEqual([]);
    await expectWalked(page, template);
    expect(await forcedFaults(page, template)).toEqual([]);
    if (!enlarged.includes(template)) continue;
    // A window of 1280 by 1024 enlarged four times: nothing that stays may lie over what has the focus.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await walkFaults(page, `${template} enlarged`)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  expect(watch.faults).toEqual([]);
  await context.close();
});

test("what is due is listed, held back, proposed by one, approved by another, destroyed though the program is killed, and told", async () => {
  const board = world();
  await board.setDay("2060-06-01");
  const sven = await board.pageOf("sven");
  await sven.page.goto("/retention");
  await sven.page.getByLabel("Kommunkod, fyra siffror").fill("0840");
  await sven.page.getByRole("button", { name: "Spara", exact: true }).click();
  await sven.page.getByText("Rätta kommunkoden").click();
  await sven.page.getByLabel("Kommunkod, fyra siffror").fill("0480");
  await sven.page.getByRole("button", { name: "Rätta koden" }).click();
  await sven.page.getByText("Rättad från 0840 till 0480").waitFor();
  const due = sven.page.getByRole("table", { name: "Ärenden", exact: true });
  const numbers = due.locator("tbody th");
  await expect.poll(() => numbers.count()).toBeGreaterThan(3);
  const [held = "", first = "", second = ""] = await numbers.allInnerTexts();

  await sven.page.getByRole("button", { name: "Håll kvar" }).click();
  await sven.page.getByText("Fyll i det här.").first().waitFor();
  await sven.page.getByLabel("Ärendets nummer").fill(held);
  await sven.page.getByLabel("Skäl", { exact: true }).fill("Mål i förvaltningsrätten.");
  await sven.page.getByRole("button", { name: "Håll kvar" }).click();
  await sven.page.getByText("Mål i förvaltningsrätten.").waitFor();
  await numbers.filter({ hasText: held }).waitFor({ state: "detached" });

  await sven.page.getByRole("button", { name: "Föreslå gallring" }).click();
  await sven.page.getByText("Du har föreslagit den och kan inte godkänna den själv.").waitFor();
  expect(await sven.page.getByRole("button", { name: "Godkänn och gallra" }).count()).toBe(0);

  const carina = await board.pageOf("carina");
  await carina.page.goto("/retention");
  const approve = carina.page.getByRole("button", { name: "Godkänn och gallra" });
  await approve.click();
  await carina.page.getByText("Läs listan och markera att du har gjort det.").waitFor();
  await carina.page.getByLabel("Jag har läst listan").check();
  expect(await lookFaults(carina.page, "a proposed list")).toEqual([]);
  await approve.click();
  await carina.page.getByText("Godkänd av").waitFor();

  const items = (state: string) =>
    board.rows("select from retention_item where kind = 'matter' and state = $1", [state]);
  // Somebody holds the last akt of the list while the program carries it out: there it is killed.
  await board.server().kill();
  await withClient(board.database, async (client) => {
    await client.query("begin");
    await client.query(`select 1 from stream_state where stream = (
      select akt from retention_item where kind = 'matter' order by item desc limit 1) for update`);
    await board.restart();
    await expect.poll(async () => (await items("done")).length, slow).toBeGreaterThan(0);
    await board.server().kill();
    await client.query("rollback");
  });
  expect((await items("waiting")).length).toBeGreaterThan(0);
  await board.restart();
  const finished = "select from retention_run where state = 'done'";
  await expect.poll(async () => (await board.rows(finished)).length, slow).toBe(1);

  await carina.page.reload();
  await carina.page.getByRole("link", { name: /^Protokoll/u }).click();
  const told = carina.page.getByRole("table", { name: "Ärenden", exact: true });
  await told.locator("tr", { hasText: first }).getByText("gallrat").waitFor();
  expect(await told.locator("tr", { hasText: held }).count()).toBe(0);
  expect(await lookFaults(carina.page, "a protocol")).toEqual([]);
  expect(await printFaults(carina.page, "a protocol")).toEqual([]);
  expect((await carina.page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
  const gone = await board.rows("select from matter where number = any($1)", [[first, second]]);
  expect(gone).toHaveLength(0);
  expect(await board.rows("select from matter where number = $1", [held])).toHaveLength(1);
  const verified = await runCli(board.database, ["verify", "--json"]);
  expect(verified, verified.out).toMatchObject({ code: 0 });
  await Promise.all([sven.context.close(), carina.context.close()]);
});
