import { randomBytes } from "node:crypto";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";

import { withClient, type Connection } from "../../src/store/postgres/connection.ts";
import { Api } from "./api.ts";
import { launchBrowser } from "./browser.ts";
import { demoStart, type DemoAccount } from "./global-setup.ts";
import { startServer, type ServerProcess } from "./server.ts";
import { signInWithin } from "./sign-in.ts";
import { screenshots } from "./surface.ts";
import { watch, type Watch } from "./watch.ts";

export type Username =
  | "ylva"
  | "jonatan"
  | "mira"
  | "per"
  | "carina"
  | "gunnel"
  | "admin"
  | "kajsa"
  | "lova"
  | "sven"
  | "hanna"
  | "lena";

/** What a test file works in: the program on a copy of the demo board, and a browser. */
export interface World {
  readonly database: Connection;
  readonly browser: Browser;
  /** Changes when the program is started again; the address does not. */
  server(): ServerProcess;
  /** A page of somebody signed in, in a browser of their own, watched for faults. */
  pageOf(username: Username, options?: PageOptions): Promise<WatchedPage>;
  /** A page of nobody. */
  anonymousPage(options?: PageOptions): Promise<WatchedPage>;
  /** The program's own interface as somebody signed in. */
  apiOf(username: Username): Promise<Api>;
  /** Lets the board believe that it is another day. */
  setDay(day: string): Promise<void>;
  /** Starts the program again in the same database after it was killed. */
  restart(): Promise<void>;
  rows<R extends object>(sql: string, values?: readonly unknown[]): Promise<readonly R[]>;
  /** Pictures of every page that is open, for whoever looks into a failure. */
  shootOpenPages(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly lang?: "sv" | "en";
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  /** The ids the page makes end in an even digit (0) or an odd one (1), which chooses the specification. */
  readonly idParity?: 0 | 1;
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
}

export interface WorldOptions {
  /** Half of the matters run in the later specification. */
  readonly bothPacks?: boolean;
}

const MINUTE = 60_000;

/** How long a page may take to show anything: a machine ten times slower must not fail a test. */
const PATIENCE_MS = MINUTE;

/**
 * The world of a test file: made before its tests, cleared away after them. A test that fails leaves a picture
 * of every page that was open in `e2e/screenshots`.
 */
export function worldOfFile(options: WorldOptions = {}): () => World {
  let world: World | undefined;
  const get = (): World => {
    if (world === undefined) throw new Error("The world is there while the tests run");
    return world;
  };
  beforeAll(async () => {
    world = await openWorld(options);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await get().shootOpenPages(task.name);
  });
  afterAll(() => get().close());
  return get;
}

/** Copies the demo board, starts the program on it and a browser. Close it in `afterAll`. */
async function openWorld(options: WorldOptions = {}): Promise<World> {
  const server = inject("testServer");
  const name = `mp_e2e_${randomBytes(6).toString("hex")}`;
  const sql = `create database ${name} template ${inject("demoTemplate")}`;
  await withClient(server, (client) => client.query(sql));
  const database: Connection = { ...server, database: name };
  const started = Date.now();
  const start = { database, clockFrom: demoStart, ...options };
  const [browser, first] = await Promise.all([launchBrowser(), startServer(start)]);
  let running = first;
  const sessions = new Map<Username, Promise<Api>>();

  function apiOf(username: Username): Promise<Api> {
    const known = sessions.get(username) ?? Api.signIn(running.url, accountOf(username));
    sessions.set(username, known);
    return known;
  }

  async function openPage(
    account: DemoAccount | undefined,
    { lang = "sv", colorScheme = "light", width = 1280, height = 800, idParity }: PageOptions = {},
  ): Promise<WatchedPage> {
    const context = await browser.newContext({
      baseURL: running.url,
      locale: "sv-SE",
      timezoneId: "Europe/Stockholm",
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width, height },
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (lang === "en") {
      await context.addInitScript(() => {
        if (location.protocol === "http:") localStorage.setItem("mp-lang", "en");
      });
    }
    if (idParity !== undefined) await context.addInitScript(makeIdsEndIn, idParity);
    // The page asks the board what day it is; the clock on its wall must not be ahead of the program's.
    await context.clock.setFixedTime(new Date(`${demoStart}:00+01:00`));
    const watching = await watch(context);
    const page = await context.newPage();
    if (account !== undefined) {
      const status = await signInWithin(page, running.url, account);
      if (status !== 200) throw new Error(`Signing in was answered with ${status}`);
    }
    return { context, page, watch: watching };
  }

  const rows: World["rows"] = async <R extends object>(
    query: string,
    values?: readonly unknown[],
  ) =>
    withClient(
      database,
      async (client) => (await client.query<R>(query, [...(values ?? [])])).rows,
    );

  return {
    database,
    browser,
    server: () => running,
    apiOf,
    pageOf: (username, pageOptions) => openPage(accountOf(username), pageOptions),
    anonymousPage: (pageOptions) => openPage(undefined, pageOptions),
    setDay: async (day) => void (await rows("update board set simulated_today = $1", [day])),
    restart: async () => {
      // The clock goes on: nothing may seem to have happened before what was saved.
      const minutes = Math.ceil((Date.now() - started) / MINUTE);
      const clockFrom = `2026-03-02T${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      running = await startServer({ ...start, clockFrom, port: running.port });
    },
    rows,
    shootOpenPages: async (test) => {
      const open = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of open.entries()) {
        const file = `failed ${test} ${index}`.replaceAll(/[^\w-]+/gu, "-");
        await page.screenshot({ path: `${screenshots}/${file}.png`, fullPage: true });
      }
    },
    close: async () => {
      await browser.close();
      await running.stop();
      await withClient(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** Runs in the page, before anything of its own. */
function makeIdsEndIn(parity: 0 | 1): void {
  if (location.protocol !== "http:") return;
  const make = crypto.randomUUID.bind(crypto);
  const made = (): ReturnType<typeof make> => {
    const id = make();
    return Number.parseInt(id.slice(-1), 16) % 2 === parity ? id : made();
  };
  crypto.randomUUID = made;
}

/** The account of somebody on the demo board. */
export function accountOf(username: Username): DemoAccount {
  const account = inject("demoAccounts").find((each) => each.username === username);
  if (account === undefined) throw new Error(`The demo board has no account ${username}`);
  return account;
}
