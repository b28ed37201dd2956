import { describe, expect, test } from "vitest";

import { mergeWrites } from "./merge-writes.ts";
import { statement } from "./statement.ts";

const first = {
  statement: statement("test_first", "insert into a values ($1, $2)"),
  values: [1, 2],
};
const second = {
  statement: statement("test_second", "update b set x = $2 where y = $1 and z = $10"),
  values: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};

describe("mergeWrites", () => {
  test("numbers the parameters on", () => {
    const merged = mergeWrites([first, second]);
    expect(merged.statement.text).toBe(
      "with w1 as (insert into a values ($1, $2)),\n" +
        "w2 as (update b set x = $4 where y = $3 and z = $12)\nselect 1",
    );
    expect(merged.values).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test("one write is sent as it is", () => {
    expect(mergeWrites([first])).toBe(first);
  });

  test("the same writes have one name, others another, and those without a name none", () => {
    const names = [
      [first, second],
      [first, second],
      [second, first],
    ].map((writes) => mergeWrites(writes).statement.name);
    expect(names[0]).toBe(names[1]);
    expect(names[2]).not.toBe(names[0]);
    const loose = { statement: { text: "delete from c where d = $1" }, values: [1] };
    expect(mergeWrites([first, loose]).statement.name).toBeUndefined();
  });
});
