import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFollowupSettings } from "../../followup/read-settings.ts";
import { openPools, type Pools } from "../../store/pools.ts";
import { loadSpecification, SPEC_DIRECTORY } from "../../store/specification.ts";
import { withClient } from "../../store/postgres/connection.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import { openTestDatabase, type TestDatabase } from "../../store/testing/database.ts";
import type { FileReport } from "../check-files.ts";
import { parts } from "./mapping/left.ts";
import { replayCase } from "./replay-case.ts";
import { eventOf, smallCase, type CaseJson } from "./testing/small-case.ts";
import type { ReplaySpec } from "./world.ts";

let database: TestDatabase;
let pools: Pools;
let spec: ReplaySpec;

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.connections);
  spec = {
    specification: valueOf(await loadSpecification()),
    followup: valueOf(readFollowupSettings(SPEC_DIRECTORY)),
  };
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

async function replay(name: string, text: string): Promise<FileReport> {
  return valueOf(await replayCase(name, text, () => Promise.resolve(pools), spec));
}

/** The report of the small case after a change. */
function replaySmall(change: (json: CaseJson) => void = () => undefined): Promise<FileReport> {
  const json = smallCase();
  change(json);
  return replay("small.json", JSON.stringify(json));
}

/** Events of every board whose body has these words, as the administrator sees them. */
async function eventsWith(words: string): Promise<number> {
  const { rowCount } = await withClient(database.connections.admin, (client) =>
    client.query("select 1 from event where body like $1", [`%${words}%`]),
  );
  return rowCount ?? 0;
}

/** What waits for parts that are being made. */
const stillOut: Readonly<Record<string, readonly string[]>> = {
  "05-ensamkommande-flytt-18": ["/expected/warnings/2"],
};

describe("the acceptance cases", () => {
  test.each([
    ["01-syskon-tva-lagar", 256],
    ["02-tre-syskon-skyddad-adress", 204],
    ["03-lvu-over-jul", 91],
    ["04-familjehem-sammanbrott", 91],
    ["05-ensamkommande-flytt-18", 94],
  ])("%s agrees wherever it is compared", async (name, count) => {
    const url = new URL(`../../../e2e/cases/${name}.json`, import.meta.url);
    const text = readFileSync(fileURLToPath(url), "utf8");
    const report = await replay(`${name}.json`, text);
    expect(report.differs).toEqual([]);
    expect([report.checked, report.agreed]).toEqual([count, count]);
    // Nothing is left out but what belongs to the parts that are not made.
    const others = report.notCovered.filter(
      ({ reason }) => !Object.values(parts).some((part) => reason.startsWith(`${part}: `)),
    );
    expect(others.map(({ path }) => path)).toEqual(stillOut[name] ?? []);
  });
});

describe("what a party may see", () => {
  test("is searched in the copies and letters made for it", async () => {
    const url = new URL("../../../e2e/cases/02-tre-syskon-skyddad-adress.json", import.meta.url);
    const json = JSON.parse(readFileSync(fileURLToPath(url), "utf8")) as CaseJson;
    const item = { kind: "field", ref: "skola", path: "name" };
    const canary = (viewer: string, words: string) => ({
      viewer,
      may: false,
      item,
      ruleId: "O-11",
      canary: words,
    });
    const talk = { may: false, item: { kind: "event", ref: "talk-v1" }, ruleId: "O-06" };
    const visibility = [
      canary("robert", "Norrängsskolan"),
      canary("karin", "Norrängsskolan"),
      canary("robert", "räknade till hundrafyra"),
      { viewer: "statistics-export", may: false, item, ruleId: "BAK-11" },
      { viewer: "statistics-export", may: false, item, ruleId: "BAK-01" },
      ...["ass", "mira", "nobody"].map((viewer) => ({ ...talk, viewer })),
    ];
    const report = await replay("2", JSON.stringify({ ...json, expected: { visibility } }));
    const differs = report.differs.filter(({ path }) => path.startsWith("/expected/visibility"));
    expect(differs.map(({ path }) => path)).toEqual([
      "/expected/visibility/1",
      "/expected/visibility/4",
      "/expected/visibility/6",
    ]);
    const nobody = { path: "/expected/visibility/7", reason: "the case has no person nobody" };
    expect(report.notCovered).toContainEqual(nobody);
  });
});

describe("a small case", () => {
  test("agrees, and nothing of it is left out", async () => {
    expect(await replaySmall()).toEqual({
      file: "small.json",
      checked: 8,
      agreed: 8,
      differs: [],
      notCovered: [],
      noted: [],
    });
  });

  test("gives the same report each time it is played", async () => {
    expect(await replaySmall()).toEqual(await replaySmall());
  });

  test("tells every field of a deadline that differs", async () => {
    const report = await replaySmall(({ expected }) => {
      Object.assign(expected["deadlines"]?.[0] ?? {}, {
        nominal: "2026-03-17",
        status: "late",
        metEvent: "prot",
      });
    });
    expect(report).toMatchObject({ checked: 8, agreed: 7 });
    expect(report.differs).toEqual([
      { path: "/expected/deadlines/0/nominal", expected: "2026-03-17", actual: "2026-03-16" },
      { path: "/expected/deadlines/0/status", expected: "late", actual: "met" },
      { path: "/expected/deadlines/0/metEvent", expected: "prot", actual: "no" },
    ]);
  });

  test("tells a deadline that no clock was started for", async () => {
    const report = await replaySmall(({ expected }) => {
      Object.assign(expected["deadlines"]?.[0] ?? {}, { fromEvent: "prot" });
    });
    expect(report.differs).toEqual([
      { path: "/expected/deadlines/0", expected: "A-04", actual: null },
    ]);
  });

  test("tells a variable in the words of the case", async () => {
    const report = await replaySmall(({ expected }) => {
      const values = { "BAK-02": 11, "AKT-03": "polis", "AKT-16": "inleda", "UTR-02": { days: 3 } };
      Object.assign(expected["variables"]?.[0] ?? {}, { values });
    });
    expect(report.differs).toEqual([
      { path: "/expected/variables/0/values/BAK-02", expected: 11, actual: 12 },
      { path: "/expected/variables/0/values/AKT-03", expected: "polis", actual: "skola" },
      { path: "/expected/variables/0/values/AKT-16", expected: "inleda", actual: "inte inleda" },
      { path: "/expected/variables/0/values/UTR-02/days", expected: 3, actual: null },
    ]);
  });

  test("tells an attempt that the product lets through, and undoes it", async () => {
    const note = { kind: "note.written", matters: ["alva-1"], data: { text: "Släpps igenom." } };
    const report = await replaySmall(({ expected }) => {
      const [blocked = {}] = expected["blocked"] ?? [];
      expected["blocked"] = [{ ...blocked, attempt: note, ruleId: "M-03" }];
    });
    expect(report.differs).toEqual([
      {
        path: "/expected/blocked/0",
        expected: ["M-03"],
        actual: [{ refused: false, stored: true, problems: [] }],
      },
    ]);
    expect(await eventsWith("Släpps igenom")).toBe(0);
    expect(await eventsWith("Skolan berättar")).toBeGreaterThan(0);
  });

  test("tells an attempt that is refused for another reason", async () => {
    const report = await replaySmall(({ expected }) => {
      Object.assign(expected["blocked"]?.[0] ?? {}, { ruleId: "C-01" });
    });
    expect(report.differs).toMatchObject([
      { path: "/expected/blocked/0", expected: ["C-01"], actual: [{ refused: true }] },
    ]);
  });

  test("tells an event that is refused, and leaves out what needs it", async () => {
    const report = await replaySmall((json) => {
      json.expected = {};
      const opened = { report: "rep", decider: "per", reason: "Oro." };
      json.timeline[2] = eventOf("no", "2026-03-09T09:00", "investigation.opened", opened);
      const linked = { report: "rep", investigation: "no" };
      json.timeline.push(eventOf("link", "2026-03-10T09:00", "report.linked", linked));
    });
    expect(report).toMatchObject({
      checked: 2,
      agreed: 0,
      differs: [
        {
          path: "/timeline/2",
          expected: "carried out",
          actual: [{ id: "delegation.role-decides-nothing", pointer: "/ids/decider" }],
        },
        // The report waits for its decision, which the case does not list as a breach.
        { path: "/expected/violations", actual: "A-04 in alva-1 at rep" },
      ],
      notCovered: [{ path: "/timeline/3", reason: "report.linked needs no, which is refused" }],
    });
  });

  test("notes a warning the case does not have, and leaves out one the product does not give", async () => {
    const report = await replaySmall(({ expected }) => {
      expected["warnings"] = [
        { ruleId: "A-07", event: "no" },
        { ruleId: "A-12", event: "rep" },
        { ruleId: "A-03", event: "prot" },
        { ruleId: "F-10", at: "2026-03-20" },
      ];
    });
    expect(report.differs).toEqual([]);
    expect(report.notCovered).toEqual([
      {
        path: "/expected/warnings/1",
        reason: "A-12: the product has no warning of this rule at report.received",
      },
      {
        path: "/expected/warnings/2",
        reason:
          "A-03: the law's own condition for a warning was not met at prot; the product shows no other",
      },
      {
        path: "/expected/warnings/3",
        reason: "placement: no clock of F-10 runs that could warn on a day",
      },
    ]);
    expect(report.noted).toEqual([{ path: "/timeline/2", reason: "the product also tells A-10" }]);
  });

  test("compares a warning on a day with the clocks that run then", async () => {
    const report = await replaySmall(({ expected }) => {
      expected["warnings"]?.push({ ruleId: "A-04", at: "2026-03-08" });
      expected["warnings"]?.push({ ruleId: "A-04", at: "2026-03-09" });
    });
    const path = "/expected/warnings/3";
    expect(report.differs).toEqual([{ path, expected: "A-04 on 2026-03-09", actual: null }]);
    expect(report).toMatchObject({ checked: 10, agreed: 9, notCovered: [] });
  });

  test("is refused where one of its persons cannot be registered", async () => {
    const json = smallCase();
    const [child] = json["persons"] as { idNumber: object }[];
    Object.assign(child ?? {}, { idNumber: { kind: "personnummer", value: "20140217-9815" } });
    const text = JSON.stringify(json);
    const refused = await replayCase("small.json", text, () => Promise.resolve(pools), spec);
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        { pointer: "/persons/0", params: { reason: "identity.check-digit" } },
        { pointer: "/relations/0", params: { reason: "person.not-found" } },
      ],
    });
  });

  test("says of a breach that the case lists and the product does not show", async () => {
    const report = await replaySmall(({ expected }) => {
      expected["violations"] = [{ ruleId: "A-04", for: "alva", event: "no" }];
    });
    expect(report.differs).toEqual([
      { path: "/expected/violations/0", expected: "A-04", actual: null },
    ]);
  });
});
