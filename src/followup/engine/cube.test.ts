import { describe, expect, test } from "vitest";

import { cubeOf } from "./cube.ts";

const group = (a: number | null, b: number | null, n: number) => ({
  a,
  b,
  c: null,
  n,
  missing: null,
});

describe("counted groups", () => {
  test("have totals over every place that are sums", () => {
    const cube = cubeOf([group(1, 1, 3), group(1, 2, 4), group(2, 1, 5)], 2, []);
    expect([cube.at(1, 1), cube.at(1), cube.at(undefined, 1), cube.at()]).toEqual([3, 7, 8, 12]);
    expect([cube.at(2, 2), cube.at(9)]).toEqual([0, 0]);
    expect([...cube.counted(1)]).toEqual([1, 2]);
  });

  test("have totals over a set that count each row once", () => {
    const groups = [group(1, 1, 3), group(2, 1, 3), group(null, 1, 4)];
    const cube = cubeOf(groups, 2, [0]);
    expect([cube.at(1, 1), cube.at(1), cube.at(undefined, 1), cube.at()]).toEqual([3, 3, 4, 4]);
  });
});
