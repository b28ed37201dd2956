import { describe, expect, test } from "vitest";
import type { ClockShape } from "../../../src/contract/shapes.ts";
import type { Me } from "../../api/queries.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { sampleClock, sampleClocks, samplePerson } from "../examples/sample.ts";
import { shows } from "./filters.tsx";
import { type MyDayAnswer, Page } from "./page.tsx";

const me: Me = {
  staff: "00000000-0000-7000-8000-000000000001",
  name: "Jonatan Hedlid",
  role: "caseworker",
  also: [],
  opened: false,
  qualified: true,
  unit: { id: "00000000-0000-7000-8000-000000000002", name: "Utredningsgruppen" },
  board: { name: "Demonämnden", synthetic: true, simulatedToday: null },
  today: "2026-11-25",
  actions: ["akt.read", "akt.write"],
  specDigest: "0",
  signIn: { limited: false, unseen: 0, endsOn: null },
};

function day(more: Partial<MyDayAnswer> = {}): MyDayAnswer {
  const counts = { protection: [], late: 0, dueToday: 0, unassigned: 0, glass: null };
  const standsIn = { staff: [], duties: [] };
  return { today: "2026-11-25", groups: [], drafts: [], standsIn, ...counts, ...more };
}

function group(id: MyDayAnswer["groups"][number]["id"], clocks: readonly ClockShape[], more = 0) {
  return { id, clocks: [...clocks], more };
}

const pack = {
  documents: { note: { name: { sv: "Anteckning", en: "Note" } } },
  process: {
    acts: [
      { id: "basis.fix", document: "decision-basis" },
      { id: "note.sign", document: "note" },
    ],
  },
};

async function words(answer: MyDayAnswer, who: Me = me): Promise<string> {
  return wordsOf(await drawn(answer, who));
}

function drawn(answer: MyDayAnswer, who: Me = me): Promise<string> {
  const known = [
    [["me"], who],
    [["my-day", "mine", "first"], answer],
    [["pack", "current"], pack],
  ] as const;
  return renderPage(<Page />, { known });
}

describe("Min dag", () => {
  test("begins with what the day is about", async () => {
    const text = await words(day({ groups: [group("now", sampleClocks)], late: 3, dueToday: 1 }));
    expect(text).toContain("Min dag onsdag 25 november 2026 3 saker är försenade.");
    expect(text).toContain("En sak ska bli klar i dag.");
  });

  test("is calm when nothing presses", async () => {
    const text = await words(day({ groups: [group("later", [sampleClock()])] }));
    expect(text).toContain("Inget är försenat och inget måste bli klart i dag.");
  });

  test("counts what is late by the whole day, not by what is shown of it", async () => {
    const late = sampleClock({ daysLeft: -3 });
    const text = await words(day({ groups: [group("now", [late], 1)], late: 2 }));
    expect(text).toContain("2 saker är försenade.");
  });

  test("leaves empty groups out and says how many more there are", async () => {
    const groups = [group("now", []), group("later", [sampleClock()], 4)];
    const text = await words(day({ groups }));
    expect(text).not.toMatch(/\bNu \d/u);
    expect(text).toContain("Senare 5");
    expect(text).toContain("Visa 4 till");
  });

  test("empty, says what will come and how to begin", async () => {
    const text = await words(day());
    expect(text).toContain("Här visas det du ska göra");
    expect(text).toContain("Ta emot en anmälan");
  });

  test("lists what was begun, by document and child", async () => {
    const draft = {
      draft: "00000000-0000-7000-8000-000000000009",
      akt: "00000000-0000-7000-8000-000000000008",
      matter: "00000000-0000-7000-8000-000000000007",
      child: samplePerson(2),
      document: "note",
      item: null,
      changedAt: "2026-11-24T15:00:00.000Z",
    };
    const html = await drawn(day({ drafts: [draft] }));
    expect(wordsOf(html)).toContain("Påbörjat 1 Anteckning, ändrat i går Elmer Exempelsson");
    expect(html).toContain(`href="/child/${draft.akt}/${draft.matter}/act/note.sign"`);
    const basis = { ...draft, document: "decision-basis" };
    expect(await drawn(day({ drafts: [basis] }))).toContain(
      `href="/child/${draft.akt}/${draft.matter}/document/decision-basis"`,
    );
  });

  test("tells of matters without a caseworker only to those who may allocate", async () => {
    const answer = day({ unassigned: 2 });
    expect(await words(answer)).not.toContain("saknar handläggare");
    const manager = { ...me, actions: [...me.actions, "unit.allocate"] };
    expect(await words(answer, manager)).toContain("2 ärenden saknar handläggare. Fördela");
  });
});

test("filters keep what their words say", () => {
  const late = sampleClock({ daysLeft: -1, severity: "C" });
  const statutory = sampleClock({ daysLeft: 3, severity: "B" });
  expect([late, statutory].filter((clock) => shows("late", clock))).toEqual([late]);
  expect([late, statutory].filter((clock) => shows("statutory", clock))).toEqual([statutory]);
  expect([late, statutory].filter((clock) => shows("all", clock))).toEqual([late, statutory]);
});
