import { expect, test } from "vitest";

const sources = Object.entries(
  import.meta.glob<string>("../**/*.tsx", { eager: true, query: "?raw", import: "default" }),
).filter(([file]) => !file.includes(".test."));

/** What people write is Swedish, whichever language they read the page in. */
test("every text has the browser's spelling marks on, for Swedish", () => {
  const fields = sources.flatMap(([file, source]) =>
    [...source.matchAll(/<textarea\b[^]*?\/>/gu)].map(([field]) => ({ file, field })),
  );
  expect(fields.length).toBeGreaterThan(8);
  const without = fields.filter(
    ({ field }) =>
      !field.includes("readOnly") && !(field.includes('lang="sv"') && field.includes("spellCheck")),
  );
  expect(without.map(({ file }) => file)).toEqual([]);
});
