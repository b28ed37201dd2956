import { describe, expect, test } from "vitest";

import { isSameRow, keptUnder, makeRowsKeeper } from "./kept-rows.ts";

const answer = (text: string) => ({ texts: [[text]], rows: [{ text }] });

describe("answers that are kept", () => {
  test("are forgotten when there are too many letters, the one asked for longest ago first", () => {
    const keeper = makeRowsKeeper(10);
    keeper.keep("a", answer("1234"));
    keeper.keep("b", answer("1234"));
    expect(keeper.find("a")?.rows).toEqual([{ text: "1234" }]);
    keeper.keep("c", answer("1234"));
    expect(keeper.find("b")).toBeUndefined();
    expect(keeper.find("a")).toBeDefined();
    keeper.keep("d", answer("longer than everything"));
    expect(["a", "c", "d"].map((key) => keeper.find(key))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("count once, however often they change", () => {
    const keeper = makeRowsKeeper(10);
    keeper.keep("a", answer("1234"));
    for (let again = 0; again < 5; again += 1) keeper.keep("b", answer("12345"));
    expect(keeper.find("a")).toBeDefined();
  });

  test("are told apart by statement and values", () => {
    const keys = [
      keptUnder("one", ["1", null]),
      keptUnder("one", ["1", "2"]),
      keptUnder("two", ["1", "2"]),
      keptUnder("one", ["1", Buffer.from([1, 2])]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("a row is the same when every column is, nothing for nothing", () => {
  expect(isSameRow(["1", null], ["1", null])).toBe(true);
  expect(isSameRow(["1", null], ["1", ""])).toBe(false);
  expect(isSameRow(["1"], ["1", null])).toBe(false);
  expect(isSameRow(undefined, [])).toBe(false);
});
