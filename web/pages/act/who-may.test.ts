import { plainDate } from "../../../src/kernel/plain-date.ts";
import { describe, expect, test } from "vitest";
import type { RecordingRule } from "../../../src/spec/recording-types.ts";
import type { Code, Pack } from "../../../src/spec/types.ts";
import { actsFor, decidersOf, decisionMade, type StaffAnswer } from "./who-may.ts";

const text = (sv: string) => ({ sv, en: sv });
const code = (id: string): Code => ({ id, label: text(id) });
const everyday: RecordingRule = {
  id: "everyday",
  roles: ["assistant", "caseworker"],
  ask: text("Be någon."),
  acts: ["home-visit.made", "note.sign"],
};
const decisions: RecordingRule = {
  id: "decisions",
  roles: ["caseworker"],
  qualified: true,
  ask: text("Be en handläggare."),
  acts: [],
  decisions: { "urgent-care.decided": "lvu-urgent-care" },
};
const pack: Pack = {
  manifest: {
    id: "test",
    version: "1",
    extends: null,
    name: text("test"),
    validFrom: plainDate("2025-01-01"),
    licence: "EUPL-1.2",
    source: text("test"),
  },
  instruments: [],
  beside: [],
  sides: [],
  areas: [],
  factors: [],
  documents: {},
  codelists: {
    "act-kind": {
      id: "act-kind",
      name: text("Händelse"),
      codes: [code("home-visit.made"), code("urgent-care.decided")],
    },
  },
  variables: [],
  process: { steps: [], acts: [] },
  letters: { audiences: [], letters: {} },
  recording: [everyday, decisions],
  texts: { sv: {}, en: {} },
  maps: [],
};
const unit = { id: "01900000-0000-7000-8000-000000000301", name: "Utredning" };
const row = (id: string, role: string, qualified: boolean, of: typeof unit | null = unit) => ({
  id,
  name: id,
  role,
  qualified,
  unit: of,
});
const answer: StaffAnswer = {
  staff: [
    row("per", "assistant", false),
    row("mira", "caseworker", true),
    row("carina", "unit-manager", true),
    row("gunnel", "unit-manager", true, { ...unit, id: "other" }),
    row("utskottet", "committee", false, null),
  ],
  decisions: ["care-outside-home", "care-outside-home.residential-care", "open-investigation"],
  rights: [
    { role: "caseworker", qualified: true, decides: ["care-outside-home.residential-care"] },
    { role: "unit-manager", qualified: true, decides: ["open-investigation"] },
    {
      role: "committee",
      qualified: false,
      decides: ["care-outside-home", "care-outside-home.residential-care"],
    },
  ],
};
const me = (staff: string, role: string, qualified: boolean) => ({ staff, role, qualified, unit });
const mira = me("mira", "caseworker", true);
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("the acts of the form", () => {
  test("are those one may record; of the others it says whom to ask", () => {
    const assistants = actsFor(pack, { role: "assistant", qualified: false });
    const codes = assistants.pack.codelists["act-kind"]?.codes ?? [];
    expect(ids(codes)).toEqual(["home-visit.made"]);
    expect(assistants.others).toEqual([
      { ask: text("Be en handläggare."), acts: [text("urgent-care.decided")] },
    ]);
  });

  test("are all of them for a qualified caseworker", () => {
    const { pack: own, others } = actsFor(pack, mira);
    expect(own.codelists["act-kind"]?.codes).toEqual(pack.codelists["act-kind"]?.codes);
    expect(others).toEqual([]);
  });
});

describe("who decides", () => {
  test("is oneself where one has the right, or a body; else the page says whom to ask", () => {
    const opening = decidersOf(answer, mira, "open-investigation");
    expect([ids(opening.offered), ids(opening.ask)]).toEqual([[], ["carina"]]);
    const carina = decidersOf(answer, me("carina", "unit-manager", true), "open-investigation");
    expect([ids(carina.offered), ids(carina.ask)]).toEqual([["carina"], []]);
  });

  test("follows the form of a placement before placements at all", () => {
    const residential = decidersOf(answer, mira, "care-outside-home.residential-care");
    expect(ids(residential.offered)).toEqual(["mira", "utskottet"]);
    const familyHome = decidersOf(answer, mira, "care-outside-home.family-home");
    expect(ids(familyHome.offered)).toEqual(["utskottet"]);
  });

  test("can be anybody who could decide something while the kind is not said", () => {
    expect(ids(decidersOf(answer, mira, undefined).offered)).toEqual(["mira", "utskottet"]);
  });
});

test("what is decided is told by the answers, else by the step", () => {
  const placement = { type: "care-outside-home", placementForm: "family-home" };
  const urgent = { kind: "urgent-care.decided" };
  expect(decisionMade(pack, "act.record", urgent, null)).toBe("lvu-urgent-care");
  expect(decisionMade(pack, "act.record", { kind: "home-visit.made" }, null)).toBeUndefined();
  expect(decisionMade(pack, "decision.make", placement, "")).toBe("care-outside-home.family-home");
  expect(decisionMade(pack, "decision.make", {}, "")).toBeUndefined();
  expect(decisionMade(pack, "investigation.open", {}, "open-investigation")).toBe(
    "open-investigation",
  );
});
