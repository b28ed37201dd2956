import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Answers } from "../domain/event.ts";
import { parseInstant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { buildBasis } from "./build-basis.ts";
import { recipientOf } from "./build-context.ts";
import { shortId } from "./frame.ts";
import type { PrintModel } from "./model.ts";
import { textsOf } from "./model-texts.ts";
import { buildReceived } from "./received/build-received.ts";
import { startRenderer } from "./render.ts";
import { scanCopy, scanForIdentity, scanForRelation } from "./scan.ts";
import { reporterSecrets, textsOfKind } from "./secret-texts.ts";
import { bare, readPdf } from "./testing/pdf-text.ts";
import { basisFacts, parties, sampleId } from "./testing/sample.ts";

const renderer = startRenderer();
afterAll(() => renderer.close());

/** A reporter whose words stand nowhere else. */
const someone = fc
  .record({
    name: fc.constantFrom("Sixten Quist", "Ottilia Zander", "Bror Wallqvist"),
    workplace: fc.constantFrom("Xylofonskolan", "Vårdcentralen Zebran"),
    relation: fc.constantFrom("gudfar", "scoutledare"),
  })
  .map(({ name, workplace, relation }) => ({
    report: {
      reporterShielded: true,
      reporterName: name,
      reporterWorkplace: workplace,
      reporterRelation: relation,
    } satisfies Answers,
    needles: [...name.split(" "), workplace],
    relation,
  }));

/** What somebody writes: clean, or with the reporter in it. */
const sentence = fc.constantFrom(
  () => "Barnet sover dåligt.",
  ({ report }: Someone) => `Enligt ${report.reporterName} sover barnet dåligt.`,
  ({ report }: Someone) => `Personal på ${report.reporterWorkplace} ser det.`,
  ({ report }: Someone) => `En ${report.reporterRelation} anmälde.`,
);
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;

const drawn = fc.record({
  who: someone,
  write: sentence,
  party: fc.constantFrom(...parties),
  asSource: fc.boolean(),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** Everything a party could get of it: the copy of a basis and that of a document that came in. */
function copiesFor({ who, write, party, asSource }: Drawn): readonly PrintModel[] {
  const text = write(who);
  const secrets = reporterSecrets([who.report], []);
  const source: Answers = asSource
    ? { sourceKind: "reporter", sourceText: `${who.report.reporterName}, ${who.relation}` }
    : {};
  const facts = basisFacts({
    reporterShielded: true,
    secrets,
    content: {
      weighing: text,
      statements: [{ id: sampleId("f1"), area: "BU1", kind: "fact", text: "Sover.", ...source }],
    },
  });
  const recipient = recipientOf(party);
  const basis = buildBasis(facts, recipient, "abcd");
  const at = parseInstant("2026-05-06T08:00:00.000Z");
  if (at === undefined) throw new Error("no moment");
  const received = buildReceived(
    {
      received: sampleId("e9"),
      kind: "E-post",
      arrivedOn: plainDate("2026-05-06"),
      takenInAt: at,
      recipient: party.name,
      sender: [],
      text,
      pages: [],
      board: { name: "Nämnden", synthetic: true },
    },
    "abcd",
  );
  const told =
    scanForIdentity(received, textsOfKind(secrets, "reporter")).length +
    scanForRelation(received, textsOfKind(secrets, "reporter-relation")).length;
  return [
    ...(scanCopy(basis, facts, recipient).length === 0 ? [basis] : []),
    ...(told === 0 ? [received] : []),
  ];
}

describe("a shielded reporter's name, workplace and relation", () => {
  test("are in no text of any copy that a party gets", () => {
    fc.assert(
      fc.property(drawn, (each) => {
        for (const copy of copiesFor(each)) {
          const all = JSON.stringify(copy);
          const texts = textsOf(copy).map(({ text }) => text);
          for (const needle of each.who.needles) {
            expect(all).not.toContain(needle);
            expect(texts.join("\n")).not.toContain(needle);
          }
          expect(all).not.toContain(`${each.who.relation} anmälde`);
          expect(all).not.toContain(`, ${each.who.relation}`);
        }
      }),
    );
  });

  test("nor in its PDF: pages, tags, metadata", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (each) => {
        for (const copy of copiesFor(each)) {
          const pdf = await renderer.render(copy);
          if (!pdf.ok) throw new Error("not made");
          const { pages, strings } = readPdf(pdf.value);
          for (const needle of each.who.needles) {
            expect(bare(pages.join())).not.toContain(bare(needle));
            expect(strings).not.toContain(needle);
          }
          expect(bare(pages.join())).not.toContain(bare(`, ${each.who.relation}`));
          expect(shortId(copy.documentTitle)).not.toContain(each.who.relation);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("are refused where they were written, so that the test above can fail", () => {
    const who = fc.sample(someone, 1)[0];
    const [party] = parties;
    if (who === undefined || party === undefined) throw new Error("nobody");
    const write = ({ report }: Someone) => `Enligt ${report.reporterName}.`;
    expect(copiesFor({ who, write, party, asSource: true })).toEqual([]);
    expect(copiesFor({ who, write: () => "Bra.", party, asSource: true })).toHaveLength(2);
  });
});
