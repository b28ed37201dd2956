import { setTimeout as wait } from "node:timers/promises";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Page,
} from "playwright-core";

import { findBrowser } from "../../scripts/browser.ts";
import type { Member } from "../world/bench-world.ts";

/** How many times slower than this machine the page's processor is made. */
export const SLOWED = 4;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Without them a frame waits for the next sixtieth of a second of a screen that is not there: half a frame on
 * average, whatever the page does.
 */
const NO_SCREEN = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** One key: what passed before the page heard of it, and before it was painted; in milliseconds. */
export interface Stroke {
  readonly heard: number;
  readonly painted: number;
}

/** A browser with one page that measures its own keys. */
export interface Typist {
  readonly page: Page;
  readonly slow: (times: number) => Promise<void>;
  /** Types a text a key at a time, with a person's uneven pauses; gives each key. */
  readonly type: (text: string, pauseMs?: readonly [number, number]) => Promise<readonly Stroke[]>;
  /** What the page's thread has worked since the last call, in milliseconds of processor time. */
  readonly worked: () => Promise<Work>;
  /** Another page of the same browser, at an address. */
  readonly beside: (path: string) => Promise<Typist>;
  readonly close: () => Promise<void>;
}

/** Processor time of the page's thread, in milliseconds. */
export interface Work {
  readonly task: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
}

/**
 * From the moment of the event (set where the browser gets the key, so waiting for a busy page counts) to the
 * first task after the frame that shows it: a message sent in that frame's callback comes when style, layout,
 * paint and commit are done.
 */
const PROBE = `
  window.strokes = [];
  addEventListener("keydown", (event) => {
    if (event.key.length !== 1 || event.ctrlKey) return;
    const heard = performance.now() - event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.strokes.push({ heard, painted: performance.now() - event.timeStamp });
        port1.close();
      };
      port2.postMessage(0);
    });
  }, true);
`;

const LOOKS_EVERY_MS = 50;
const USUAL_PAUSE_MS = [60, 140] as const;

/** Opens a page of the program as somebody who is signed in. */
export async function openTypist(
  origin: string,
  member: Member,
  { screen }: { readonly screen: boolean },
): Promise<Typist> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(process.env),
    args: [...FLAGS, ...(screen ? [] : NO_SCREEN)],
  });
  try {
    return await openIn(browser, origin, member);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openIn(browser: Browser, origin: string, member: Member): Promise<Typist> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "sv-SE",
    viewport: { width: 1366, height: 768 },
  });
  const [cookie = ""] = member.cookies;
  const at = cookie.indexOf("=");
  // A cookie that only safe origins may set, which this machine is but for the debugger: as if by https.
  const url = origin.replace("http:", "https:");
  await context.addCookies([
    { name: cookie.slice(0, at), value: cookie.slice(at + 1), url, secure: true },
  ]);
  await context.addInitScript(PROBE);
  return typistOf(browser, context);
}

async function typistOf(browser: Browser, context: BrowserContext): Promise<Typist> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return {
    page,
    beside: async (path) => {
      const other = await typistOf(browser, context);
      await other.page.goto(path);
      return other;
    },
    slow: async (times) => {
      await session.send("Emulation.setCPUThrottlingRate", { rate: times });
    },
    type: (text, pause = USUAL_PAUSE_MS) => typeIn(page, session, text, pause),
    worked: workOf(session),
    close: () => browser.close(),
  };
}

async function typeIn(
  page: Page,
  session: CDPSession,
  text: string,
  [shortest, longest]: readonly [number, number],
): Promise<readonly Stroke[]> {
  await page.evaluate("window.strokes = []");
  let chance = 1;
  for (const letter of text) {
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", key: letter, text: letter });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
    // Uneven as fingers are, and the same each time.
    chance = (chance * 48_271) % 2_147_483_647;
    await wait(shortest + (chance / 2_147_483_647) * (longest - shortest));
  }
  for (;;) {
    const strokes = parseStrokes(await page.evaluate("window.strokes"));
    if (strokes.length >= text.length) return strokes;
    await wait(LOOKS_EVERY_MS);
  }
}

function workOf(session: CDPSession): () => Promise<Work> {
  let before: Work = { task: 0, script: 0, style: 0, layout: 0 };
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const read = (name: string) => (metrics.find((each) => each.name === name)?.value ?? 0) * 1000;
    const now = {
      task: read("TaskDuration"),
      script: read("ScriptDuration"),
      style: read("RecalcStyleDuration"),
      layout: read("LayoutDuration"),
    };
    const { task, script, style, layout } = before;
    before = now;
    return {
      task: now.task - task,
      script: now.script - script,
      style: now.style - style,
      layout: now.layout - layout,
    };
  };
}

function parseStrokes(value: unknown): readonly Stroke[] {
  if (!Array.isArray(value)) throw new Error("The page has measured nothing");
  return value as readonly Stroke[];
}
