import { describe, expect, test } from "vitest";
import { buildDecision } from "./build-decision.ts";
import { recipientOf } from "./build-context.ts";
import type { DecisionFacts } from "./facts.ts";
import type { PrintModel } from "./model.ts";
import { textsOf } from "./model-texts.ts";
import { decisionContent, decisionFacts, parties, robert } from "./testing/sample.ts";

const forRobert = recipientOf(parties[1]!);

function print(change: Partial<DecisionFacts> = {}): PrintModel {
  return buildDecision(decisionFacts(change), forRobert, "7c1d");
}

function allText(model: PrintModel): string {
  return textsOf(model)
    .map(({ text }) => text)
    .join("\n");
}

describe("a decision on paper", () => {
  test("shows day, content, decider and presenter (FL 31)", () => {
    const text = allText(print());
    expect(text).toContain("Karins samtycke räcker för att Vidar ska få behandling");
    const signing = JSON.stringify(
      print().body.find((block) => block.type === "facts" && block.rows[0]?.pointer === "/decider"),
    );
    expect(signing).toContain("Socialnämndens individutskott");
    expect(signing).toContain("25 juni 2026 kl. 10.00");
    expect(signing).toContain('"Föredragande"');
    expect(signing).toContain("Mira Falkö, socialsekreterare");
  });

  test("shows reasons, provisions, the child's best and the child's view (FL 32)", () => {
    const text = allText(print());
    expect(text).toContain("6 kap. 13 a § föräldrabalken");
    expect(text).toContain("11 kap. 1 § socialtjänstlagen (2025:400)");
    for (const label of ["Skäl för beslutet", "Barnets bästa", "Vad barnet säger om beslutet"]) {
      expect(text).toContain(label);
    }
  });

  test("shows where each guardian stands", () => {
    const rows = print().body.flatMap((block) => (block.type === "facts" ? block.rows : []));
    expect(rows).toContainEqual(
      expect.objectContaining({
        label: { strong: "Robert Tallhed", lines: ["vårdnadshavare"] },
        paragraphs: ["Ersatt (FB 6:13 a)"],
      }),
    );
  });

  test("tells on the first page from when it holds and that it can be appealed", () => {
    const front = print().front.find((part) => part.heading === "Vad händer nu?");
    expect(front?.paragraphs[0]).toBe(
      "Beslutet gäller från och med den 25 juni 2026 till och med den 31 maj 2027.",
    );
    expect(front?.paragraphs[1]).toContain("överklaga");
  });

  test("ends with how it is tried, in the words of the law data", () => {
    expect(allText(print())).toContain("inom tre veckor från den dag då du fick del av beslutet");
    const not = print({ appeal: { appealable: "not", text: "Beslutet kan inte överklagas." } });
    expect(JSON.stringify(not.body.at(-1))).toContain("Beslutet kan inte överklagas.");
    expect(not.front.find((part) => part.heading === "Vad händer nu?")?.paragraphs[1]).toContain(
      "kan inte överklagas",
    );
  });

  test("leaves the list of what is left out to the internal copy", () => {
    const internal = buildDecision(decisionFacts(), { kind: "internal" }, "0000");
    expect(allText(internal)).toContain("Det här får inte alla se");
    expect(allText(print())).not.toContain("Det här får inte alla se");
  });

  test("leaves a long wording to the second page", () => {
    const wording = `${"Insatsen beviljas. ".repeat(80)}Slut.`;
    const front = print({ content: { ...decisionContent, wording } }).front.find(
      (part) => part.heading === "Vad är beslutat?",
    );
    expect(front?.paragraphs.join("").length).toBeLessThan(1000);
    expect(front?.paragraphs[1]).toBe("Texten fortsätter under rubriken ”Vad som beslutas”.");
  });

  test("prints no person who has no name in the matter as an id", () => {
    const text = allText(print({ people: new Map() }));
    expect(text).toContain("person utan namn i ärendet");
    expect(text).not.toContain(robert);
  });
});
