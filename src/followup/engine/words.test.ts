import { describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { shippedTexts } from "../testing/read-settings.ts";
import { resolveQuery, type ResolvedQuery, type TableQuery } from "./resolve.ts";
import type { CountedTable } from "./count-table.ts";
import { populationOf, questionOf, sentenceOf } from "./words.ts";

const { pack } = readSpecForTests();
const texts = shippedTexts();

function resolvedOf(query: Partial<TableQuery>): ResolvedQuery {
  const resolved = resolveQuery({ rows: "UTR-35", filters: [], ...query }, pack);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.value;
}

function entry(number: number, sv: string, missing = false) {
  return { number, code: sv, label: { sv, en: sv }, missing };
}

const count = [entry(0, "Antal")];
const table: CountedTable = {
  rows: [entry(1, "nej"), entry(3, "ja"), entry(-1, "inte efterfrågat", true)],
  columns: count,
  layers: [],
  cells: [[30], [41], [25]],
  rowTotals: [30, 41, 25],
  columnTotals: [96],
  slices: [],
  pooled: [],
  pools: new Map(),
  n: 96,
  missing: 25,
};

describe("the result in a sentence", () => {
  test("says the commonest answer out of all, and how many have none", () => {
    expect(sentenceOf(resolvedOf({}), table, texts, 5)).toEqual({
      sv: "I 41 av 71 utredningar med svar är svaret ”ja” på ”Utsatthet konstaterad” (58 %). Svar saknas för 25.",
      en: "In 41 of 71 investigations with an answer the answer to “Exposure found” is “ja” (58%). 25 have no answer.",
    });
  });

  test("says how many have yes where the answer is yes or no", () => {
    const yesNo = {
      ...table,
      rows: [entry(1, "ja"), entry(0, "nej")],
      cells: [[3], [5]],
      rowTotals: [3, 5],
      columnTotals: [8],
    };
    const { sv } = sentenceOf(
      resolvedOf({ rows: "UTR-09" }),
      { ...yesNo, n: 8, missing: 0 },
      texts,
      5,
    );
    expect(sv).toContain("I 3 av 8 utredningar är svaret ”ja” på ”Barnets");
  });

  test("says that several answers can apply, and both variables of a cross table", () => {
    const crossed = { ...table, columns: [entry(1, "kvinna")] };
    const { sv } = sentenceOf(resolvedOf({ rows: "UTR-34", columns: "BAK-01" }), crossed, texts, 5);
    expect(sv).toBe(
      "I 41 av 71 utredningar med svar är svaret ”ja” på ”Riskfaktorer” och ”kvinna” på ”Juridiskt kön” (58 %). Svar saknas för 25. Flera svar kan gälla samtidigt.",
    );
  });

  test("says that there is nothing, or no answer", () => {
    const empty = { ...table, rows: [], cells: [], rowTotals: [], n: 0, missing: 0 };
    expect(sentenceOf(resolvedOf({}), empty, texts, 5).sv).toBe(
      "Urvalet innehåller inga utredningar.",
    );
    const unanswered = { ...table, cells: [[0], [0], [9]], rowTotals: [0, 0, 9], n: 9, missing: 9 };
    expect(sentenceOf(resolvedOf({}), unanswered, texts, 5).en).toBe(
      "There is no answer for any of the 9 investigations.",
    );
  });
});

describe("a series or a comparison in a sentence", () => {
  const crossed = {
    ...table,
    columns: [entry(24300, "2025-01"), entry(24301, "2025-02")],
    cells: [
      [20, 10],
      [40, 1],
      [20, 5],
    ],
    rowTotals: [30, 41, 25],
    columnTotals: [80, 16],
  };

  test("says how many there were first, last and at most", () => {
    expect(sentenceOf(resolvedOf({ series: "month" }), crossed, texts, 5).sv).toBe(
      "Totalt 96 utredningar: 80 i 2025-01 och 16 i 2025-02, som mest 80 i 2025-01. Svar saknas för 25.",
    );
  });

  test("says the share in each with its interval, and counts alone where there are few", () => {
    const query = { from: "2025-01-01", to: "2025-01-31" };
    const compare = { by: "periods", from: "2025-02-01", to: "2025-02-28" } as const;
    expect(sentenceOf(resolvedOf({ ...query, compare }), crossed, texts, 12).sv).toBe(
      "Andelen ”ja” på ”Utsatthet konstaterad” är 2025-01: 67 % av 60 svar (med 95 procents säkerhet 54–77 %); 2025-02: 1 av 11 svar. Svar saknas för 25.",
    );
  });
});

describe("the question in words", () => {
  test("says what is counted, when and where", () => {
    const resolved = resolvedOf({
      columns: "BAK-01",
      from: "2025-01-01",
      to: "2025-12-31",
      filters: [{ variable: "BAK-06", in: ["a", "b"] }],
    });
    const population = populationOf(resolved, texts, (_column, code) => ({ sv: code, en: code }));
    expect(questionOf(resolved, population, texts).sv).toBe(
      "Hur fördelar sig utredningar som inleddes 2025-01-01 till 2025-12-31, där ”Boendesituation” är a eller b på ”Utsatthet konstaterad” och ”Juridiskt kön”?",
    );
  });

  test("counts guardians where each guardian has a value", () => {
    const resolved = resolvedOf({ rows: "UTR-11", from: "2025-01-01" });
    const population = populationOf(resolved, texts, () => ({ sv: "", en: "" }));
    expect(population.en).toBe("guardians in investigations that were opened from 2025-01-01 on");
  });
});
