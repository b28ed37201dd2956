import type { Cast } from "./cast.ts";

/** What the basis says; the reporter is its source, and in one plot named in its words. */
export function basisOf({ reporter, plot }: Cast) {
  const told =
    plot === "reporter-text"
      ? `${reporter.given} ${reporter.family} hörde av sig.`
      : "En granne hörde av sig.";
  return {
    matterSummary: "Utredningen gäller ett barn som bor med en förälder.",
    procedure: "Samtal med barnet och föräldrarna.",
    informants: ["school"],
    statements: [
      {
        area: "BU2",
        kind: "other-informant",
        text: told,
        sourceText: `${reporter.given} ${reporter.family}`,
        sourceKind: "reporter",
        sourceOn: "$day-60",
      },
    ],
    factors: [{ area: "FF1", kind: "risk", factor: "ff1-irregular-routines", strength: "2" }],
    childView: "Barnet vill ha lugn.",
    guardianViews: [{ guardian: "@home", text: "Vill ha hjälp.", involved: "yes" }],
    exposure: "no",
    weighing: "Rutinerna brister.",
    consequences: "Skolgången riskerar.",
    centralNeeds: [{ id: "#need", area: "FF1", words: "Förutsägbara dagar" }],
    bestInterests: "Stöd hemma.",
    alternatives: "Kurs räcker inte.",
    measureNeed: "with-assessment",
    sipNeed: "no",
    conclusions: "Behov av stöd.",
    goals: [
      {
        id: "#goal",
        need: "#need",
        words: "I skolan",
        measurable: true,
        indicator: "närvaro",
        baseline: "62",
        target: "90",
      },
    ],
    proposal: "Familjebehandling i fyra månader.",
  };
}
