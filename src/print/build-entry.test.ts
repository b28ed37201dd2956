import { describe, expect, test } from "vitest";
import type { Answers } from "../domain/event.ts";
import { itemsOf, textOf } from "../domain/read.ts";
import { parseUuid } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { buildBasis } from "./build-basis.ts";
import { recipientOf } from "./build-context.ts";
import { buildEntry } from "./build-entry.ts";
import type { EntryFacts, ObjectionFacts, PartyFacts } from "./facts.ts";
import type { Block } from "./model.ts";
import { textsOf } from "./model-texts.ts";
import type { PrintModel } from "./model.ts";
import {
  basisContent,
  basisFacts,
  karin,
  parties,
  robert,
  sampleId,
  vidar,
} from "./testing/sample.ts";

const provider: PartyFacts = {
  person: sampleId("ee"),
  kind: "provider",
  name: "Familjebehandlarna",
  audience: "other",
};

const plan: Answers = {
  madeAt: "2026-06-25T09:30",
  participants: [karin],
  childParticipation: "alone",
  guardianParticipation: [{ id: sampleId("10"), guardian: robert, involved: "no" }],
  goals: [
    { id: sampleId("11"), goal: "Vidar sover hela natten", activities: "Samma kväll varje dag" },
  ],
  newGoals: [{ id: sampleId("12"), words: "Vidar äter frukost", measurable: true }],
  text: "Vi ses hemma varje torsdag.",
  childsView: "Jag vill att mamma är med.",
  visibleTo: ["guardian-a"],
  nextFollowUp: "2026-08-20",
};

function entry(content: Answers = plan, change: Partial<EntryFacts> = {}): EntryFacts {
  const facts = basisFacts();
  return {
    ...facts,
    kind: "entry",
    document: "implementation-plan",
    title: facts.spec.document("implementation-plan")?.name ?? "",
    content,
    parties: [...parties, provider],
    spoken: [],
    ...change,
  };
}

const party = (person: string) => [...parties, provider].find((one) => one.person === person);
const printFor = (facts: EntryFacts, person: string): PrintModel => {
  const found = party(person);
  if (found === undefined) throw new Error("no party");
  return buildEntry(facts, recipientOf(found), "abcd");
};
const words = (model: PrintModel) =>
  textsOf(model)
    .map(({ text }) => text)
    .join("\n");
const internal = (facts: EntryFacts) => buildEntry(facts, { kind: "internal" }, "abcd");

describe("a plan on paper", () => {
  test("has the goals in words, first on the first page, and what is done for each", () => {
    const model = internal(entry());
    expect(model.title).toBe("Genomförandeplan, öppen insats");
    const front = model.front.find(({ heading }) => heading === "Vad arbetar ni mot?");
    expect(front?.paragraphs).toEqual(["Vidar sover hela natten", "Vidar äter frukost"]);
    const list = model.body.find((block) => block.type === "list");
    expect(list).toMatchObject({
      items: [
        { text: "Vidar sover hela natten", details: [expect.stringContaining("Samma kväll")] },
      ],
    });
    expect(model.front.map(({ paragraphs }) => paragraphs.join(" ")).join(" ")).toContain(
      "20 augusti 2026",
    );
  });

  test("shows what the child says only to those it lets, and lists in the file's copy who does not get it", () => {
    expect(words(printFor(entry(), karin))).toContain("mamma är med");
    for (const person of [robert, provider.person]) {
      expect(words(printFor(entry(), person))).not.toContain("mamma är med");
    }
    expect(words(internal(entry()))).toContain("Vad barnet vill");
  });

  test("tells whoever carries it out no number of a protected child", () => {
    expect(printFor(entry(), provider.person).subtitle).toBe("Vidar Almroth, 10 år");
    expect(printFor(entry(), provider.person).masthead[0]?.lines).toEqual([
      "Familjebehandlarna",
      "utförare",
    ]);
  });
});

describe("objections on paper", () => {
  const objection = (more: Partial<ObjectionFacts> = {}): ObjectionFacts => ({
    seq: 40,
    on: plainDate("2026-07-01"),
    by: [robert],
    text: "Så är det inte alls.",
    hiddenFrom: [],
    ...more,
  });
  const after = (blocks: readonly Block[], text: string) => {
    const at = blocks.findIndex((block) => JSON.stringify(block).includes(text));
    return JSON.stringify(blocks[at + 1]);
  };

  test("stand right after the part they are about, with who and when", () => {
    const about = objection({ field: "text" });
    const model = internal(entry(plan, { objections: [about] }));
    const next = after(model.body, "Vi ses hemma");
    expect(next).toContain("Så är det inte alls");
    expect(next).toContain("Robert Tallhed");
    expect(next).toContain("1 juli 2026");
    const item = objection({ item: sampleId("11") });
    const byItem = internal(entry(plan, { objections: [item] }));
    expect(after(byItem.body, "Vidar sover hela natten")).toContain("Så är det inte alls");
  });

  test("to the whole stand last; to a statement of the basis after the statement", () => {
    const model = internal(entry(plan, { objections: [objection()] }));
    const at = model.body.findIndex(
      (block) => block.type === "heading" && block.text === "Invändningar",
    );
    expect(JSON.stringify(model.body[at + 1])).toContain("Så är det inte alls");
    const [first] = itemsOf(basisContent["statements"]);
    const item = parseUuid(first?.id ?? "");
    if (first === undefined || item === undefined) throw new Error("no statement");
    const facts = basisFacts({ objections: [objection({ item })] });
    const basis = buildBasis(facts, { kind: "internal" }, "abcd");
    expect(after(basis.body, textOf(first["text"])?.slice(0, 30) ?? "?")).toContain(
      "Så är det inte alls",
    );
  });

  test("reach everybody but those they are kept from, and the child's nobody without its choice", () => {
    const facts = entry(plan, { objections: [objection({ hiddenFrom: [karin] })] });
    expect(words(printFor(facts, robert))).toContain("Så är det inte alls");
    expect(words(printFor(facts, karin))).not.toContain("Så är det inte alls");
    expect(words(printFor(facts, provider.person))).not.toContain("Så är det inte alls");
    expect(words(internal(facts))).toContain("Invändning av Robert Tallhed, 1 juli 2026");
    const childs = entry(plan, { objections: [objection({ by: [vidar] })] });
    expect(words(printFor(childs, karin))).not.toContain("Så är det inte alls");
  });
});
