import { beforeAll, describe, expect, test } from "vitest";

import { makeCast, type WatchedCast } from "./support/cast.ts";
import { assess, decideAndClose, investigate, receive, writeAndSign } from "./support/chain.ts";
import { expectMaskedPrints, expectQuietPages, fileOf } from "./support/chain-checks.ts";
import { askQuestion, downloadCsv } from "./support/followup-room.ts";
import { keyboard } from "./support/keyboard.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile({ bothPacks: true });

describe("the whole chain by keyboard alone", () => {
  let cast: WatchedCast;
  const look = async (): Promise<void> => undefined;
  const expectVisibleFocus = (): void => {
    expect([...cast.worker.hand.faults, ...cast.manager.hand.faults]).toEqual([]);
  };

  beforeAll(async () => {
    cast = await makeCast(world(), {
      lang: "sv",
      later: true,
      familyName: "Tangentlund",
      serial: 0,
      hand: keyboard,
    });
  });

  test("a report is received and the matter allocated", async () => {
    await receive(cast, look);
    expectVisibleFocus();
  });

  test("the preliminary assessment is made and the investigation opened", async () => {
    await assess(cast, look);
    expect((await fileOf(cast)).matters[0]).toMatchObject({ phase: "investigating" });
    expectVisibleFocus();
  });

  test("the investigation is documented", async () => {
    await investigate(cast, look);
    expectVisibleFocus();
  });

  test("the decision basis is written, read, communicated, answered and signed", async () => {
    await writeAndSign(cast, look);
    expect((await fileOf(cast)).matters[0]).toMatchObject({ phase: "signed" });
    expectVisibleFocus();
  });

  test("the decision is made and the matter closed", async () => {
    await decideAndClose(cast, "measure", look);
    expect((await fileOf(cast)).matters[0]).toMatchObject({ phase: "closed" });
    expectVisibleFocus();
  });

  test("copies are printed, and the numbers asked for", async () => {
    await expectMaskedPrints(cast);
    const crossed = { rows: "BES-01", columns: "BES-06", from: "2026-05-01", to: "2026-05-31" };
    const table = await askQuestion(cast.manager, crossed);
    expect(table.rows.get("insats beviljad")?.at(-1)).toBe("1");
    expect((await downloadCsv(cast.manager)).size).toBeGreaterThan(0);
    expectVisibleFocus();
    expectQuietPages(cast);
  });
});
