import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { makeDemoBoard } from "../src/contract/session/make-demo-board.ts";
import { suggestedQuestions } from "../src/spec/suggested-questions.ts";
import { withClient } from "../src/store/postgres/connection.ts";
import { launchBrowser } from "./support/browser.ts";
import { demoStart } from "./support/global-setup.ts";
import { signInAtProvider } from "./support/provider.ts";
import { startServer, urlOf, type ServerProcess } from "./support/server.ts";
import { surfaceFaults } from "./support/surface.ts";
import { watch } from "./support/watch.ts";
import { say, wordings } from "./support/wordings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mp-first-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code as the terminal says it. */
async function codeOf(server: ServerProcess): Promise<string> {
  return (await server.line(/One-time code .*: (\S+)$/u))[1] ?? "";
}

/** A manager of the municipality, by user name. */
const manager = "uchef";
const pictures = fileURLToPath(new URL("../docs/pictures", import.meta.url));
const written = process.env["PICTURES"] === "write";
/** So many reports are an answer; for a picture the whole municipality is waited for. */
const enough = written ? 250 : 5;

/** Kept beside docs/first-minutes.md with `PICTURES=write`. */
async function picture(page: Page, name: string, height = 800): Promise<void> {
  if (!written) return;
  await page.setViewportSize({ width: 1280, height });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** How many the question on the page counts now, asked anew. */
async function answered(page: Page): Promise<number> {
  await page.reload();
  await page.locator("h2.question").waitFor();
  const counted = page.locator("p.counted").first();
  if (!(await counted.isVisible())) return 0;
  return Number(/n = (\d+)/u.exec(await counted.innerText())?.[1] ?? 0);
}

/** How much is due on Min dag, asked anew. */
async function due(page: Page): Promise<number> {
  await page.reload();
  await page.locator(".my-day-summary").waitFor();
  return page.locator("li.clock-row").count();
}

function makeBoard(server: ServerProcess, code: string): Promise<Response> {
  return fetch(new URL("/api/v1/setup/make-demo-board", server.url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ code }),
  });
}

describe("an empty folder", () => {
  let server: ServerProcess;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({ dataDir: join(folder, "data"), clockFrom: demoStart }),
      launchBrowser(),
    ]);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("gives an address and a code; the page makes a municipality, and one signs in and asks", async () => {
    const code = await codeOf(server);
    const context = await browser.newContext({ baseURL: server.url, locale: "sv-SE" });
    const { faults } = await watch(context);
    const page = await context.newPage();
    await page.goto("/");
    const box = page.getByLabel(say(wordings.setup, "code", "sv"));
    await box.waitFor();
    expect(await surfaceFaults(page, "setup")).toEqual([]);
    const make = page.getByRole("button", { name: say(wordings.setup, "make", "sv") });
    await box.fill("fel-kod");
    await make.click();
    await page.getByRole("alert").getByText("Koden stämmer inte").waitFor();
    expect(await box.inputValue()).toBe("fel-kod");
    expect(await surfaceFaults(page, "setup-refused")).toEqual([]);
    // The picture is of somebody who wrote the right code at once.
    if (written) await page.reload();
    await box.fill(code);
    await page.getByRole("radio", { name: say(wordings.setup, "sizeSmall", "sv") }).check();
    await picture(page, "first-1-start", 960);
    await make.click();
    const row = page.getByRole("row").filter({ has: page.getByText(manager, { exact: true }) });
    await row.waitFor();
    expect(await surfaceFaults(page, "accounts")).toEqual([]);
    await picture(page, "first-2-accounts");
    const password = await row.locator("code").last().innerText();
    await page.getByRole("link", { name: say(wordings.setup, "goOn", "sv") }).click();
    await page.getByLabel(say(wordings.entry, "username", "sv")).fill(manager);
    const secret = page.getByLabel(say(wordings.entry, "password", "sv"), { exact: true });
    await secret.fill("fel");
    await page
      .getByRole("button", { name: say(wordings.entry, "signIn", "sv"), exact: true })
      .click();
    await page.getByRole("alert").waitFor();
    expect(await surfaceFaults(page, "sign-in-refused")).toEqual([]);
    await secret.fill(password);
    const shown = `${say(wordings.entry, "show", "sv")}: ${say(wordings.entry, "password", "sv")}`;
    await page.getByRole("button", { name: shown }).click();
    expect(await secret.getAttribute("type")).toBe("text");
    await page
      .getByRole("button", { name: say(wordings.entry, "signIn", "sv"), exact: true })
      .click();
    await page.getByRole("heading", { level: 1, name: "Min dag" }).waitFor();
    await page.locator(".my-day-summary").waitFor();
    if (written) await expect.poll(() => due(page), { timeout: 240_000 }).toBeGreaterThan(5);
    await picture(page, "first-3-min-dag");
    await page
      .getByRole("link", { name: say(wordings.shell, "followup", "sv"), exact: true })
      .click();
    await page.getByRole("link", { name: say(wordings.followup, "own", "sv") }).click();
    const [question] = suggestedQuestions.filter(({ id }) => id === "reporters");
    await page.getByRole("link", { name: question?.words.sv ?? "" }).click();
    // The municipality fills while one looks; whoever asks again is told of more.
    await expect.poll(() => answered(page), { timeout: 240_000 }).toBeGreaterThan(enough);
    const table = page.locator(".cross table");
    expect(await table.locator("tbody tr").count()).toBeGreaterThan(3);
    await picture(page, "first-4-answer");
    expect(faults).toEqual([]);
    await context.close();
  });

  test("takes no second board, and says so", async () => {
    const answer = await makeBoard(server, await codeOf(server));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Det finns redan en nämnd här");
    const page = await browser.newPage({ baseURL: server.url });
    await page.goto("/setup");
    await page.getByText(say(wordings.setup, "doneAlready", "sv")).waitFor();
    await page.close();
  });
});

test("a board of real persons is founded without a mark of a test, and who runs it chooses a second factor first", async () => {
  const words = (key: keyof typeof wordings.setup) => say(wordings.setup, key, "sv");
  const server = await startServer({ dataDir: join(folder, "real") });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ baseURL: server.url, locale: "sv-SE" });
    await page.goto("/");
    await page.getByRole("radio", { name: words("useReal") }).check();
    await expect.poll(() => page.locator(".banner").count()).toBe(0);
    expect(await surfaceFaults(page, "setup-real")).toEqual([]);
    await page.getByLabel(words("code"), { exact: true }).fill(await codeOf(server));
    await page.getByLabel(words("realName"), { exact: true }).fill("Socialnämnden i Lindvik");
    await page.getByLabel(words("units")).fill("Mottagningen\nUtredning\n");
    const who = (key: "userAdministrator" | "systemAdministrator") =>
      page.getByRole("group", { name: words(key) });
    const [accounts, machine] = [who("userAdministrator"), who("systemAdministrator")];
    await accounts.getByLabel(words("personName"), { exact: true }).fill("Kim Ek");
    await accounts.getByLabel(words("username")).fill("kim.ek");
    await machine.getByLabel(words("personName"), { exact: true }).fill("Dana Alm");
    await machine.getByLabel(words("username")).fill("kim.ek");
    const make = page.getByRole("button", { name: words("makeReal") });
    await make.click();
    await page.getByRole("link", { name: /ska vara två personer/u }).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("dana.alm");
    await make.click();
    const row = page.getByRole("row").filter({ hasText: "kim.ek" });
    await row.waitFor();
    expect(await surfaceFaults(page, "setup-invited")).toEqual([]);
    const code = await row.locator("code").last().innerText();
    await page.getByRole("link", { name: words("goOn") }).click();
    await page.getByRole("button", { name: say(wordings.entry, "haveCode", "sv") }).click();
    const field = (key: keyof typeof wordings.entry) =>
      page.getByLabel(say(wordings.entry, key, "sv"), { exact: true });
    await field("username").fill("kim.ek");
    await field("code").fill(code);
    await field("newPassword").fill("tre ekor på en solig brygga");
    await page.getByText(say(wordings.entry, "strengthStrong", "sv"), { exact: true }).waitFor();
    await field("newPasswordAgain").fill("tre ekor på en solig brygga");
    await page.getByRole("button", { name: say(wordings.entry, "choosePassword", "sv") }).click();
    await page.getByText("Din roll kräver en andra faktor").waitFor();
    expect(await surfaceFaults(page, "sign-ins-limited")).toEqual([]);
    expect(await page.locator(".banner").count()).toBe(0);
  } finally {
    await browser.close();
    await server.stop();
  }
});

test("two who use the code at once make one board, where the municipality's provider then signs in", async () => {
  const cluster = inject("testServer");
  const database = { ...cluster, database: `mp_first_${process.pid}` };
  const sql = `create database ${database.database} template ${inject("testTemplate")}`;
  await withClient(cluster, (client) => client.query(sql));
  const start = { database, clockFrom: demoStart, providerOverHttp: true };
  const [server, browser] = await Promise.all([startServer(start), launchBrowser()]);
  try {
    const code = await codeOf(server);
    const answers = await Promise.all([makeBoard(server, code), makeBoard(server, code)]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses[0]).toBe(200);
    expect([403, 409]).toContain(statuses[1]);
    const setup = await fetch(new URL("/api/v1/setup", server.url));
    const { boards } = (await setup.json()) as { readonly boards: readonly unknown[] };
    expect(boards).toHaveLength(1);
    // The same start again has nothing to hand out.
    const taken = runMain({ PORT: String(server.port), DATABASE_URL: urlOf(database) });
    expect(taken).toMatchObject({ code: 1 });
    expect(taken.err).toContain(`Port ${server.port} på 127.0.0.1 är upptagen`);
    expect(taken.err).toContain("is taken. Choose another: PORT=8080 npm start");
    const made = answers.find(({ ok }) => ok);
    const { accounts } = makeDemoBoard.answer.parse(await made?.json());
    const admin = accounts.find(({ username }) => username === "kajsa");
    const place = { url: server.url, database, folder, browser };
    await signInAtProvider(place, admin ?? { username: "", password: "" }, "ylva");
  } finally {
    await browser.close();
    await server.stop();
    await withClient(cluster, (client) =>
      client.query(`drop database ${database.database} with (force)`),
    );
  }
});

describe("a start that cannot be", () => {
  test.each([
    ["a folder of another version", "PG_VERSION", "12\n", /skapad av PostgreSQL 12/u],
    ["a folder with something else", "brev.txt", "Hej", /innehåller filer men ingen databas/u],
  ])("%s is told in plain words", (name, file, content, words) => {
    const data = join(folder, name.replaceAll(" ", "-"));
    mkdirSync(join(data, "pg"), { recursive: true });
    writeFileSync(join(data, "pg", file), content);
    expectPlain(runMain({ MITTPUNKT_DATA: data }), words);
  });

  test("a place where no folder can be is told in plain words", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expectPlain(runMain({ MITTPUNKT_DATA: join(file, "data") }), /kan inte skriva i/u);
  });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program until it ends by itself. */
function runMain(env: Readonly<Record<string, string>>): Ended {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL" && name !== "HOST"),
  );
  const ended = spawnSync(process.execPath, ["src/main.ts"], {
    cwd: root,
    env: { ...inherited, ...env },
    encoding: "utf8",
    timeout: 180_000,
  });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** One line a language, without a stack, and nothing is running. */
function expectPlain({ code, err, out }: Ended, words: RegExp): void {
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(words);
  expect(err.trim().split("\n")).toHaveLength(2);
  expect(err).not.toMatch(/\bat .*\.ts:\d+|Error:/u);
}
