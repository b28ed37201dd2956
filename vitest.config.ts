import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { LongestFirst } from "./scripts/verify/longest-first.ts";

const databaseTests = "src/**/*.db.test.ts";
/**
 * What takes long and seldom fails by itself: starting and killing whole database servers, filling an invented
 * municipality, and walking everything that every account reaches.
 */
const longTests = [
  "src/store/postgres/**/*.db.test.ts",
  "src/cli/fill-municipality.db.test.ts",
  "src/api/leak-hunt.db.test.ts",
];
const ofDatabase = {
  setupFiles: ["scripts/verify/property-seed.ts"],
  globalSetup: ["src/store/testing/global-setup.ts"],
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
  isolate: false,
  pool: "forks" as const,
};
const propertySeed = "scripts/verify/property-seed.ts";

/** A file that the checks run as a step of their own, so that it is run and counted once. */
const elsewhere = [process.env["MITTPUNKT_TESTED_ELSEWHERE"] ?? []].flat();

/**
 * Four kinds of tests. `unit` is pure and shares one module graph per worker, which is twenty times
 * faster; `db` has a real PostgreSQL, started once, and one database for each file; `long` is the same for
 * what takes long; `e2e` drives the whole program through a browser, three files at a time, each with
 * a program and a board of its own.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [react()],
        test: {
          name: "unit",
          include: [
            "src/**/*.test.ts",
            "scripts/**/*.test.ts",
            "web/**/*.test.ts",
            "web/**/*.test.tsx",
            "e2e/model/**/*.test.ts",
          ],
          exclude: [databaseTests, ...elsewhere],
          setupFiles: [propertySeed],
          isolate: false,
          pool: "threads",
          // Properties over many days and texts take seconds, and half a minute on a slow, busy machine.
          testTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          name: "db",
          include: [databaseTests],
          exclude: longTests,
          ...ofDatabase,
        },
      },
      {
        test: {
          name: "long",
          include: longTests,
          ...ofDatabase,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.e2e.test.ts"],
          globalSetup: ["e2e/support/global-setup.ts"],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          pool: "forks",
          // A browser, a program and a database often wait for each other: two files at once leave a core without work.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          // What the page shows in the end; how fast is measured elsewhere.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
