import { readFileSync } from "node:fs";
import type { Answers } from "../../domain/event.ts";
import { parseInstant } from "../../kernel/instant.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { readShippedPack } from "../../spec/testing/pack-files.ts";
import type { BasisFacts, DecisionFacts, PartyFacts, PrintFacts } from "../facts.ts";
import { printSpec } from "../print-spec.ts";

/** A made-up family: joint custody, an address and a school that one guardian may not know. */
export const vidar = sampleId("a001");
export const karin = sampleId("a002");
export const robert = sampleId("a003");
export const mira = sampleId("b001");
export const committee = sampleId("b002");

export const basisContent: Answers = parseAnswers("../fixtures/basis-content.json");
export const decisionContent: Answers = parseAnswers("../fixtures/decision-content.json");

export function sampleId(end: string): Uuid {
  const id = parseUuid(`01978f00-0000-7000-8000-${end.padStart(12, "0")}`);
  if (id === undefined) throw new Error("Not an id");
  return id;
}

export const parties: readonly PartyFacts[] = [
  { person: karin, kind: "guardian", name: "Karin Almroth", audience: "guardian-a" },
  { person: robert, kind: "guardian", name: "Robert Tallhed", audience: "guardian-b" },
];

const people = new Map([
  [vidar, { name: "Vidar Almroth" }],
  [karin, { name: "Karin Almroth", role: "vårdnadshavare" }],
  [robert, { name: "Robert Tallhed", role: "vårdnadshavare" }],
  [mira, { name: "Mira Falkö", role: "socialsekreterare" }],
  [committee, { name: "Socialnämndens individutskott" }],
]);

function common(content: Answers, document: string): PrintFacts {
  const at = parseInstant("2026-06-25T07:30:00Z");
  if (at === undefined) throw new Error("Not a moment");
  return {
    content,
    spec: shipped,
    board: {
      name: "Socialnämnden i Lindvik",
      unit: "Utredningsgruppen",
      phone: "070-174 06 10",
      synthetic: true,
    },
    version: {
      document: sampleId(document),
      version: 1,
      status: "signed",
      at,
      contentHash: "3f9a2c71d05be64812f7a9903c1de85b6a20947fe3185cc4b97d20a6618e4f35",
    },
    child: {
      person: vidar,
      givenName: "Vidar",
      fullName: "Vidar Almroth",
      age: 10,
      number: "20160621-9853",
      protected: true,
    },
    parties,
    people,
    author: { name: "Mira Falkö", role: "socialsekreterare" },
    reporterShielded: false,
    spoken: [
      {
        text: "Jag vill att han lär sig innan vi ses.",
        visibleTo: ["child", "guardian-a", "guardian-b", "other"],
      },
      { text: "Det är bara Signe som vet.", visibleTo: [] },
    ],
    secrets: [
      { kind: "protected-detail", text: "Skogsprovet 2, 999 77 Lindvik", towards: [robert] },
      { kind: "protected-detail", text: "070-174 06 05", towards: [robert] },
      { kind: "protected-detail", text: "Norrängsskolan", towards: [robert] },
    ],
  };
}

export function basisFacts(change: Partial<BasisFacts> = {}): BasisFacts {
  return {
    ...common(basisContent, "d1c0de01"),
    kind: "basis",
    answerBy: new Map([[robert, plainDate("2026-06-24")]]),
    rights: ["Om du inte svarar kan nämnden ändå besluta i ärendet."],
    ...change,
  };
}

export function decisionFacts(change: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    ...common(decisionContent, "d1c0de02"),
    kind: "decision",
    appeal: {
      appealable: "appeal",
      text: lawText("fl-2017", "appeal.how"),
      section: "6 kap. 13 a § föräldrabalken",
    },
    ...change,
  };
}

const shipped = printSpec(readShippedPack());

function lawText(act: string, id: string): string {
  const texts = parseJson<Record<string, { sv: string }>>(
    new URL(`../../../spec/law/${act}/texts.json`, import.meta.url),
  );
  return texts[id]?.sv ?? "";
}

function parseAnswers(path: string): Answers {
  return parseJson<Answers>(new URL(path, import.meta.url));
}

function parseJson<T>(file: URL): T {
  // Files of this repository, made for the shape they are read as.
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
