import { describe, expect, test } from "vitest";
import { sampleClock, sampleClocks } from "../../pages/examples/sample.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { ClockRow } from "./clock-row.tsx";

function row(clock = sampleClock(), lang: "sv" | "en" = "sv"): Promise<string> {
  return renderPage(<ClockRow clock={clock} />, { lang });
}

describe("a duty in a list", () => {
  test("says when, which child, what to do, why and who", async () => {
    expect(wordsOf(await row())).toBe(
      "9 dagar kvar Lagens tid senast fre 4 dec Elmer Exempelsson 12 år " +
        "Besluta om utredning ska inledas Förhandsbedömning, 20 kap. 1 § SoL Jonatan Hedlid",
    );
  });

  test("names the day it is told to and the last of the law where they differ", async () => {
    const clock = sampleClock({ target: "2026-12-04", legalLatest: "2026-12-07", daysLeft: 12 });
    expect(wordsOf(await row(clock))).toContain(
      "9 dagar kvar Lagens tid helst fre 4 dec, senast mån 7 dec",
    );
  });

  test("is told in the language of the reader; the section stays as it is", async () => {
    const words = wordsOf(await row(sampleClock(), "en"));
    expect(words).toContain("9 days left Statutory time by Fri 4 Dec");
    expect(words).toContain("Decide whether to open an investigation");
    expect(words).toContain("20 kap. 1 § SoL");
  });

  test("says that nobody has it", async () => {
    expect(wordsOf(await row(sampleClock({ worker: null })))).toContain("Ingen handläggare");
  });

  test("shows no number of the child, protected or not", async () => {
    for (const clock of sampleClocks) expect(wordsOf(await row(clock))).not.toMatch(/\d{8}/u);
  });

  test("differs in shape by class and nearness, not in colour alone", async () => {
    const shapeOf = async (severity: "A" | "B" | "C", daysLeft: number): Promise<string> => {
      const html = await row(sampleClock({ severity, daysLeft }));
      return /<svg class="clock-mark[^>]*>(.*?)<\/svg>/u.exec(html)?.[1] ?? "";
    };
    const shapes = [await shapeOf("A", 9), await shapeOf("B", 9), await shapeOf("C", 9)];
    expect(new Set(shapes).size).toBe(3);
    expect(await shapeOf("B", -1)).not.toBe(await shapeOf("B", 9));
  });
});
