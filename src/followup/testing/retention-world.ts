import { hash, randomBytes } from "node:crypto";

import { makeAnchor } from "../../store/anchor.ts";
import { logView } from "../../store/access-log.ts";
import { saveFile } from "../../store/files.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { FollowupPart } from "../../store/retention/followup-part.ts";
import { setHold } from "../../store/retention/holds.ts";
import { setMunicipality } from "../../store/retention/municipality.ts";
import { approveRun, findRun, proposeRun } from "../../store/retention/runs.ts";
import {
  notOpen,
  registerFamily,
  reportNotOpened,
  reportTogether,
  type Reported,
} from "../../store/retention/testing/families.ts";
import { sealLogs } from "../../store/seal.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import { giveAkt, openTestStore, type TestStore } from "../../store/testing/test-store.ts";
import { followupPart } from "../retention/followup-part.ts";
import type { ReleaseDeps } from "../release/release-table.ts";
import { followupProjector } from "../writer/projector.ts";
import { shippedSettings, shippedTexts } from "./read-settings.ts";

const CANARY = "Kanariefågel nummer sjutton";
const settings = shippedSettings();
/** Rows of follow-up beside those of the matters of the world. */
export const COPIES = 40;

/** A board whose matters were closed five years ago. */
export interface World {
  readonly test: TestStore;
  readonly part: FollowupPart;
  /** What tables that may leave the board are made with. */
  readonly release: ReleaseDeps;
  readonly gone: Reported;
  readonly guardian: Uuid;
  /** Of a shared report: the first child's part goes, the second child's matter is still running. */
  readonly shared: Reported;
  readonly sibling: Reported;
  readonly held: Reported;
  readonly changed: Reported;
  readonly sampled: Reported;
  /** Has one matter that goes and one that is kept. */
  readonly partly: Reported;
  readonly kept: Reported;
}

async function openWorld(): Promise<World> {
  const test = await openTestStore({
    projectors: [followupProjector({ randomBytes, settings })],
  });
  test.setTime("2026-03-02T10:30");
  const wilma = await registerFamily(test, "Wilhelmina", "2014-02-17", 981);
  const gone = await reportNotOpened(test, wilma.child, CANARY);
  await leaveTraces(test, gone);
  const elmer = await registerFamily(test, "Elmer", "2013-01-02", 982);
  const alva = await registerFamily(test, "Alva", "2012-01-03", 983);
  const together = await reportTogether(test, [elmer.child, alva.child], "Gemensamma ord.");
  const [shared, sibling] = together;
  if (shared === undefined || sibling === undefined) throw new Error("Two children were told of");
  await notOpen(test, shared);
  const reported = async (name: string, born: string, individual: number) =>
    reportNotOpened(test, (await registerFamily(test, name, born, individual)).child);
  const held = await reported("Vidar", "2011-04-04", 984);
  const changed = await reported("Maja", "2011-05-06", 985);
  const sampled = await reported("Tilde", "2010-05-15", 986);
  const partly = await reported("Nils", "2011-06-07", 987);
  const kept = await reportNotOpened(test, partly.child);
  const { akt, matter } = kept;
  const data = { kind: "placement.started", placementForm: "family-home" };
  valueOf(
    await giveAkt(test, {
      akt,
      matter,
      type: "act.record",
      ids: { act: test.id(), placement: test.id() },
      data,
    }),
  );
  await sealLogs(test.store, test.tenant);
  await makeAnchor(test.store, test.tenant);
  const { store } = test;
  const deps = { app: store.pools.app, pool: store.pools.followup, clock: store.clock };
  const more = { packs: store.packs, settings, texts: shippedTexts(), law: store.law.law };
  const release = { ...deps, ...more };
  const part = followupPart({ ...release, nextId: () => test.id() });
  const worlds = { gone, guardian: wilma.guardian, shared, sibling, held, changed, sampled };
  await multiplyRows(test, gone);
  return { test, part, release, ...worlds, partly, kept };
}

/** Many reports of the year in follow-up, as those of a board are, so that tables over it may leave. */
async function multiplyRows(test: TestStore, { matter }: Reported): Promise<void> {
  const of = `(select row_key from followup_key where kind = 'akt' and matter = '${matter}')`;
  const many = `generate_series(1, ${COPIES}) n`;
  await test.admin(`insert into followup.akt
    select (jsonb_populate_record(a, jsonb_build_object('row_key', 900000 + n))).*
    from followup.akt a, ${many} where a.row_key = ${of}`);
  await test.admin(`insert into followup_key
    select tenant, 900000 + n, akt, matter, kind, gen_random_uuid(), content_hash
    from followup_key, ${many} where row_key = ${of}`);
}

/** A file and rows of the access log about the child and its matter. */
async function leaveTraces(test: TestStore, { child, akt, matter }: Reported): Promise<void> {
  const bytes = Buffer.from(`%PDF ${CANARY}`);
  const file = { file: test.id(), akt, matter, kind: "received" as const, name: `${CANARY}.pdf` };
  const made = {
    mediaType: "application/pdf",
    madeBy: test.worker,
    madeAt: test.store.clock.now(),
  };
  await test.inBoard(async (tx) => valueOf(await saveFile(tx, { ...file, ...made, bytes })));
  const access = {
    staff: test.worker,
    action: "views.child-page",
    purpose: "case-handling" as const,
  };
  await test.inBoard(async (tx) => {
    logView(tx, { ...access, akt, persons: [child] }, test.store.clock.now());
    logView(tx, { ...access, persons: [child] }, test.store.clock.now());
  });
}

/** Proposes and approves the run of a day, as two persons. */
export async function agree(world: World): Promise<Uuid> {
  const { test, part } = world;
  const run = test.id();
  const by = (staff: Uuid) => ({ staff, at: test.store.clock.now(), today: test.today() });
  const propose = () =>
    test.inBoard(async (tx) =>
      valueOf(await proposeRun(tx, test.store.law, run, by(test.worker), part)),
    );
  await propose();
  // Sent again after an answer that got lost.
  const proposed = await propose();
  await test.inBoard(async (tx) =>
    valueOf(await approveRun(tx, run, proposed.listHash, by(test.manager))),
  );
  return run;
}

/** Every table with one of some words or ids in any column, as text or as bytes. */
export async function tablesWith(
  test: TestStore,
  needles: readonly string[],
): Promise<readonly string[]> {
  const tables = await test.admin<{
    name: string;
  }>(`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'followup') order by 1`);
  const patterns = needles.flatMap((needle) => [
    `'%${needle}%'`,
    `'%${Buffer.from(needle, "utf8").toString("hex")}%'`,
    `'%${needle.replaceAll("-", "")}%'`,
  ]);
  const counts = tables.map(
    ({ name }) => `select '${name}' as name where exists (
      select from ${name} t where t::text ilike any (array[${patterns.join(", ")}]))`,
  );
  const found = await test.admin<{ name: string }>(counts.join(" union all "));
  return found.map(({ name }) => name);
}

/** A digest of all rows about an akt, byte by byte. */
export async function digestOf(test: TestStore, { akt, child }: Reported): Promise<string> {
  const streams = `in ('${akt}', '${child}')`;
  const tables: readonly (readonly [string, string])[] = [
    ["event", `stream ${streams}`],
    ["stream_state", `stream ${streams}`],
    ["matter", `akt = '${akt}'`],
    ["clock", `akt = '${akt}'`],
    ["chronology", `akt = '${akt}'`],
    ["access_log", `akt = '${akt}'`],
    ["person", `person = '${child}'`],
    ["relation", `other = '${child}'`],
  ];
  const parts = tables.map(
    ([table, of]) => `select '${table}' || t::text as t from ${table} t where ${of}`,
  );
  const rows = await test.admin<{ t: string }>(`${parts.join(" union all ")} order by 1`);
  return hash("sha256", rows.map(({ t }) => t).join("\n"));
}

/** What nobody may find afterwards. */
export function needlesOf({ gone, guardian }: World): readonly string[] {
  const ids = [gone.akt, gone.matter, gone.report, gone.child, guardian];
  return [...ids, "Wilhelmina", "20140217981", "Kanarie", CANARY];
}

/** A world on the day of a run, with something held back and something new. */
export async function openReady(): Promise<World> {
  const ready = await openWorld();
  const { test, held } = ready;
  await test.inBoard(async (tx) => {
    const at = { staff: test.manager, at: test.store.clock.now() };
    valueOf(await setMunicipality(tx, { municipality: "0480", was: null }, at));
    const [row] = await test.admin<{ number: string }>(
      `select number from matter where matter = '${held.matter}'`,
    );
    valueOf(
      await setHold(tx, test.id(), row?.number ?? "", { ...at, reason: "Begäran om utlämnande." }),
    );
  });
  return ready;
}

/** A matter of the list gets a new entry before the run is carried out. */
export async function writeNew({ test, changed: { akt, matter } }: World): Promise<void> {
  const data = { occurredAt: `${DAY}T08:00`, text: "En ny uppgift." };
  valueOf(await giveAkt(test, { akt, matter, type: "note.sign", data }));
}

/** The day of the run. */
export const DAY = "2031-05-02";

export interface Protocol {
  readonly finishedOn: string;
  readonly persons: unknown;
  readonly matters: readonly {
    number: string;
    rule: string;
    state: string;
    leftWhy: string | null;
  }[];
  readonly rows: readonly { rule: string; counts: { rows: number } }[];
  readonly frozen: readonly { question: string }[];
}

/** What a protocol says that is not an id of its own run. */
export async function protocolOf({ test }: World, id: Uuid): Promise<unknown> {
  const found = await test.inBoard((tx) => findRun(tx, id));
  const { matters, rows, frozen, finishedOn, ...rest } = parseProtocol(found?.protocol);
  const byNumber = matters.toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const questions = frozen.map(({ question }) => question);
  return { matters: byNumber, rows, questions, finishedOn, persons: rest.persons };
}

/** A protocol as it is kept. Throws where there is none. */
export function parseProtocol(text: string | null | undefined): Protocol {
  return JSON.parse(text ?? "") as Protocol;
}

/** The ids of what refuses that the code of the municipality is corrected. */
export function correctMunicipality(
  { test }: World,
  was: string,
  municipality: string,
): Promise<readonly string[]> {
  const by = { staff: test.manager, at: test.store.clock.now() };
  return test.inBoard(async (tx) => {
    const done = await setMunicipality(tx, { municipality, was }, by);
    return done.ok ? [] : done.problems.map(({ id }) => id);
  });
}
