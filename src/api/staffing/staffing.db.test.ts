import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readStaffing } from "../../contract/staffing/read-staffing.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import type { handover } from "../../contract/views/handover.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
import type { unitPlan } from "../../contract/views/unit-plan.ts";
import { addDays, parsePlainDate } from "../../kernel/plain-date.ts";
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

type Staffing = z.infer<typeof readStaffing.answer>;
type Day = z.infer<typeof myDay.answer>;
type Unit = z.infer<typeof unitClocks.answer>;
interface Place {
  readonly name: string;
  readonly akt: string;
  readonly matter: string;
}

let app: TestApp;
let demo: TestDemo;
let places: readonly Place[];
const users = new Map<string, TestUser>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  for (const name of ["ylva", "jonatan", "mira", "carina", "gunnel", "per", "kajsa"]) {
    users.set(name, await signIn(app, demo, name));
  }
  places = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<Place>({
      text: `select p.given_name as name, a.akt, m.matter from matter m
        join akt a on a.tenant = m.tenant and a.akt = m.akt
        join person p on p.tenant = a.tenant and p.person = a.person
        where m.closed_on is null`,
    }),
  );
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function user(name: string): TestUser {
  const found = users.get(name);
  if (found === undefined) throw new Error(`${name} is not signed in`);
  return found;
}

function place(name: string): Place {
  const found = places.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no open matter of ${name}`);
  return found;
}

async function staffing(name = "kajsa"): Promise<Staffing> {
  return (await user(name).get<Staffing>("/api/v1/staffing")).body;
}

async function staffId(first: string): Promise<string> {
  const found = (await staffing()).staff.find(({ name }) => name.startsWith(first));
  if (found === undefined) throw new Error(`no ${first}`);
  return found.id;
}

async function reads(name: string, child: string): Promise<string> {
  const { status, problems } = await user(name).get(`/api/v1/akt/${place(child).akt}`);
  return status === 200 ? "reads" : (problems[0] ?? `${status}`);
}

async function dayOf(name: string) {
  const { body } = await user(name).get<Day>("/api/v1/my-day?scope=mine&show=all");
  return { body, clocks: body.groups.flatMap((group) => group.clocks) };
}

/** From today and some days on. */
async function days(more: number) {
  const { today } = await staffing();
  const from = parsePlainDate(today);
  return { from: today, to: from === undefined ? today : addDays(from, more) };
}

async function setAway(by: string, who: string, substitute?: string, more = 4) {
  return user(by).post("/api/v1/staffing/set-absence", {
    commandId: randomUUID(),
    absence: randomUUID(),
    staff: await staffId(who),
    ...(substitute === undefined ? {} : { substitute: await staffId(substitute) }),
    ...(await days(more)),
  });
}

async function endAll(by: string) {
  const { absences, duties } = await staffing(by);
  for (const { absence } of absences) {
    await user(by).post("/api/v1/staffing/end-absence", { commandId: randomUUID(), absence });
  }
  for (const { duty } of duties) {
    await user(by).post("/api/v1/staffing/end-duty", { commandId: randomUUID(), duty });
  }
}

describe("while somebody is away", () => {
  it("the substitute reaches what that one has, a protected child too, and loses it at the end", async () => {
    expect(await reads("ylva", "Signe")).toBe("access.not-yours");
    expect((await setAway("carina", "Mira", "Ylva")).status).toBe(200);
    expect(await reads("ylva", "Signe")).toBe("reads");
    const page = await user("ylva").get<z.infer<typeof childPage.answer>>(
      `/api/v1/akt/${place("Signe").akt}`,
    );
    expect(page.body.protection?.whoMaySee).toContain("Ylva Stenmo");
    expect(await reads("per", "Signe")).toBe("access.not-yours");
    const { body, clocks } = await dayOf("ylva");
    expect(body.standsIn.staff.map(({ name }) => name)).toEqual(["Mira Falkö"]);
    const marked = clocks.filter(({ standsIn }) => standsIn !== null);
    expect(marked.length).toBeGreaterThan(0);
    const mira = await dayOf("mira");
    const hers = new Set(mira.clocks.map(({ akt, clock }) => `${akt} ${clock}`));
    for (const { akt, clock } of marked) expect(hers.has(`${akt} ${clock}`)).toBe(true);
    expect(mira.clocks.every(({ standsIn }) => standsIn === null)).toBe(true);
    await endAll("carina");
    expect(await reads("ylva", "Signe")).toBe("access.not-yours");
    expect((await dayOf("ylva")).clocks.every(({ standsIn }) => standsIn === null)).toBe(true);
  });

  it("is for the unit's manager or the user administrator to say, and it is in the log of the board", async () => {
    expect((await setAway("gunnel", "Mira", "Ylva")).problems).toEqual(["staffing.not-your-unit"]);
    expect((await setAway("ylva", "Ylva", "Mira")).problems).toEqual(["access.role"]);
    expect((await setAway("carina", "Carina", "Mira")).problems).toEqual(["staffing.role"]);
    expect((await setAway("kajsa", "Carina", "Gunnel")).status).toBe(200);
    const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ type: string; n: number }>({
        text: `select type, count(*)::int as n from event where type like 'absence.%' group by type order by type`,
      }),
    );
    expect(rows.map(({ type }) => type)).toEqual(["absence.ended", "absence.set"]);
    const unit = await user("gunnel").get<Unit>("/api/v1/unit");
    const units = new Set(unit.body.matters.map((row) => row.unit));
    expect(units.has("Utredningsgruppen")).toBe(true);
    await endAll("kajsa");
  });

  it("the duty worker stands in for those without a substitute, and sees what nobody has", async () => {
    expect((await setAway("carina", "Mira")).status).toBe(200);
    expect((await staffing("carina")).absences[0]?.standsIn).toBeNull();
    const { units } = await staffing("carina");
    const given = await user("carina").post("/api/v1/staffing/set-duty", {
      commandId: randomUUID(),
      duty: randomUUID(),
      unit: units[0]?.id,
      function: "duty-worker",
      holder: await staffId("Jonatan"),
      ...(await days(2)),
    });
    expect(given.status).toBe(200);
    expect((await staffing("carina")).absences[0]?.standsIn?.name).toBe("Jonatan Hedlid");
    const { body } = await dayOf("jonatan");
    expect(body.standsIn.duties.map((duty) => duty.function.sv)).toEqual(["Jourhandläggare"]);
    await endAll("carina");
  });

  it("a function that is not in the list is refused, and so is one who works elsewhere", async () => {
    const { units } = await staffing("carina");
    const give = async (change: object) =>
      user("carina").post("/api/v1/staffing/set-duty", {
        commandId: randomUUID(),
        duty: randomUUID(),
        unit: units[0]?.id,
        function: "reception",
        holder: await staffId("Jonatan"),
        ...(await days(2)),
        ...change,
      });
    expect((await give({ function: "king" })).problems).toEqual(["answer.unknown-code"]);
    const holder = await staffId("Ylva");
    expect((await give({ holder })).problems).toEqual(["staffing.other-unit"]);
    expect((await give({ to: "2020-01-01" })).problems).toEqual(["staffing.ends-early"]);
  });
});

describe("what the unit carries and lacks", () => {
  const planOf = async (name: string) =>
    (await user(name).get<z.infer<typeof unitPlan.answer>>("/api/v1/unit/plan")).body;

  it("stands in the order of names, with what falls due while somebody is away", async () => {
    const before = await planOf("carina");
    const names = before.staff.map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator("sv").compare));
    expect(before.weights.invented).toBe(true);
    expect(before.staff.find(({ name }) => name === "Jonatan Hedlid")?.weight).toBeGreaterThan(0);
    expect(before.late).toEqual([]);
    expect((await setAway("carina", "Jonatan", undefined, 300)).status).toBe(200);
    const alone = await planOf("carina");
    expect(alone.late.length).toBeGreaterThan(0);
    const { matters } = (await user("carina").get<Unit>("/api/v1/unit")).body;
    for (const { clock, standsIn } of alone.late) {
      expect(clock.worker).toBe("Jonatan Hedlid");
      const matter = matters.find((each) => each.matter === clock.matter);
      expect(standsIn).toBe(matter?.coWorker?.name ?? null);
    }
    await endAll("carina");
    expect((await setAway("carina", "Jonatan", "Mira", 300)).status).toBe(200);
    const covered = (await planOf("carina")).late;
    expect(covered).toHaveLength(alone.late.length);
    expect(new Set(covered.map(({ standsIn }) => standsIn))).toEqual(new Set(["Mira Falkö"]));
    await endAll("carina");
  });

  const tookPart = "alone guardian-present through-representative observation other-expression";

  it("tells of children not heard what their own pages tell, and only of the unit's", async () => {
    const plan = await planOf("carina");
    const unit = await user("carina").get<Unit>("/api/v1/unit");
    const notHeard = new Set(plan.notHeard.map(({ matter }) => matter));
    const running = unit.body.matters.filter(({ phase }) => phase === "investigating");
    expect(running.length).toBeGreaterThan(0);
    for (const { akt, matter } of running) {
      const page = await user("carina").get<z.infer<typeof childPage.answer>>(`/api/v1/akt/${akt}`);
      const found = page.body.matters.find((each) => each.matter === matter);
      const code = found?.participation.find(({ step }) => step === "investigate")?.code ?? "";
      expect(notHeard.has(matter), matter).toBe(!tookPart.split(" ").includes(code));
    }
    const known = new Set(unit.body.matters.map(({ matter }) => matter));
    expect(plan.notHeard.every(({ matter }) => known.has(matter))).toBe(true);
    expect(plan.unsigned.every(({ matter }) => known.has(matter))).toBe(true);
    expect((await user("jonatan").get("/api/v1/unit/plan")).problems).toEqual(["access.role"]);
  });
});

describe("a matter that is handed over to another unit", () => {
  const command = (name: string, verb: string, more: object) => {
    const { akt, matter } = place("Nils");
    const body = { commandId: randomUUID(), akt, matter, ...more };
    return user(name).post(`/api/v1/matter/${verb}`, body);
  };
  const toReceive = async () =>
    (await user("carina").get<Unit>("/api/v1/unit")).body.toReceive.map((row) => row.matter);

  it("is read by the manager it is for, given back, handed over again and received", async () => {
    const { matter } = place("Nils");
    const { units } = await staffing("carina");
    const ids = { unit: units[0]?.id };
    const data = { remaining: "Skolan har inte svarat.", toKnow: "Ring efter kl. 16." };
    expect(await reads("carina", "Nils")).toBe("access.not-yours");
    expect((await command("ylva", "hand-over", { ids, data })).status).toBe(200);
    expect(await reads("carina", "Nils")).toBe("reads");
    expect(await reads("jonatan", "Nils")).toBe("access.not-yours");
    expect(await toReceive()).toEqual([matter]);
    const path = `/api/v1/akt/${place("Nils").akt}/matter/${matter}/handover`;
    const page = await user("carina").get<z.infer<typeof handover.answer>>(path);
    expect(page.body.handedOver).toMatchObject({ remaining: data.remaining, by: "Ylva Stenmo" });
    const back = await command("carina", "hand-back", { data: { text: "Hör skolan först." } });
    expect(back.status).toBe(200);
    expect(await reads("carina", "Nils")).toBe("access.not-yours");
    expect((await command("ylva", "hand-over", { ids, data })).status).toBe(200);
    const staff = { ...ids, worker: await staffId("Jonatan") };
    expect((await command("carina", "assign-matter", { ids: staff })).status).toBe(200);
    expect(await toReceive()).toEqual([]);
    expect(await reads("jonatan", "Nils")).toBe("reads");
    expect(await reads("ylva", "Nils")).toBe("access.not-yours");
    const clocks = (await dayOf("jonatan")).clocks.filter((clock) => clock.matter === matter);
    expect(clocks.length).toBeGreaterThan(0);
  });
});
