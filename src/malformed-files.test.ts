import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { lawCheck } from "./cli/law-check.ts";
import { readWorkbook } from "./exchange/workbook/read-workbook.ts";
import { writeWorkbook } from "./exchange/workbook/write-workbook.ts";
import { seededRandom, type SeededRandom } from "./kernel/random.ts";
import { tiffPages } from "./print/received/tiff.ts";
import { inspectFile } from "./store/received/inspect-file.ts";
import { loadSpecification } from "./store/specification.ts";
import { valueOf } from "./store/testing/cluster.ts";
import { jpeg, pdfOf, pdfWithStreams, png, tiff } from "./store/received/testing/files.ts";

const EACH = 100;
const texts = [
  "problems-received",
  "problems-workbook",
  "problems-spec",
  "problems-store",
  "problems",
].map((name) =>
  readFileSync(fileURLToPath(new URL(`../spec/texts/${name}.json`, import.meta.url)), "utf8"),
);

/** The file with bytes changed, cut off, cut out, put in or doubled. */
function damaged(bytes: Uint8Array, random: SeededRandom): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.integer(0, copy.length - 1);
  const to = random.integer(at, copy.length);
  switch (random.integer(0, 4)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(to)]);
    case 2:
      return Buffer.concat([copy.subarray(0, to), random.bytes(40), copy.subarray(at)]);
    case 3:
      return copy.fill(random.integer(0, 255), at, Math.min(to, at + 64));
    default:
      for (let n = 0; n < 12; n += 1) {
        copy[random.integer(0, copy.length - 1)] = random.integer(0, 255);
      }
      return copy;
  }
}

function eachDamaged(name: string, bytes: Uint8Array): Buffer[] {
  const random = seededRandom(`${name}-${process.env["MITTPUNKT_SEED"] ?? "1"}`);
  return Array.from({ length: EACH }, () => damaged(bytes, random));
}

/** Refused by a problem that has words, or taken as what its bytes still say it is. */
function expectKnown(ids: readonly string[]): void {
  const wordless = ids.filter((id) => !texts.some((each) => each.includes(`"${id}"`)));
  expect([...new Set(wordless)]).toEqual([]);
}

describe("a hundred damaged files of each kind that is received", () => {
  const kinds: readonly (readonly [string, Buffer])[] = [
    ["a PDF", pdfOf(3)],
    ["a PDF with streams", pdfWithStreams(3)],
    ["a JPEG", jpeg()],
    ["a PNG", png()],
    ["a TIFF", tiff()],
    ["a text", Buffer.from("Hej!\nÅÄÖ är bokstäver.\n".repeat(20))],
  ];
  it.each(kinds)("are told or refused, never a fault: %s", (name, bytes) => {
    const ids = eachDamaged(name, bytes).flatMap((each) => {
      const told = inspectFile(each);
      return told.ok ? [] : told.problems.map(({ id }) => id);
    });
    expectKnown(ids);
    if (name !== "a text") expect(ids.length).toBeGreaterThan(10);
  });

  it("come apart into pages or not, never into a fault", () => {
    for (const each of eachDamaged("pages", tiff())) {
      const pages = tiffPages(each);
      expect(pages === undefined || Array.isArray(pages)).toBe(true);
    }
  });
});

describe("a hundred damaged workbooks", () => {
  it("are read or refused, never a fault", async () => {
    const bytes = await writeWorkbook([
      { name: "Dokument", columns: [], heading: ["id", "rubrik"], rows: [["report", "Anmälan"]] },
    ]);
    const ids: string[] = [];
    for (const each of eachDamaged("workbook", bytes)) {
      const read = await readWorkbook(each, "damaged.xlsx");
      if (!read.ok) ids.push(...read.problems.map(({ id }) => id));
    }
    expectKnown(ids);
    expect(ids.length).toBeGreaterThan(50);
  });
});

describe("a hundred damaged files of examples of the law", () => {
  it("are compared or refused, never a fault", async () => {
    const specification = valueOf(await loadSpecification());
    const name = new URL("../spec/law/fixtures/deadlines.json", import.meta.url);
    const all: unknown[] = JSON.parse(readFileSync(fileURLToPath(name), "utf8"));
    const bytes = Buffer.from(JSON.stringify(all.slice(0, 5)));
    const ids = eachDamaged("law", bytes).flatMap((each) => {
      const { law, calendar } = specification;
      const checked = lawCheck("f", each.toString("utf8"), law.law, calendar);
      return checked.ok ? [] : checked.problems.map(({ id }) => id);
    });
    expectKnown(ids);
    expect(ids.length).toBeGreaterThan(30);
  });
});
