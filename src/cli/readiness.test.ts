import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { readiness } from "./readiness.ts";

const missing = (env: NodeJS.ProcessEnv) =>
  readiness(env).flatMap(({ id, met }) => (met ? [] : [id]));

const all = {
  PUBLIC_URL: "https://mittpunkt.lindvik.example",
  TRUST_PROXY: "1",
  DATABASE_URL: "postgres://db/mittpunkt",
  BACKUP_FOLDER: "/backup",
  BACKUP_RECIPIENTS: "age1x",
  MITTPUNKT_ANCHOR_TO: "/anchors",
  MITTPUNKT_FACTOR_KEY: fileURLToPath(import.meta.url),
  MITTPUNKT_SCAN: "clamd:/run/clamav/clamd.ctl",
};

test("a machine with everything is ready", () => {
  expect(missing(all)).toEqual([]);
});

test("each thing that is not there is told", () => {
  const without = missing({});
  expect(without).toHaveLength(7);
  expect(without).not.toContain("no-test-settings");
  expect(missing({ ...all, PUBLIC_URL: "http://mittpunkt.lindvik.example" })).toEqual(["address"]);
  expect(missing({ ...all, BACKUP_RECIPIENTS: " " })).toEqual(["backup"]);
  expect(missing({ ...all, MITTPUNKT_FACTOR_KEY: "/nowhere.key" })).toEqual(["factor-key"]);
  expect(missing({ ...all, MITTPUNKT_CLOCK_FROM: "2026-03-02T08:00" })).toEqual([
    "no-test-settings",
  ]);
});
