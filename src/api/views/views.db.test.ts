import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { childPage } from "../../contract/views/child-page.ts";
import type { chronology, chronologyEntry } from "../../contract/views/chronology.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
import type { readCatalogue } from "../../contract/followup/read-catalogue.ts";
import type { tableAnswer } from "../../contract/followup/make-table.ts";
import { inTenant } from "../../store/in-tenant.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type ChildPage = z.infer<typeof childPage.answer>;
type Chronology = z.infer<typeof chronology.answer>;
type Entry = z.infer<typeof chronologyEntry.answer>;
type Day = z.infer<typeof myDay.answer>;
type Unit = z.infer<typeof unitClocks.answer>;

let app: TestApp;
let demo: TestDemo;
const users = new Map<string, TestUser>();
const akter = new Map<string, string>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  for (const name of ["ylva", "jonatan", "mira", "carina", "per"]) {
    users.set(name, await signIn(app, demo, name));
  }
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ name: string; akt: string }>({
      text: "select p.given_name as name, a.akt from akt a join person p on p.tenant = a.tenant and p.person = a.person",
    }),
  );
  for (const { name, akt } of rows) akter.set(name, akt);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function read<T>(user: string, path: string): Promise<T> {
  const answer = await users.get(user)?.get<T>(path);
  expect(answer?.status, `${user} ${path}`).toBe(200);
  return answer?.body as T;
}
const child = (user: string, name: string) =>
  read<ChildPage>(user, `/api/v1/akt/${akter.get(name)}`);

describe("Min dag", () => {
  it("is ordered by legal risk, what has been missed and a child's safety first", async () => {
    const { groups, today } = await read<Day>("jonatan", "/api/v1/my-day");
    expect(today).toBe("2026-11-25");
    expect(groups.map(({ id }) => id)).toEqual(["now", "today", "week", "later", "waiting"]);
    const now = groups[0]?.clocks ?? [];
    // Reminders of good practice (C) come after both.
    expect(
      now
        .filter(({ severity }) => severity !== "C")
        .map(({ child: { name }, severity, status }) => `${severity} ${name} ${status}`),
    ).toEqual(["A Alve Sandelin open", "B Elmer Granvik missed"]);
    for (const group of groups) {
      const ranks = group.clocks.map(({ severity, target }) => `${severity} ${target}`);
      expect(ranks).toEqual(ranks.toSorted());
    }
    expect(groups[4]?.clocks.map(({ child: { name } }) => name)).toEqual([
      "Vidar Almroth",
      "Vidar Almroth",
    ]);
  });

  it("counts what is late without what others are to do", async () => {
    const { groups, late, dueToday } = await read<Day>("jonatan", "/api/v1/my-day?show=all");
    const own = groups.filter(({ id }) => id !== "waiting").flatMap(({ clocks }) => clocks);
    const left = own.map(({ daysLeft }) => daysLeft);
    expect(late).toBe(left.filter((days) => days < 0).length);
    expect(late).toBeGreaterThan(0);
    expect(dueToday).toBe(left.filter((days) => days === 0).length);
    expect(groups.every(({ more }) => more === 0)).toBe(true);
  });

  it("carries no reason, violence mark or text, whatever the matter is about", async () => {
    for (const scope of ["mine", "unit"]) {
      const answer = await users.get("mira")?.get(`/api/v1/my-day?scope=${scope}`);
      expect(answer?.response.payload).not.toMatch(/våld|violence|skrik|Barnahus|witnessed/iu);
    }
  });

  it("shows a colleague's protected child to nobody but the workers and the manager", async () => {
    const names = async (user: string) => {
      const { groups } = await read<Day>(user, "/api/v1/my-day?scope=unit&show=all");
      return new Set(groups.flatMap(({ clocks }) => clocks.map((clock) => clock.child.name)));
    };
    expect([...(await names("carina"))]).toContain("Signe Almroth");
    expect([...(await names("jonatan"))]).toContain("Signe Almroth");
    expect([...(await names("per"))].filter((name) => name.includes("Almroth"))).toEqual([]);
    expect([...(await names("per"))]).toContain("Elmer Granvik");
  });

  it("finds what somebody was writing, as far as it is still within reach", async () => {
    const { drafts } = await read<Day>("jonatan", "/api/v1/my-day");
    expect(drafts.map((draft) => `${draft.document} ${draft.child?.name}`).toSorted()).toEqual([
      "decision-basis Iris Fjällmo",
      "note Elmer Granvik",
    ]);
  });
});

describe("Enheten", () => {
  it("shows what nobody has, what waits for the manager, and who has how much", async () => {
    const unit = await read<Unit>("carina", "/api/v1/unit");
    expect(unit.unallocated.map((row) => row.child.name)).toEqual(["Alve Sandelin"]);
    expect(unit.toReview.map((row) => row.child.name)).toEqual(["Iris Fjällmo"]);
    expect(
      unit.toDecide.map((row) => `${row.child.name}: ${row.what.id} ${row.what.sv} ${row.what.en}`),
    ).toEqual(["Melker Fjällmo: decision.make Fatta beslut Make a decision"]);
    expect(unit.staff.map(({ name }) => name)).toEqual([
      "Carina Torpvall",
      "Fanny Ekeroth",
      "Jonatan Hedlid",
      "Mira Falkö",
      "Per Näslid",
    ]);
    expect(unit.matters.some((row) => row.child.name === "Nils Ekmark")).toBe(false);
  });
});

describe("the child's page", () => {
  it("says what can be done, what can't yet and by which section", async () => {
    const page = await child("mira", "Signe");
    const steps = new Map(page.matters[0]?.steps.map((step) => [step.command, step]));
    expect(steps.get("basis.sign")).toMatchObject({
      possible: true,
      missing: [],
      route: "basis.sign-basis",
    });
    const close = steps.get("investigation.close");
    expect(close?.possible).toBe(false);
    expect(
      close?.missing.filter(({ level }) => level === "law").map(({ ruleId }) => ruleId),
    ).toContain("B-02");
    expect(page.protection).toEqual({
      level: "secrecy-marking",
      whoMaySee: ["Mira Falkö", "Jonatan Hedlid", "Carina Torpvall"],
    });
  });

  it("says to an assistant which steps are somebody else's", async () => {
    const page = await child("per", "Elmer");
    const steps = page.matters[0]?.steps ?? [];
    expect(steps.find(({ command }) => command === "note.sign")?.possible).toBe(true);
    const fix = steps.find(({ command }) => command === "basis.fix");
    expect([fix?.possible, fix?.missing[0]?.sv]).toEqual([
      false,
      "Din roll ger inte rätt att göra det här.",
    ]);
  });

  it("has the child's own words, factors by area and how the child took part", async () => {
    const page = await child("jonatan", "Iris");
    expect(page.childsWords[0]).toMatchObject({
      text: "Jag vill att mamma ska väcka mig innan det är bråttom.",
    });
    for (const { source } of page.childsWords) expect(source.en).not.toBe(source.sv);
    expect(page.parties.map(({ relation }) => relation)).toContainEqual({
      id: "relation.guardian",
      sv: "vårdnadshavare",
      en: "guardian",
    });
    expect(page.areas).toHaveLength(12);
    expect(page.areas.find(({ area }) => area === "FF1")?.risk).toEqual(["ff1-irregular-routines"]);
    expect(page.matters[0]?.participation).toContainEqual({
      step: "investigate",
      code: "alone",
      source: {
        id: "participation.derived",
        sv: "enligt dokumenterade samtal",
        en: "by documented talks",
      },
    });
    expect(JSON.stringify(page)).not.toMatch(/score|level":\s*[0-9]/u);
  });

  it("has needs, goals and open measures, with what the latest follow-up said of each goal", async () => {
    const matter = (await child("mira", "Tilde")).matters.find(({ goals }) => goals.length > 0);
    const [need] = matter?.needs ?? [];
    expect([need?.area, need?.words]).toEqual([
      "BU3",
      "Tilde behöver någon vuxen som är till för henne",
    ]);
    const [goal] = matter?.goals ?? [];
    expect(goal).toMatchObject({
      need: need?.id,
      words: "Tilde sover minst sju timmar fem nätter av sju",
    });
    const [measure] = matter?.measures ?? [];
    expect(measure?.goals).toMatchObject([
      { goal: goal?.id, attainment: "4", childAttainment: "4" },
    ]);
    expect(measure).toMatchObject({ types: ["yac-75"], ended: { reason: "goals-reached" } });
    const vidar = (await child("mira", "Vidar")).matters.find(({ measures }) => measures[0]);
    const steps = vidar?.steps.filter(({ command }) => command === "implementation-plan.make");
    expect(steps?.map(({ ids }) => ids)).toEqual([{ measure: vidar?.measures[0]?.measure }]);
  });

  it("reads the earlier matters too for who works with a running one, and only them", async () => {
    expect((await child("jonatan", "Elmer")).matters).toHaveLength(2);
    expect((await child("ylva", "Elmer")).matters).toHaveLength(1);
  });

  it("gives an assistant neither health nor reporter", async () => {
    const page = await child("per", "Elmer");
    const data = page.matters
      .flatMap(({ reports }) => reports.map((report) => Object.keys(report.data)))
      .flat();
    expect(data.filter((field) => field.startsWith("reporter"))).toEqual([]);
    const person = await users
      .get("per")
      ?.get<{ withheld: string[] }>(`/api/v1/persons/${page.person}`);
    expect(person?.body.withheld.toSorted()).toEqual(["health", "reporter"]);
  });
});

describe("the chronology", () => {
  it("is sentences with sources, newest first, page by page", async () => {
    const { lines, cursor } = await read<Chronology>(
      "jonatan",
      `/api/v1/akt/${akter.get("Elmer")}/chronology`,
    );
    expect(cursor).toBeNull();
    const places = lines.map(({ on, seq }) => `${on} ${String(seq).padStart(6, "0")}`);
    expect(places).toEqual(places.toSorted().toReversed());
    expect(lines.find(({ type }) => type === "investigation.opened")).toMatchObject({
      sv: "Utredning inleddes genom beslut av Gunnel Ahlmark.",
      by: "Gunnel Ahlmark",
    });
    const talks = await read<Chronology>(
      "jonatan",
      `/api/v1/akt/${akter.get("Elmer")}/chronology?kind=talk.signed`,
    );
    expect(talks.lines.map(({ type }) => type)).toEqual([
      "talk.signed",
      "talk.signed",
      "talk.signed",
    ]);
  });

  it("never names a shielded reporter but to the worker and the manager, in the entry itself", async () => {
    const akt = akter.get("Elmer");
    const { lines } = await read<Chronology>(
      "jonatan",
      `/api/v1/akt/${akt}/chronology?kind=report.received`,
    );
    const first = lines.at(-1)?.seq;
    expect(JSON.stringify(lines)).not.toContain("Axelgård");
    const worker = await read<Entry>("ylva", `/api/v1/akt/${akt}/chronology/${first}`);
    expect(worker.data["reporterName"]).toBe("Sune Axelgård");
    const colleague = await read<Entry>("jonatan", `/api/v1/akt/${akt}/chronology/${first}`);
    expect(colleague.data["reporterName"]).toBeUndefined();
    expect(colleague.data["reporterKind"]).toBe("neighbour-private");
    for (const user of ["ylva", "jonatan", "carina", "per"]) {
      const page = await users.get(user)?.get(`/api/v1/akt/${akt}`);
      expect(page?.response.payload, user).not.toContain("Axelgård");
    }
  });

  it("is refused where the akt is out of reach", async () => {
    const answer = await users.get("ylva")?.get(`/api/v1/akt/${akter.get("Iris")}/chronology/1`);
    expect([answer?.status, ...(answer?.problems ?? [])]).toEqual([403, "access.not-yours"]);
  });
});

describe("follow-up", () => {
  it("answers the manager with counts, and a file of the same", async () => {
    const { variables } = await read<z.infer<typeof readCatalogue.answer>>(
      "carina",
      "/api/v1/followup/catalogue",
    );
    expect(variables.find(({ id }) => id === "AKT-03")?.fill?.n).toBe(27);
    const query = { rows: "AKT-03" };
    const table = await users
      .get("carina")
      ?.post<z.infer<typeof tableAnswer>>("/api/v1/followup/make-table", query);
    expect(table?.body.n).toBe(27);
  });
});
