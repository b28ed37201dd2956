import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import type { LightMyRequestResponse } from "fastify";
import { isTestNumber } from "../../access/test-numbers.ts";
import { BOX_KEY_BYTES, makeSecretBox, type SecretBox } from "../../access/secret-box.ts";
import type { ProblemAnswer } from "../http/problem-answer.ts";
import { makeDemoBoard, type DemoAccount } from "../../demo/make-demo-board.ts";
import { readFollowupSettings } from "../../followup/read-settings.ts";
import { followupProjector } from "../../followup/writer/projector.ts";
import type { Clock } from "../../kernel/clock.ts";
import { instantOfMillis, millisOf, parseInstant, type Instant } from "../../kernel/instant.ts";
import { startRenderer, type Renderer } from "../../print/render.ts";
import type { Store } from "../../store/deps.ts";
import { openPools, type Pools } from "../../store/pools.ts";
import type { Scanner } from "../../store/received/scanner.ts";
import { programStore } from "../../store/program-store.ts";
import { SPEC_DIRECTORY } from "../../store/specification.ts";
import type { Tenant } from "../../store/tenant.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import { testSpecification } from "../../store/testing/specification.ts";
import { openTestDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { openDemoDatabase } from "./demo-template.ts";
import { appContext, makeApp, type AppOptions } from "../make-app.ts";
import type { HttpServer } from "../http/server.ts";

/** The day of all tests: an ordinary Wednesday. */
export const NOW = "2026-11-25T09:30:00.000Z";
export const HOST = "localhost:3000";
export const ORIGIN = `http://${HOST}`;

/** Making the demo board takes some seconds, and many when other tests run beside. */
export const DEMO_TIMEOUT = 180_000;

/** The real server on a database of its own; the clock stands still until it is moved. */
export interface TestApp {
  readonly server: HttpServer;
  readonly store: Store;
  readonly pools: Pools;
  /** For checks on a connection of their own. */
  readonly connection: TestDatabase["connections"]["app"];
  readonly lines: string[];
  /** Seals what the program seals. */
  readonly factorSecrets: SecretBox;
  /** The board its database came with. */
  readonly demo: TestDemo | undefined;
  move(ms: number): void;
  close(): Promise<void>;
}

interface TestAppOptions extends Partial<AppOptions> {
  readonly scanner?: Scanner;
  /** With the demo board in its database already: {@link makeTestDemo} gives that one. */
  readonly withDemo?: true;
  /** As if a setting for tests had been given. */
  readonly forTests?: true;
  /** Speaks with identity providers on this machine. */
  readonly providerOverHttp?: true;
}

export async function openTestApp({
  withDemo,
  providerOverHttp,
  ...options
}: TestAppOptions = {}): Promise<TestApp> {
  const time = { now: parseInstant(NOW) as Instant };
  const opened = withDemo === true ? await openDemoDatabase(time.now) : undefined;
  const database: TestDatabase = opened?.database ?? (await openTestDatabase());
  const pools = openPools(database.connections);
  const specification = await testSpecification();
  const settings = valueOf(readFollowupSettings(SPEC_DIRECTORY));
  const clock: Clock = { now: () => time.now };
  const projectors = [followupProjector({ randomBytes, settings })];
  const store = programStore(pools, specification, { projectors, isTestNumber, clock });
  const renderer: Renderer = startRenderer();
  const { scanner, forTests = false } = options;
  const factorSecrets = makeSecretBox([randomBytes(BOX_KEY_BYTES)], randomBytes);
  const parts = { pools, specification, settings, renderer, randomBytes, factorSecrets, forTests };
  const more = {
    ...(scanner === undefined ? {} : { scanner }),
    ...(providerOverHttp === undefined ? {} : { providerOverHttp }),
  };
  const context = appContext({ ...parts, ...more }, store);
  const lines: string[] = [];
  const server = await makeApp(context, {
    log: (line) => void lines.push(line),
    trustProxy: 0,
    requestsPerMinute: 100_000,
    webFolder: tmpdir(),
    ...options,
  });
  return {
    server,
    store,
    pools,
    connection: database.connections.app,
    lines,
    factorSecrets,
    demo: opened?.demo,
    move: (ms) => {
      time.now = instantOfMillis(millisOf(time.now) + ms);
    },
    close: async () => {
      await server.close();
      await renderer.close();
      if (!pools.app.ended) await pools.close();
      await database.drop();
    },
  };
}

/** The demo board with its accounts by user name. */
export interface TestDemo {
  readonly tenant: Tenant;
  readonly accounts: ReadonlyMap<string, DemoAccount>;
}

export async function makeTestDemo(app: TestApp): Promise<TestDemo> {
  if (app.demo !== undefined) return app.demo;
  const { tenant, accounts } = await makeDemoBoard(app.store, { randomBytes });
  return { tenant, accounts: new Map(accounts.map((account) => [account.username, account])) };
}

/** What came back, read as JSON. */
export interface TestAnswer<T> {
  readonly status: number;
  readonly body: T;
  /** Ids of the problems of a refusal. */
  readonly problems: readonly string[];
  readonly response: LightMyRequestResponse;
}

/** Somebody at a browser: keeps the cookie and says where the requests come from. */
export class TestUser {
  readonly #app: TestApp;
  #cookie: string;
  /** What stays in the browser when the session is over. */
  #known = "";
  /** Of a visit to the identity provider. */
  #visit = "";
  /** Headers that the browser, or what stands before the server, sends with everything. */
  readonly #always: Readonly<Record<string, string>>;

  /** `cookie` of somebody else: the same browser in another window. */
  constructor(app: TestApp, cookie = "", always: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    this.#cookie = cookie;
    this.#always = always;
  }

  /** The browser as it is now, without a session. */
  signedOut(): TestUser {
    const later = new TestUser(this.#app, "", this.#always);
    later.#known = this.#known;
    return later;
  }

  get cookie(): string {
    return this.#cookie;
  }

  get<T = unknown>(path: string): Promise<TestAnswer<T>> {
    return this.#send<T>("GET", path);
  }

  post<T = unknown>(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string | undefined>> = {},
  ): Promise<TestAnswer<T>> {
    return this.#send<T>("POST", path, JSON.stringify(body), headers);
  }

  /** Sends a file as its bytes. */
  upload<T = unknown>(path: string, bytes: Buffer): Promise<TestAnswer<T>> {
    return this.#send<T>("POST", path, bytes, { "content-type": "application/octet-stream" });
  }

  async #send<T>(
    method: "GET" | "POST",
    path: string,
    payload?: string | Buffer,
    more: Readonly<Record<string, string | undefined>> = {},
  ) {
    const all = {
      host: HOST,
      ...this.#always,
      ...this.#cookies(),
      ...(method === "POST" ? { origin: ORIGIN, "content-type": "application/json" } : {}),
      ...more,
    };
    const headers = Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const response = await this.#app.server.inject({
      method,
      url: path,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of response.cookies) {
      if (name.endsWith("-known")) this.#known = `${name}=${value}`;
      else if (name.endsWith("-provider")) this.#visit = value === "" ? "" : `${name}=${value}`;
      else this.#cookie = `${name}=${value}`;
    }
    const isJson = String(response.headers["content-type"]).includes("json");
    const body = (isJson ? JSON.parse(response.body) : response.body) as T;
    const refusal = body as Partial<ProblemAnswer>;
    const problems = response.statusCode >= 400 ? (refusal.problems ?? []).map(({ id }) => id) : [];
    return { status: response.statusCode, body, problems, response };
  }

  #cookies(): { readonly cookie?: string } {
    const all = [this.#cookie, this.#known, this.#visit].filter((each) => each !== "");
    return all.length === 0 ? {} : { cookie: all.join("; ") };
  }
}

/** Signs somebody of the demo in. */
export async function signIn(app: TestApp, demo: TestDemo, username: string): Promise<TestUser> {
  const user = new TestUser(app);
  const password = demo.accounts.get(username)?.password;
  const answer = await user.post("/api/v1/session/sign-in", { username, password });
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.status}`);
  return user;
}
