import { describe, expect, test } from "vitest";

/** Every table of texts of the page, by file and name. */
const tables = Object.entries(
  import.meta.glob<Record<string, unknown>>(
    ["./*.ts", "!./*.test.ts", "!./text.ts", "!./dates.ts"],
    {
      eager: true,
    },
  ),
).flatMap(([file, module]) =>
  Object.entries(module).map(([name, table]) => ({ file, name, table })),
);

interface Row {
  readonly sv: string;
  readonly en: string;
}

function rowsOf(table: unknown): readonly (readonly [string, Row])[] {
  return Object.entries(table as Record<string, Row>);
}

function placesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([A-Za-z]+)\}/gu)].map((match) => match[1] ?? "").toSorted();
}

test("there are texts for every room", () => {
  expect(tables.length).toBeGreaterThan(10);
});

describe.each(tables)("$name in $file", ({ table }) => {
  test("says everything in both languages, with the same places to fill", () => {
    for (const [key, row] of rowsOf(table)) {
      expect(row.sv.trim(), key).not.toBe("");
      expect(row.en.trim(), key).not.toBe("");
      expect(placesOf(row.en), key).toEqual(placesOf(row.sv));
    }
  });

  test("uses no name that needs a licence", () => {
    for (const [key, row] of rowsOf(table)) {
      expect(`${row.sv} ${row.en}`, key).not.toMatch(/BBIC|barns behov i centrum/iu);
    }
  });
});
