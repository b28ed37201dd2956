import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { explainFailure, findBrowser, findInstalled } from "./browser.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mp-browser-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, mode = 0o755): string {
  const file = join(folder, name);
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, mode);
  return file;
}

describe("findBrowser", () => {
  test("takes the one that is named before one that is installed", async () => {
    program("chromium");
    const named = program("my-browser");
    expect(await findBrowser({ CHROMIUM: named, PATH: folder })).toBe(named);
  });

  test("never passes over a name that can't be run", async () => {
    program("chromium");
    const env = { CHROMIUM: join(folder, "gone"), PATH: folder };
    await expect(findBrowser(env)).rejects.toThrow("CHROMIUM is");
  });

  test("takes an installed one", async () => {
    const installed = program("google-chrome");
    expect(await findBrowser({ PATH: `/nowhere:${folder}` })).toBe(installed);
  });
});

test("a file that can't be run is no browser", () => {
  program("chromium", 0o644);
  expect(findInstalled(`${folder}:`)).toBeUndefined();
});

test("says which library is missing and what to install", () => {
  const text = explainFailure(
    "/tmp/chromium: error while loading shared libraries: libnss3.so: cannot open shared object file",
  );
  expect(text).toContain("lacks libnss3.so.");
  expect(text).toContain("apt-get install libnss3 libnspr4 libexpat1");
  expect(explainFailure("Killed\n")).toContain("does not run: Killed.".slice(0, -1));
});
