import { expect, test } from "vitest";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { sampleClocks, samplePerson } from "../examples/sample.ts";
import type { UnitAnswer } from "../unit/allocation.tsx";
import { Page } from "./page.tsx";
import { waitsOf } from "./waits.ts";

const worker = { id: "00000000-0000-7000-8000-000000000001", name: "Jonatan Hedlid" };
const coWorker = { id: "00000000-0000-7000-8000-000000000002", name: "Mira Falkö" };
const [clock = null] = sampleClocks;

type Row = UnitAnswer["matters"][number];

function row(at: number, more: Partial<Row> = {}): Row {
  return {
    akt: `00000000-0000-7000-8000-00000000010${at}`,
    matter: `00000000-0000-7000-8000-00000000020${at}`,
    child: samplePerson(3),
    phase: "investigating",
    unit: "Utredningsgruppen",
    number: `2026-00000${at}`,
    startedOn: "2026-10-01",
    worker,
    coWorker: null,
    handedTo: null,
    nextClock: clock,
    ...more,
  };
}

const rows = {
  unallocated: row(1, { worker: null }),
  toReview: row(2),
  toDecide: row(3),
  communicated: row(4, { phase: "communicated" }),
  running: row(5, { coWorker }),
  quiet: row(6, { nextClock: null, unit: null }),
};
const place = ({ akt, matter, child }: Row) => ({ akt, matter, child });
const unit: UnitAnswer = {
  today: "2026-11-25",
  unit: null,
  staff: [],
  unallocated: [rows.unallocated],
  matters: Object.values(rows),
  toReceive: [],
  toReview: [{ ...place(rows.toReview), document: worker.id, fixedOn: "2026-11-20" }],
  toDecide: [
    {
      ...place(rows.toDecide),
      what: { id: "decision.make", sv: "Fatta beslut", en: "Make a decision" },
      target: null,
    },
  ],
  clocks: [],
  more: 0,
};

test("each matter says what it waits for: what stops all else comes first", () => {
  const waits = Object.values(rows).map((each) => waitsOf(each, unit).for);
  expect(waits).toEqual(["allocate", "review", "decide", "parties", "duty", "nothing"]);
});

test("the list is unit by unit, with who has the matter and what waits for whom", async () => {
  const html = await renderPage(<Page />, { known: [[["unit"], unit]] });
  const text = wordsOf(html);
  expect(text).toContain("6 pågående ärenden, 25 november 2026.");
  expect(html.match(/<caption/gu)).toHaveLength(2);
  expect(text).toContain("Utredningsgruppen");
  expect(text).toContain("Utan enhet");
  expect(text).toContain("2026-000004");
  expect(text).toContain("Jonatan Hedlid och Mira Falkö");
  expect(text).toContain("Fatta beslut: den som får besluta");
});

test("in English too, and a unit without matters says so", async () => {
  const none = { ...unit, matters: [] };
  const known = [[["unit"], none]] as const;
  const text = wordsOf(await renderPage(<Page />, { known, lang: "en" }));
  expect(text).toContain("The unit has no running matters.");
});
