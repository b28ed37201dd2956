import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf, loadInstalledPacks, readSpecFolder } from "./spec-files.ts";

const SPEC = fileURLToPath(new URL("../../spec", import.meta.url));
const NEXT = join(SPEC, "fixtures/next");

describe("the specification of the repository", () => {
  test("is read with its packs, law and problem texts", async () => {
    const read = await readSpecFolder(SPEC);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.packs.map(({ name }) => name)).toEqual(["mittpunkt/2026-1"]);
    expect(read.value.lawFiles.has("calendar/holidays.json")).toBe(true);
    expect(read.value.problemTexts["problem.unknown"]).toBeDefined();
    expect(read.value.lawDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  test("has the test version only where asked for, and never as the latest", async () => {
    const installed = await loadInstalledPacks(SPEC, [NEXT]);
    const next = installed.named("mittpunkt/2026-2-test");
    expect(installed.latest.name).toBe("mittpunkt/2026-1");
    expect(installed.find(next.digest)).toBe(next);
    expect(installed.find("0".repeat(64))).toBeUndefined();
    expect(next.digest).not.toBe(installed.latest.digest);
    expect(() => installed.named("mittpunkt/1999-1")).toThrow(RangeError);
  });
});

test("a digest is of the content, not of the order it is written in", () => {
  expect(digestOf({ a: 1, b: [2] })).toBe(digestOf({ b: [2], a: 1 }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 2 }));
});

describe("a specification with a fault", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mittpunkt-spec-"));
    cpSync(SPEC, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function faults(): Promise<(string | undefined)[]> {
    const read = await readSpecFolder(folder);
    return read.ok
      ? []
      : read.problems.map(({ id, params }) => `${id} ${params?.["file"] ?? ""}`.trim());
  }

  test("is refused where a file is no JSON", async () => {
    writeFileSync(join(folder, "mittpunkt/2026-1/areas.json"), "{");
    expect(await faults()).toEqual(["spec.not-json areas.json"]);
  });

  test("is refused where a pack is not sound, and the program does not start", async () => {
    writeFileSync(join(folder, "mittpunkt/2026-1/texts/en.json"), "{}");
    expect((await faults())[0]).toBe("spec.text-missing");
    await expect(loadInstalledPacks(folder)).rejects.toThrow("spec.text-missing");
  });

  test("is refused where an overlay changes a pack that is not there", async () => {
    cpSync(NEXT, join(folder, "mittpunkt/2026-0"), { recursive: true });
    expect(await faults()).toContain("spec.base manifest.json");
  });
});
