import { describe, expect, test } from "vitest";

import { isSameRow, keptUnder, makeRowsKeeper } from "./kept-rows.ts";

const answer = (text: string) => ({ texts: [[text]], rows: [{ text }] });

describe("answers that are kept", () => {
  test("are forgotten when there are too many letters, the one asked for longest ago first", () => {
    const keeper = makeRowsKeeper(16);
    const keys = ["a", "b", "c", "d", "e", "f", "g", "h"];
    for (const key of keys) keeper.keep(key, answer("12"));
    expect(keeper.find("a")?.rows).toEqual([{ text: "12" }]);
    keeper.keep("i", answer("12"));
    expect(keeper.find("b")).toBeUndefined();
    expect(keeper.find("a")).toBeDefined();
  });

  test("are not pushed out by one that is long: it is not kept", () => {
    const keeper = makeRowsKeeper(16);
    keeper.keep("a", answer("12"));
    keeper.keep("long", answer("123"));
    keeper.keep("a", answer("12"));
    expect(keeper.find("a")).toBeDefined();
    expect(keeper.find("long")).toBeUndefined();
    keeper.keep("a", answer("123"));
    expect(keeper.find("a")).toBeUndefined();
  });

  test("count once, however often they change", () => {
    const keeper = makeRowsKeeper(16);
    keeper.keep("a", answer("12"));
    for (let again = 0; again < 12; again += 1) keeper.keep("b", answer("12"));
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
