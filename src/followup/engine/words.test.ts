import { describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { shippedTexts } from "../testing/read-settings.ts";
import { resolveQuery, type ResolvedQuery, type TableQuery } from "./resolve.ts";
import { populationOf, questionOf, sentenceOf, type CountedTable } from "./words.ts";

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
  cells: [[30], [41], [25]],
  n: 96,
  missing: 25,
};

describe("the result in a sentence", () => {
  test("says the commonest answer out of all, and how many have none", () => {
    expect(sentenceOf(resolvedOf({}), table, texts)).toEqual({
      sv: "I 41 av 96 utredningar är svaret «ja» på «Utsatthet konstaterad» (43 %). Svar saknas för 25.",
      en: "In 41 of 96 investigations the answer to “Exposure found” is “ja” (43%). 25 have no answer.",
    });
  });

  test("says how many have yes where the answer is yes or no", () => {
    const yesNo = { ...table, rows: [entry(1, "ja"), entry(0, "nej")], cells: [[3], [5]] };
    const { sv } = sentenceOf(
      resolvedOf({ rows: "UTR-09" }),
      { ...yesNo, n: 8, missing: 0 },
      texts,
    );
    expect(sv).toContain("I 3 av 8 utredningar är svaret «ja»");
  });

  test("says that several answers can apply, and both variables of a cross table", () => {
    const crossed = { ...table, columns: [entry(1, "kvinna")], missing: 0 };
    const { sv } = sentenceOf(resolvedOf({ rows: "UTR-34", columns: "BAK-01" }), crossed, texts);
    expect(sv).toBe(
      "I 41 av 96 utredningar är svaret «ja» på «Riskfaktorer» och «kvinna» på «Juridiskt kön» (43 %). Flera svar kan gälla samtidigt.",
    );
  });

  test("says that there is nothing, or no answer", () => {
    const empty = { rows: [], columns: count, cells: [], n: 0, missing: 0 };
    expect(sentenceOf(resolvedOf({}), empty, texts).sv).toBe(
      "Urvalet innehåller inga utredningar.",
    );
    const unanswered = { ...table, cells: [[0], [0], [9]], n: 9, missing: 9 };
    expect(sentenceOf(resolvedOf({}), unanswered, texts).en).toBe(
      "There is no answer for any of the 9 investigations.",
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
      "Hur fördelar sig utredningar som inleddes 2025-01-01 till 2025-12-31, där «Boendesituation» är a eller b på «Utsatthet konstaterad» och «Juridiskt kön»?",
    );
  });

  test("counts guardians where each guardian has a value", () => {
    const resolved = resolvedOf({ rows: "UTR-11", from: "2025-01-01" });
    const population = populationOf(resolved, texts, () => ({ sv: "", en: "" }));
    expect(population.en).toBe("guardians in investigations that were opened from 2025-01-01 on");
  });
});
