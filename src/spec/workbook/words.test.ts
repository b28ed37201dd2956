import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CHANGES } from "./nodes.ts";
import { TABLES, TABLE_IDS, columnIdsOf } from "./tables.ts";
import { changeOf, changeWord, columnWords, sheetName } from "./words.ts";

const page = readFileSync(new URL("../../../docs/workbook.md", import.meta.url), "utf8");

describe("the words of the workbook", () => {
  test("name every sheet apart, in a way that workbooks allow", () => {
    const names = TABLE_IDS.map(sheetName);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/u.test(name))).toEqual([]);
  });

  test.each(TABLE_IDS)("%s: every column has a heading of its own and says what to write", (id) => {
    const words = columnIdsOf(TABLES[id], true).map((column) => columnWords(id, column));
    expect(new Set(words.map(({ head }) => head)).size).toBe(words.length);
    expect(words.filter(({ write }) => write.sv === "" || write.en === "")).toEqual([]);
  });

  test("tell changes both ways", () => {
    for (const change of CHANGES)
      expect(changeOf(` ${changeWord(change).toUpperCase()}`)).toBe(change);
    expect(changeOf("kanske")).toBeUndefined();
  });
});

describe("docs/workbook.md", () => {
  test.each(TABLE_IDS)("has the sheet of %s with all its columns", (id) => {
    const line = page.split("\n").find((each) => each.startsWith(`| ${sheetName(id)} |`)) ?? "";
    const heads = columnIdsOf(TABLES[id], false).map((column) =>
      columnWords(id, column).head.replace(/, (?:svenska|engelska)$/u, ""),
    );
    expect(heads.filter((head) => !line.includes(head))).toEqual([]);
  });
});
