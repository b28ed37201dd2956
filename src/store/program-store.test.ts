import { describe, expect, it } from "vitest";
import { parseUuid } from "../kernel/ids.ts";
import { loadInstalledPacks } from "./spec-files.ts";
import { packSource } from "./program-store.ts";
import { SPEC_DIRECTORY } from "./specification.ts";
import { tenantOf } from "./tenant.ts";

const board = tenantOf(1);
const even = parseUuid("01900000-0000-7000-8000-00000000000a");
const odd = parseUuid("01900000-0000-7000-8000-00000000000b");

describe("packSource", () => {
  it("writes everything with the released specification", async () => {
    const packs = packSource(await loadInstalledPacks(SPEC_DIRECTORY));
    for (const about of [undefined, even, odd]) {
      expect(packs.current(board, about).pack.manifest.version).toBe("2026-1");
    }
  });

  it("writes half of the matters with a version that is tried, always the same half", async () => {
    const tried = [`${SPEC_DIRECTORY}/fixtures/next`];
    const packs = packSource(await loadInstalledPacks(SPEC_DIRECTORY, tried));
    const versions = [undefined, even, odd, odd].map(
      (about) => packs.current(board, about).pack.manifest.version,
    );
    expect(versions).toEqual(["2026-1", "2026-1", "2026-2-test", "2026-2-test"]);
  });
});
