import { describe, expect, test } from "vitest";
import { buildBasis } from "./build-basis.ts";
import { readCoverage } from "./fonts.ts";
import { textsOf } from "./model-texts.ts";
import { printable } from "./printable-text.ts";
import { basisFacts } from "./testing/sample.ts";

const coverage = readCoverage();

function model(text: string) {
  return buildBasis(basisFacts({ content: { weighing: text } }), { kind: "internal" }, "0000");
}

function printed(text: string): string {
  const block = printable(model(text), coverage).body.find(
    (one) => one.type === "text" && one.pointer === "/weighing",
  );
  return block?.type === "text" ? block.paragraphs.join("\n\n") : "";
}

function note(text: string): string {
  return textsOf(printable(model(text), coverage))
    .map((one) => one.text)
    .filter((one) => one.includes("U+"))
    .join();
}

describe("printable", () => {
  test.each([
    ["Swedish", "Åsa får inte sova på nätterna – ”aldrig”, säger hon … 50 %"],
    ["other alphabets", "Привет, Γειά σου, łódź, Nguyễn"],
    ["Arabic", "مرحبا بالعالم"],
    ["Hebrew", "שלום עולם"],
    ["emoji, also put together", "😢 👨‍👩‍👧 👍🏽 🇸🇪 ❤️"],
    ["signs", "5 ≥ 3 → ✓ ☐ ½ €"],
    ["mark-up of any kind", "#panic() *fet* _a_ $x$ @ref <b> \\ [x] `y`"],
  ])("keeps %s", (_, text) => {
    expect(printed(text)).toBe(text);
    expect(note(text)).toBe("");
  });

  test("composes letters and their accents", () => {
    expect(printed("a\u0308 e\u0301")).toBe("ä é");
    expect(printed("ẍ")).toBe("x\u0308");
  });

  test("puts □ for what no font has, and lists it once at the end", () => {
    expect(printed("Hon sa ሰላም ሰላም.")).toBe("Hon sa □□□ □□□.");
    expect(note("Hon sa ሰላም ሰላም.")).toContain("Tecknen är U+120B, U+121D, U+1230.");
  });

  test("keeps the list of lost characters short", () => {
    const many = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(" ");
    expect(note(many)).toContain("och 36 till");
  });

  test("drops control characters and marks that turn the direction of a text", () => {
    expect(printed("före\u0000\u0007 \u202Eefter\u202C")).toBe("före efter");
  });

  test("replaces half a surrogate pair and private characters", () => {
    expect(printed("a\uD800b \uE000")).toBe("a□b □");
  });

  test("keeps sections of law and times in one piece", () => {
    expect(printed("6 kap. 13 a § föräldrabalken, 11 kap. 1 §, kl. 09.30")).toBe(
      "6\u00A0kap.\u00A013\u00A0a\u00A0§ föräldrabalken, 11\u00A0kap.\u00A01\u00A0§, kl.\u00A009.30",
    );
  });

  test("gives a row of letters without end places to break", () => {
    expect(printed("a".repeat(100))).toBe(
      `${"a".repeat(40)}\u200B${"a".repeat(40)}\u200B${"a".repeat(20)}`,
    );
  });

  test("changes nothing but texts", () => {
    const changed = JSON.stringify(printable(model("x"), coverage)).replaceAll("\u00A0", " ");
    expect(JSON.parse(changed)).toEqual(model("x"));
  });
});
