import { expect, test } from "vitest";
import { storyMonths } from "./story-rows.ts";

const lines = [
  { seq: 9, on: "2026-05-20" },
  { seq: 8, on: "2026-05-02" },
  { seq: 5, on: "2026-02-01" },
  { seq: 3, on: "2025-12-24" },
];

function shape(months: ReturnType<typeof storyMonths>) {
  return months.map(({ month, rows }) => [
    month,
    ...rows.map(({ line, quiet }) => line?.seq ?? `quiet from ${quiet?.from}`),
  ]);
}

test("lines stand under their month, and a quiet stretch above what is older than its end", () => {
  const quiet = [{ from: "2025-12-24", to: "2026-05-02", months: 4 }];
  expect(shape(storyMonths(lines, quiet, ""))).toEqual([
    ["2026-05", 9, 8],
    ["2026-02", "quiet from 2025-12-24", 5],
    ["2025-12", 3],
  ]);
});

test("what is quiet still stands first, but not where only older days are shown", () => {
  const quiet = [{ from: "2026-05-20", to: null, months: 6 }];
  expect(shape(storyMonths(lines, quiet, ""))[0]).toEqual([
    "2026-05",
    "quiet from 2026-05-20",
    9,
    8,
  ]);
  expect(shape(storyMonths(lines.slice(2), quiet, "2026-02-28"))).toEqual([
    ["2026-02", 5],
    ["2025-12", 3],
  ]);
});

test("a line that came later in the list than its month keeps its place", () => {
  const odd = [
    { seq: 2, on: "2026-03-01" },
    { seq: 1, on: "2026-03-01" },
  ];
  expect(shape(storyMonths(odd, [], ""))).toEqual([["2026-03", 2, 1]]);
});
