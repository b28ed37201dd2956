import { describe, expect, it } from "vitest";
import { stockholmLocal } from "../kernel/instant.ts";
import { readTestSettings, testsOnSyntheticOnly } from "./test-settings.ts";

describe("readTestSettings", () => {
  it("starts the clock at the local time that is given", () => {
    const read = readTestSettings({ MITTPUNKT_CLOCK_FROM: "2026-03-02T08:00" });
    expect(read.ok && stockholmLocal(read.value.clock.now())).toBe("2026-03-02T08:00");
  });

  it("refuses a time that cannot be read", () => {
    const read = readTestSettings({ MITTPUNKT_CLOCK_FROM: "2026-02-30T08:00" });
    expect(read.ok ? [] : read.problems.map((found) => found.id)).toEqual(["setting-unusable"]);
  });

  it("tries nothing when nothing is asked for", () => {
    const read = readTestSettings({ MITTPUNKT_SPEC_OVERLAY: "", MITTPUNKT_CLOCK_FROM: "" });
    expect(read.ok && read.value).toMatchObject({ overlays: [], used: false });
  });
});

describe("testsOnSyntheticOnly", () => {
  const tried = readTestSettings({ MITTPUNKT_SPEC_OVERLAY: "/next" });
  const plain = readTestSettings({});
  if (!tried.ok || !plain.ok) throw new Error("the settings are readable");

  it("stops a start with tests on a board of real persons", () => {
    const boards = [{ synthetic: true }, { synthetic: false }];
    expect(testsOnSyntheticOnly(tried.value, boards)?.id).toBe("setting-unusable");
    expect(testsOnSyntheticOnly(plain.value, boards)).toBeUndefined();
  });

  it("lets synthetic boards be tested", () => {
    expect(testsOnSyntheticOnly(tried.value, [{ synthetic: true }])).toBeUndefined();
  });
});
