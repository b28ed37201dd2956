import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type BrowserContext, chromium } from "playwright-core";

import { findBrowser } from "../../scripts/browser.ts";
import { until } from "./until.ts";
import { FLAGS } from "./browser.ts";

/** A browser as people have it: with a profile on disk, and able to die. */
export interface MortalBrowser {
  readonly context: BrowserContext;
  /** Ends it as a power cut would: nothing is asked and nothing is tidied up. */
  kill(): Promise<void>;
}

/** A slow machine takes its time. */
const PATIENCE_MS = 60_000;

/** A folder for the profile of one test; removed by what is given. */
export function makeProfile(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "mp-profile-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Starts a browser on a profile, perhaps one that another left behind. */
export async function startMortal(profile: string): Promise<MortalBrowser> {
  const path = await findBrowser(process.env);
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  const args = [...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const started = spawn(path, [...args, "about:blank"], { stdio: "ignore", detached: true });
  const { pid } = started;
  if (pid === undefined) throw new Error("The browser could not be started");
  const isUp = () => existsSync(portFile) && statSync(portFile).size > 0;
  await until("a browser", isUp, PATIENCE_MS);
  const [port = ""] = readFileSync(portFile, "utf8").split("\n");
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("The browser has no window");
  context.setDefaultTimeout(PATIENCE_MS);
  return {
    context,
    kill: async () => {
      const ended = once(started, "exit");
      process.kill(-pid, "SIGKILL");
      await ended;
    },
  };
}

/** The files of a profile that hold any of the words, as bytes of UTF-8 or UTF-16. */
export function filesHolding(profile: string, words: readonly string[]): readonly string[] {
  const needles = words.flatMap((word) => [
    Buffer.from(word, "utf8"),
    Buffer.from(word, "utf16le"),
  ]);
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    });
}
