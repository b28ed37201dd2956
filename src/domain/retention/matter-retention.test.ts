import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { isDue } from "../../rules/retention.ts";
import type { AktState } from "../akt-state.ts";
import {
  basisContent,
  Chain,
  child,
  father,
  id,
  manager,
  mother,
  reportData,
} from "../testing/chain.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import { communicated, decision, decisionData, document } from "../testing/story.ts";
import { retentionOfMatters } from "./matter-retention.ts";

const { law } = readSpecForTests();
const born = plainDate("2014-02-17");
const setting = { municipality: "0480", birthDate: born };

/** An investigation that was closed on 20 May 2026, and its matter on 1 December. */
function investigated(): AktState {
  const chain = communicated();
  chain.must("party.answer", "2026-05-13T10:00", {
    data: { party: [father], position: "agrees", text: "Ja." },
  });
  chain.must("basis.sign", "2026-05-20T09:00", { ids: { document }, content: basisContent });
  chain.must("decision.make", "2026-05-20T10:00", {
    by: manager,
    ids: { decision },
    data: { ...decisionData, decidedAt: "2026-05-20T10:00" },
  });
  chain.must("investigation.close", "2026-05-20T11:00", {
    data: { result: "granted", reason: "Se beslut." },
  });
  chain.must("decision.notify", "2026-05-21T11:00", {
    ids: { decision },
    data: { to: [mother, father], receivedOn: "2026-05-21", appealInfo: true },
  });
  chain.must("measure.end", "2026-12-01T10:00", {
    ids: { measure: decision },
    data: { reason: "goals-reached" },
  });
  chain.must("matter.close", "2026-12-01T11:00", { data: { reason: "Insatsen är avslutad." } });
  return stateOf(chain);
}

/** Another akt of the same child, of a record that was joined: a report that was not opened on a day. */
function notOpened(day: string, decided = true): AktState {
  const [akt, report] = [id(800), id(801)];
  const chain = new Chain("2014-02-17");
  chain.must("akt.create", `${day}T10:05`, { ids: { person: child } });
  chain.must("report.receive", `${day}T10:05`, {
    ids: { report },
    data: reportData,
  });
  if (decided) {
    chain.must("protection.assess", `${day}T14:00`, {
      ids: { report },
      data: { assessedAt: `${day}T14:00`, outcome: "no-immediate-need", reasons: "Trygg." },
    });
    chain.must("investigation.not-open", `${day}T15:00`, {
      by: manager,
      ids: { report },
      data: {
        outcome: "not-open",
        decidedAt: `${day}T15:00`,
        notOpenReason: "no-measure",
        reason: "Skolan har en plan.",
        risk: "Låg.",
      },
      reasons: { "A-07": "Prövat.", "A-10": "Prövat." },
    });
  }
  const state = stateOf(chain);
  const [matter] = Object.values(state.matters);
  if (matter === undefined) throw new Error("no matter");
  return { ...state, akt, matters: { [id(802)]: { ...matter, matter: id(802) } } };
}

function stateOf({ state }: Chain): AktState {
  if (state === undefined) throw new Error("no akt");
  return state;
}

function told(akter: readonly AktState[], today: string) {
  const on = plainDate(today);
  const found = retentionOfMatters(law, akter, { ...setting, today: on });
  return [...found.values()].map((each) => [each.rule?.row.id, each.earliest, isDue(each, on)]);
}

describe("how long the matters of a child are kept", () => {
  test("an investigation until the child is thirty (M-06), to the day", () => {
    const own = investigated();
    expect(told([own], "2044-02-16")).toEqual([["M-06", "2044-02-17", false]]);
    expect(told([own], "2044-02-17")).toEqual([["M-06", "2044-02-17", true]]);
  });

  test("counts from the last entry about the child, in whichever of the joined akter it stands", () => {
    const other = notOpened("2026-03-02");
    expect(told([other], "2031-05-20")).toEqual([["M-05", "2031-03-02", true]]);
    expect(told([other, investigated()], "2031-11-30")[0]).toEqual(["M-05", "2031-12-01", false]);
    expect(told([other, investigated()], "2031-12-01")).toEqual([
      ["M-05", "2031-12-01", true],
      ["M-06", "2044-02-17", false],
    ]);
  });

  test("holds everything while something goes on in a joined akt", () => {
    const running = notOpened("2026-03-02", false);
    const due = told([investigated(), running], "2060-01-01").map((each) => each.at(-1));
    expect(due).toEqual([false, false]);
  });

  test("holds everything while somebody who asked for documents has no answer", () => {
    const [on, answeredOn] = [plainDate("2026-03-05"), plainDate("2026-03-09")];
    const by = { seq: 9, by: manager.staff, outcome: "granted", on: answeredOn };
    const request = { disclosure: id(803), seq: 8, on, kind: "party", by: [child] };
    const asked = (decided: object) => {
      const state = notOpened("2026-03-02");
      const matters = Object.entries(state.matters).map(([name, matter]) => [
        name,
        { ...matter, disclosures: [{ ...request, ...decided }] },
      ]);
      return told([{ ...state, matters: Object.fromEntries(matters) }], "2032-01-01")[0]?.at(-1);
    };
    expect([asked({}), asked({ decided: by })]).toEqual([false, true]);
  });
});
