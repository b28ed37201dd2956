import { afterAll, describe, expect, test } from "vitest";
import { textsOf } from "../model-texts.ts";
import { startRenderer } from "../render.ts";
import { buildReport, type ReportPrintFacts } from "./build-report.ts";

const renderer = startRenderer();
afterAll(() => renderer.close());

const same = (text: string) => ({ sv: text, en: text });

function facts(spoken: boolean): ReportPrintFacts {
  const rows = [
    { id: "yes", label: same("samtal enskilt"), role: "yes" as const, n: 41, percent: 79 },
    { id: "no", label: same("ville inte"), role: "no" as const, n: null, percent: null },
  ];
  const item = {
    id: "participation",
    kind: "bars" as const,
    title: same("Delaktighet i utredningen"),
    sentence: same("I 41 av 52 utredningar (79 %) var barnet delaktigt."),
    counted: same("utredningar"),
    n: 52,
    missing: 0,
    rows,
    several: false,
    definition: same("Det fullaste sättet."),
    law: { name: same("Utredningstid"), section: "20 kap. 3 § SoL" },
  };
  return {
    board: { name: "Nämnden i Lindvik", synthetic: true },
    report: {
      id: "activity",
      title: same("Verksamhetsrapport"),
      purpose: same("Hur arbetet gjordes."),
      spoken,
      period: same("2025-11-23 till 2026-11-22"),
      unit: null,
      least: 5,
      sections: [{ title: same("Delaktighet"), text: null, items: [item] }],
      closing: same("Talen kommer ur dokumentationen."),
      words: 40,
      specDigest: "ab".repeat(32),
      cutOff: "2026-11-22",
      checksum: "cd".repeat(32),
    },
  };
}

describe("a report on paper", () => {
  test("has each number with what it is of, and says what is not told", () => {
    const texts = textsOf(buildReport(facts(false))).map(({ text }) => text);
    for (const part of ["41", "79 %", "–", "räknas av 52", "20 kap. 3 § SoL"]) {
      expect(texts).toContain(part);
    }
    expect(texts.join(" ")).toContain("– redovisas inte");
    expect(texts.join(" ")).not.toMatch(/bbic|\bnull\b/iu);
  });

  test("to be read aloud has sentences only, and how long they take", () => {
    const { body, front } = buildReport(facts(true));
    expect(body.map(({ type }) => type)).toEqual(["heading", "text", "heading", "text"]);
    expect(front[0]?.paragraphs).toContain("Tar ungefär en minut att läsa upp.");
  });

  test("of the same content is the same file", { timeout: 120_000 }, async () => {
    const files = [];
    for (let time = 0; time < 2; time += 1)
      files.push(await renderer.render(buildReport(facts(false))));
    const [first, second] = files.map((file) => (file.ok ? Buffer.from(file.value) : undefined));
    expect(first?.subarray(0, 5).toString()).toBe("%PDF-");
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});
