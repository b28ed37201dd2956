import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { MatterState } from "../../domain/akt-state.ts";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { knownStatements } from "../../store/statement.ts";
import { elmer, elmersAkt, elmersGuardians } from "../testing/case-elmer.ts";
import {
  changeOf,
  openFollowupDatabase,
  type FollowupDatabase,
} from "../testing/followup-database.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { aktOf, day, id, matterOf, personOf, reportOf } from "../testing/states.ts";
import { followupProjector } from "./projector.ts";

const { pack } = readSpecForTests();
let database: FollowupDatabase;

beforeAll(async () => {
  database = await openFollowupDatabase();
});

afterAll(() => database.close());

const family = { state: elmersAkt, child: elmer, guardians: elmersGuardians };

/** The code of a column of the rows of an akt, in the order of the days. */
async function codes(column: string, codelist: string, akt = family.state.akt) {
  const rows = await database.admin<{ code: string }>(`
    select coalesce(c.code, r.${column}::text) as code
    from followup.akt r
    join followup_key k on k.tenant = r.tenant and k.row_key = r.row_key and k.akt = '${akt}'
    left join followup.code c
      on c.tenant = r.tenant and c.codelist = '${codelist}' and c.number = r.${column}
    order by r.arrived_on`);
  return rows.map((row) => row.code);
}

function written(): Promise<{ key: string; xmin: string }[]> {
  return database.admin(`
    select row_key::text as key, xmin::text as xmin from followup.akt
    union all select row_key::text, xmin::text from followup.utr
    union all select row_key::text, xmin::text from followup.bes order by 1`);
}

describe("the rows of an akt", () => {
  test("are written with their choices and guardians", async () => {
    await database.project(family);
    expect(await codes("akt_13", "participation")).toEqual([
      "guardian-refused",
      "guardian-present",
      "-1",
    ]);
    expect(await codes("bak_02", "")).toEqual(["11", "11", "12"]);
    const chosen = await database.admin(`
      select v.code as variable, coalesce(c.code, p.code::text) as code, p.place
      from followup.choice p
      join followup.utr r on r.tenant = p.tenant and r.row_key = p.row_key
      join followup.code v on v.codelist = 'variable' and v.number = p.variable
      left join followup.code c on c.codelist = 'area' and c.number = p.code
      where v.code = 'UTR-36' and r.closed_on < 'infinity' order by p.place`);
    expect(chosen).toEqual([
      { variable: "UTR-36", code: "FF3", place: 1 },
      { variable: "UTR-36", code: "BU3", place: 2 },
      { variable: "UTR-36", code: "BU2", place: 3 },
    ]);
    const guardians = await database.admin(`
      select g.row_kind, count(*)::int as n, min(g.utr_40)::text as first
      from followup.guardian g group by 1 order by 1`);
    expect(guardians).toEqual([
      { row_kind: "akt", n: 6, first: "0001-01-04" },
      { row_kind: "avs", n: 2, first: "0001-01-04" },
      { row_kind: "bes", n: 2, first: "0001-01-04" },
      { row_kind: "utr", n: 4, first: "0001-01-01" },
    ]);
  });

  test("hold no id of a person, a matter or a thing of it", async () => {
    const ids = [family.state.akt, elmer.person, ...elmersGuardians.map((each) => each.person)];
    const things = Object.values(family.state.matters).flatMap((matter) => [
      matter.matter,
      ...matter.reports.map((report) => report.report),
      ...matter.decisions.map((made) => made.decision),
    ]);
    const tables = ["akt", "utr", "bes", "guardian", "choice", "code"].map(
      (table) => `select to_jsonb(t)::text as row from followup.${table} t`,
    );
    const rows = await database.admin<{ row: string }>(tables.join(" union all "));
    const all = rows.map(({ row }) => row).join("\n");
    expect([...ids, ...things].filter((each) => all.includes(each))).toEqual([]);
  });

  test("are not written again when nothing of theirs has changed", async () => {
    const before = await written();
    await database.project(family);
    expect(await written()).toEqual(before);
  });

  test("keep their key when they change, and the others stay as they are", async () => {
    const before = await written();
    const state = { ...elmersAkt, matters: { ...elmersAkt.matters } };
    const last = state.matters[id("elmer-3")];
    if (last === undefined) throw new Error("no matter");
    state.matters[id("elmer-3")] = withProtection(last, "immediate-action");
    await database.project({ ...family, state });
    expect((await codes("akt_12", "protection-outcome")).at(-1)).toBe("immediate-action");
    const after = await written();
    expect(after.map((row) => row.key)).toEqual(before.map((row) => row.key));
    expect(after.filter((row, at) => row.xmin !== before[at]?.xmin)).toHaveLength(1);
    await database.project(family);
  });

  test("of other matters change too when an earlier report is registered late", async () => {
    const late = matterOf("late", "2026-08-01", {
      reports: [reportOf("late report", "2026-08-01T09:00", { kind: "report" })],
    });
    const state = { ...elmersAkt, matters: { ...elmersAkt.matters, [late.matter]: late } };
    expect((await codes("akt_10", "")).at(-1)).toBe("0");
    await database.project({ ...family, state });
    expect((await codes("akt_10", "")).at(-1)).toBe("1");
    await database.project(family);
    expect(await codes("akt_10", "")).toEqual(["0", "1", "0"]);
  });

  test("that no longer follow from the state are gone with all of theirs", async () => {
    const [first] = Object.values(elmersAkt.matters);
    if (first === undefined) throw new Error("no matter");
    await database.project({ ...family, state: aktOf("elmer", [first]) });
    expect(await written()).toHaveLength(1);
    const left = await database.admin(`
      select (select count(*) from followup_key)::int as keys,
        (select count(*) from followup.guardian)::int as guardians,
        (select count(distinct row_key) from followup.choice)::int as chosen`);
    expect(left).toEqual([{ keys: 1, guardians: 2, chosen: 1 }]);
    await database.project(family);
  });
});

function withProtection(matter: MatterState, outcome: string): MatterState {
  const reports = matter.reports.map((report) =>
    report.protection === undefined
      ? report
      : { ...report, protection: { ...report.protection, outcome } },
  );
  return { ...matter, reports };
}

describe("what comes into the rows", () => {
  const child = personOf("stranger", "2015-05-05", { legalSex: "somebody's words" });
  const words = matterOf("words", "2026-05-01", {
    unit: id("unit"),
    reports: [
      reportOf("words report", "2026-05-01T09:00", {
        kind: "report",
        reporterKind: "the neighbour in number 7",
        reasons: ["school", "what the neighbour said"],
        violence: ["something written"],
      }),
    ],
  });
  const stranger = { state: aktOf("stranger", [words]), child, guardians: [] };

  test("is codes of the pack only: other text counts as unknown", async () => {
    await database.project(stranger);
    expect(await codes("akt_03", "reporter-kind", stranger.state.akt)).toEqual(["-2"]);
    expect(await codes("bak_01", "legal-sex", stranger.state.akt)).toEqual(["-2"]);
    const known = await database.admin<{ code: string }>(
      "select code from followup.code where code like '% %'",
    );
    expect(known).toEqual([]);
    const chosen = await database.admin<{ code: string }>(`
      select coalesce(c.code, p.code::text) as code from followup.choice p
      join followup_key k on k.tenant = p.tenant and k.row_key = p.row_key
      join followup.code v on v.codelist = 'variable' and v.number = p.variable
      left join followup.code c on c.codelist = 'reason' and c.number = p.code
      where k.akt = '${stranger.state.akt}' and v.code in ('AKT-06', 'AKT-08') order by v.code`);
    expect(chosen.map((row) => row.code)).toEqual(["school", "-2"]);
  });

  test("knows the unit, and the pack it was written with", async () => {
    const rows = await database.admin(`
      select u.code as unit, s.code as spec from followup.akt r
      join followup_key k on k.row_key = r.row_key and k.akt = '${stranger.state.akt}'
      join followup.code u on u.codelist = 'unit' and u.number = r.unit
      join followup.code s on s.codelist = 'spec' and s.number = r.spec`);
    expect(rows).toEqual([{ unit: id("unit"), spec: "0".repeat(64) }]);
  });

  test("is from a later pack too, whose new columns are not there yet", async () => {
    const [first] = pack.variables.filter((variable) => variable.id === "AKT-07");
    if (first === undefined) throw new Error("no variable");
    const later = {
      ...pack,
      variables: [
        ...pack.variables.filter((variable) => variable.id !== "AKT-20"),
        { ...first, id: "AKT-99", column: "akt_99" },
      ],
    };
    const moved = { ...stranger, state: aktOf("stranger", [{ ...words, unit: id("unit 2") }]) };
    await database.project(moved, { pack: later, packDigest: "1".repeat(64) });
    expect(await codes("akt_20", "report-meeting", stranger.state.akt)).toEqual(["-1"]);
  });
});

describe("the numbers of codes", () => {
  test("are forgotten when the transaction that gave them is rolled back", async () => {
    const fresh = await openFollowupDatabase();
    try {
      const project = followupProjector({
        randomBytes: (length) => new Uint8Array(length).fill(9),
        settings: shippedSettings(),
      });
      const change = changeOf(family, fresh.tenant, pack);
      const failing = inTenant(fresh.pools.app, fresh.tenant, async (tx) => {
        await project(tx, change.akt)({ ...change, state: aktOf("elmer", []) });
        throw new Error("the command is refused");
      });
      await expect(failing).rejects.toThrow("the command is refused");
      expect(await fresh.admin("select count(*)::int as n from followup.code")).toEqual([{ n: 0 }]);
      const one = matterOf("one", "2026-01-07", {
        reports: [reportOf("one report", "2026-01-07T09:00", { kind: "report" })],
        closedOn: day("2026-02-01"),
      });
      await fresh.inBoard((tx) =>
        project(tx, change.akt)({ ...change, state: aktOf("elmer", [one]) }),
      );
      const [row] = await fresh.admin<{ code: string }>(`
        select c.code from followup.akt r
        join followup.code c on c.codelist = 'report-kind' and c.number = r.akt_01`);
      expect(row).toEqual({ code: "report" });
    } finally {
      await fresh.close();
    }
  });
});

describe("a large archive", () => {
  // So few that reading them all seems cheap beside an unknown number of look-ups; of more it would not.
  const size = 2_500;

  test("is not read when the rows of one akt are written", async () => {
    await database.project({ ...family, guardians: [] });
    await database.project(family);
    await database.admin(`
      insert into followup.guardian (tenant, guardian, row_key, row_kind)
      select ${database.tenant}, 1, n, kind
      from generate_series(1, ${size}) n, unnest(array['akt', 'utr', 'bes']) kind;
      insert into followup.choice (tenant, variable, row_key, code, place)
      select ${database.tenant}, variable, n, 1, 1
      from generate_series(1, ${size}) n, generate_series(1, 3) variable`);
    await database.admin("vacuum analyze followup.guardian, followup.choice");
    for (const kind of ["akt", "utr", "bes"]) {
      expect([kind, await blocksRead(`followup-rows-${kind}-known-2`)]).toEqual([
        kind,
        expect.toSatisfy(few),
      ]);
    }
  });

  const anyOf: Readonly<Record<string, string>> = {
    bytea: "sha256('')",
    bigint: "77",
    date: "'2026-01-01'",
    smallint: "1",
    "smallint[]": "'{1}'",
    integer: "1",
    "timestamp without time zone": "'2026-01-01'",
    uuid: "'00000000-0000-7000-8000-000000000077'",
  };

  const few = (blocks: number) => blocks > 0 && blocks < 100;

  /** The most blocks that a part of a statement touches for one key, by its plan for any parameters. */
  async function blocksRead(name: string): Promise<number> {
    const text = [...knownStatements()].find(([known]) => known.startsWith(name))?.[1];
    return database.inBoard(async (tx) => {
      await tx.run({ text: "set local plan_cache_mode = force_generic_plan" });
      await tx.run({ text: `prepare wanted as ${text}` });
      const [made] = await tx.rows<{ types: string[] }>({
        text: "select parameter_types::text[] as types from pg_prepared_statements where name = 'wanted'",
      });
      const given = made?.types.map((type, at) => (at === 0 ? database.tenant : anyOf[type]));
      const rows = await tx.rows<{ "QUERY PLAN": string }>({
        text: `explain (analyze, buffers) execute wanted(${given?.join(", ")})`,
      });
      await tx.run({ text: "deallocate wanted" });
      const lines = rows.map((row) => row["QUERY PLAN"]);
      // Planning reads the catalogue, as much as the connection has not seen of it yet.
      const [plan = ""] = lines.join("\n").split(/^Planning:$/mu);
      const blocks = [...plan.matchAll(/shared hit=(\d+)/gu)].map((hit) => Number(hit[1]));
      return Math.max(...blocks);
    });
  }
});
