import { expect, test } from "vitest";
import { parseInstant } from "../../kernel/instant.ts";
import { parseUuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { buildAccesses, type AccessPrintFacts } from "./build-accesses.ts";

function facts(more: Partial<AccessPrintFacts> = {}): AccessPrintFacts {
  const akt = parseUuid("01900000-0000-7000-8000-0000000000aa");
  const at = parseInstant("2026-11-25T09:30:00.000Z");
  if (akt === undefined || at === undefined) throw new Error("bad");
  return {
    akt,
    child: "Elmer Granvik",
    party: { name: "Petra Granvik", role: "vårdnadshavare", isChild: false },
    board: { name: "Nämnden", synthetic: true },
    maker: "Carina Torpvall",
    at,
    from: plainDate("2026-10-01"),
    to: plainDate("2026-11-24"),
    law: "10 § SoLPuL",
    named: false,
    lines: [
      {
        day: plainDate("2026-11-20"),
        who: ["enhetschef", "Norr"],
        did: "läste",
        times: 2,
        what: [],
      },
    ],
    ...more,
  };
}

test("a line a day, made for somebody by name, with the name of nobody in its title", () => {
  const model = buildAccesses(facts());
  expect(model.masthead[0]?.lines).toEqual(["Petra Granvik", "vårdnadshavare"]);
  expect(model.body).toMatchObject([
    {
      rows: [
        {
          label: { strong: "20 november 2026" },
          paragraphs: ["enhetschef, Norr", "läste, 2 gånger"],
        },
      ],
    },
  ]);
  expect(model.documentTitle).not.toMatch(/Granvik/u);
});

test("a guardian is told that the copy says less, the child not; and nobody having looked is said", () => {
  const count = (more: Partial<AccessPrintFacts>) =>
    buildAccesses(facts(more)).front[0]?.paragraphs.length ?? 0;
  const child = { name: "Elmer Granvik", role: "barnet", isChild: true };
  expect(count({}) - count({ party: child })).toBe(1);
  const [block] = buildAccesses(facts({ lines: [] })).body;
  expect(JSON.stringify(block)).toContain("Ingen");
});
