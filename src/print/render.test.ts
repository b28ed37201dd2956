import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { buildBasis } from "./build-basis.ts";
import { buildDecision } from "./build-decision.ts";
import { recipientOf } from "./build-context.ts";
import type { PrintModel } from "./model.ts";
import { type Renderer, startRenderer } from "./render.ts";
import { bare, readPdf } from "./testing/pdf-text.ts";
import { basisContent, basisFacts, decisionFacts, parties } from "./testing/sample.ts";

const forRobert = recipientOf(parties[1]!);
// Setting type in other processes takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const renderer = startRenderer();
afterAll(async () => {
  vi.resetConfig();
  await renderer.close();
});

async function pdfOf(model: PrintModel, by: Renderer = renderer): Promise<Uint8Array> {
  const made = await by.render(model);
  if (!made.ok) throw new Error(made.problems.map(({ id }) => id).join());
  return made.value;
}

function sha(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function basisWith(text: string): PrintModel {
  return buildBasis(basisFacts({ content: { weighing: text } }), forRobert, "7c1d");
}

describe("the file", () => {
  test("says what the model says, on pages that are numbered and marked", async () => {
    const { pages } = readPdf(await pdfOf(buildBasis(basisFacts(), forRobert, "7c1d")));
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain("Endast test: inga riktiga personuppgifter");
      expect(page).toContain(`Sida ${at + 1} av ${pages.length}`);
      expect(page).toContain("Exemplar 7c1d för Robert Tallhed");
    }
    expect(bare(pages.join())).toContain(bare("Pappa var bra på att cykla med mig."));
  });

  test("holds no word that the recipient may not see: not in text, tags, bookmarks or metadata", async () => {
    const canaries = [
      "Norrängsskolan",
      "Vi gick ut genom tvättstugan",
      "Det är bara Signe som vet",
      "20160621",
    ];
    const internal = readPdf(await pdfOf(buildBasis(basisFacts(), { kind: "internal" }, "0000")));
    const copy = readPdf(await pdfOf(buildBasis(basisFacts(), forRobert, "7c1d")));
    for (const canary of canaries) {
      expect(bare(internal.pages.join())).toContain(bare(canary));
      expect(bare(copy.pages.join())).not.toContain(bare(canary));
      expect(bare(copy.strings)).not.toContain(bare(canary));
    }
  });

  test("names nobody in its metadata", async () => {
    const bytes = Buffer.from(
      await pdfOf(buildDecision(decisionFacts(), forRobert, "7c1d")),
    ).toString("latin1");
    const metadata = /<\?xpacket begin[\s\S]*?<\?xpacket end/.exec(bytes)?.[0] ?? "";
    expect(metadata).toContain("Beslut d1c0de02");
    for (const name of ["Vidar", "Almroth", "Robert", "Karin", "Mira"])
      expect(metadata).not.toContain(name);
  });

  test("is PDF/A-2a, tagged, in Swedish and dated by the signing", async () => {
    const bytes = Buffer.from(await pdfOf(buildBasis(basisFacts(), forRobert, "7c1d"))).toString(
      "latin1",
    );
    expect(bytes).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(bytes).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(bytes).toMatch(/\/MarkInfo <<\s+\/Marked true/);
    expect(bytes).toMatch(/\/Lang \(sv-SE\)/i);
    expect(bytes).toContain("/CreationDate (D:20260625073000Z)");
  });

  test("carries only the fonts of this repository", async () => {
    const bytes = Buffer.from(await pdfOf(buildBasis(basisFacts(), forRobert, "7c1d"))).toString(
      "latin1",
    );
    const fonts = new Set(
      [...bytes.matchAll(/\/BaseFont \/[A-Z]{6}\+(\w+)-/g)].map((match) => match[1]),
    );
    expect(fonts).toEqual(new Set(["SourceSans3", "SourceSerif4"]));
  });
});

describe("the typesetter", () => {
  test("gives the same bytes in every process, and others for another model", async () => {
    const model = buildBasis(basisFacts(), forRobert, "7c1d");
    const other = startRenderer();
    try {
      const first = sha(await pdfOf(model));
      expect(sha(await pdfOf(model))).toBe(first);
      expect(sha(await pdfOf(model, other))).toBe(first);
      expect(sha(await pdfOf(buildBasis(basisFacts(), forRobert, "7c1e"), other))).not.toBe(first);
    } finally {
      await other.close();
    }
  });

  test("sets a very long document", async () => {
    const text = "Barnet berättar att det är lugnt hemma nu. ".repeat(40);
    const paragraphs = Array.from({ length: 100 }, (_, at) => `${at}. ${text}`).join("\n\n");
    const { pages } = readPdf(
      await pdfOf(
        buildBasis(
          basisFacts({ content: { ...basisContent, weighing: paragraphs } }),
          forRobert,
          "7c1d",
        ),
      ),
    );
    expect(pages.length).toBeGreaterThan(60);
    expect(bare(pages.join())).toContain(bare("99. Barnet berättar"));
    expect(pages.at(-1)).toContain(`Sida ${pages.length} av ${pages.length}`);
  });

  test("takes what people write literally", async () => {
    const { pages } = readPdf(await pdfOf(basisWith('#panic("x") *fet* _a_ $x$ @ref <b> // c')));
    expect(pages.join("\n")).toContain('#panic("x") *fet* _a_ $x$ @ref <b> // c');
  });

  test("prints whatever people write", async () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
      fc.constantFrom(
        "سلام\u200D",
        "א\u0301",
        "\u0301",
        "👩‍🦽\uFE0E",
        "a\uFE0F",
        "\u2028",
        "ﷺ",
        "\u00AD",
        "…",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 60 }), async (parts) => {
        await pdfOf(basisWith(parts.join(" ")));
      }),
      { numRuns: 30 },
    );
  });

  test("fails where a character has no glyph, rather than leave a hole", async () => {
    const strict = startRenderer({
      coverage: [new Set(Array.from({ length: 0xd800 }, (_, at) => at + 10))],
    });
    try {
      expect(await strict.render(basisWith("中"))).toMatchObject({
        ok: false,
        problems: [{ id: "print.render-failed" }],
      });
      expect((await strict.render(basisWith("a"))).ok).toBe(true);
    } finally {
      await strict.close();
    }
  });

  test("fails where a font is not one of ours", async () => {
    const wrong = startRenderer({ template: "testing/machine-font.typ" });
    try {
      expect(await wrong.render(basisWith("a"))).toMatchObject({
        ok: false,
        problems: [{ id: "print.render-failed" }],
      });
    } finally {
      await wrong.close();
    }
  });

  test("gives up a document that takes too long, and goes on with the next", async () => {
    const stages: string[] = [];
    const slow = startRenderer({ timeoutMs: 1, onFailure: (stage) => stages.push(stage) });
    const fast = startRenderer();
    try {
      expect(await slow.render(basisWith("a"))).toMatchObject({
        ok: false,
        problems: [{ id: "print.render-timeout" }],
      });
      expect(stages).toEqual(["timeout"]);
      const both = await Promise.all([fast.render(basisWith("a")), fast.render(basisWith("b"))]);
      expect(both.map((made) => made.ok)).toEqual([true, true]);
    } finally {
      await Promise.all([slow.close(), fast.close()]);
    }
  });

  test("replaces its process and goes on", async () => {
    const short = startRenderer({ documentsPerProcess: 1 });
    try {
      const made = [await short.render(basisWith("a")), await short.render(basisWith("a"))];
      expect(made.map((one) => (one.ok ? sha(one.value) : one.problems))).toEqual(
        Array(2).fill(sha(await pdfOf(basisWith("a")))),
      );
    } finally {
      await short.close();
    }
  });
});
