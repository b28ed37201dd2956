import { randomBytes } from "node:crypto";

import { cookieOptions, formatSessionCookie } from "../../src/access/session-cookie.ts";
import { COPY_SECRET_BYTES, makeAccount } from "../../src/access/accounts.ts";
import { hashPassword } from "../../src/access/passwords.ts";
import { openSession } from "../../src/access/sessions.ts";
import { isTestNumber } from "../../src/access/test-numbers.ts";
import { readFollowupSettings } from "../../src/followup/read-settings.ts";
import { followupProjector } from "../../src/followup/writer/projector.ts";
import type { Uuid } from "../../src/kernel/ids.ts";
import {
  instantOfLocal,
  parseLocalDateTime,
  stockholmDate,
  type Instant,
} from "../../src/kernel/instant.ts";
import { addDays, type PlainDate } from "../../src/kernel/plain-date.ts";
import { seededRandom, type SeededRandom } from "../../src/kernel/random.ts";
import type { Result } from "../../src/kernel/result.ts";
import type { AccessEntry } from "../../src/store/access-log.ts";
import { batch, type BatchAnswer, type BatchCommand } from "../../src/store/batch.ts";
import { makeBoard } from "../../src/store/commands/execute-unit.ts";
import type { Store } from "../../src/store/deps.ts";
import { inTenant } from "../../src/store/in-tenant.ts";
import { openPools } from "../../src/store/pools.ts";
import type { Connections } from "../../src/store/postgres/resolve-database.ts";
import { programStore, systemClock } from "../../src/store/program-store.ts";
import { loadSpecification, SPEC_DIRECTORY } from "../../src/store/specification.ts";
import type { Tenant } from "../../src/store/tenant.ts";

/** A member of staff who is signed in, in several browsers. */
export interface Member {
  readonly staff: Uuid;
  readonly unit: Uuid;
  /** The `cookie` header of each of the browsers. */
  readonly cookies: readonly string[];
}

/** A board with staff, made by the ordinary commands; akter are put into it by the others here. */
export interface BenchWorld {
  readonly store: Store;
  readonly tenant: Tenant;
  readonly random: SeededRandom;
  readonly manager: Member;
  readonly workers: readonly Member[];
  /** How many persons were born at about each day, so that each gets a number of its own. */
  readonly counters: Map<string, number>;
  /** Runs commands as imports do; throws with the reasons when one is refused. */
  batch(commands: readonly BatchCommand[]): Promise<readonly BatchAnswer[]>;
  close(): Promise<void>;
}

const WORKERS = 24;
const UNITS = 3;
/** Enough that no session alone meets the bound on requests a minute. */
const BROWSERS = 20;

/** Makes a board with three units and 24 caseworkers, everybody signed in. */
export async function makeWorld(connections: Connections): Promise<BenchWorld> {
  const specification = valueOf(await loadSpecification());
  const settings = valueOf(readFollowupSettings(SPEC_DIRECTORY));
  const pools = openPools(connections);
  const store = programStore(pools, specification, {
    projectors: [followupProjector({ randomBytes, settings })],
    isTestNumber,
  });
  const owner = store.ids.next();
  const { tenant } = valueOf(
    await makeBoard(store, {
      commandId: store.ids.next(),
      actor: owner,
      access: accessOf(owner),
      name: "Mätnämnden",
      synthetic: true,
      at: moment(daysAgo(5000), "08:00"),
    }),
  );
  const run = (commands: readonly BatchCommand[]) => runBatch(store, tenant, commands);
  const units = Array.from({ length: UNITS }, () => store.ids.next());
  const staff = Array.from({ length: WORKERS + 1 }, (_, at) => ({
    staff: store.ids.next(),
    unit: units[at % UNITS] ?? owner,
    role: at === 0 ? "unit-manager" : "caseworker",
  }));
  await run(organisationCommands(store, tenant, owner, units, staff));
  const members = await signIn(store, tenant, staff);
  const [manager, ...workers] = members;
  if (manager === undefined) throw new Error("Nobody was employed");
  return {
    store,
    tenant,
    random: seededRandom("bench"),
    manager,
    workers,
    counters: new Map(),
    batch: run,
    close: () => pools.close(),
  };
}

interface NewMember {
  readonly staff: Uuid;
  readonly unit: Uuid;
  readonly role: string;
}

function organisationCommands(
  store: Store,
  tenant: Tenant,
  owner: Uuid,
  units: readonly Uuid[],
  staff: readonly NewMember[],
): BatchCommand[] {
  const base = { tenant, actor: owner, access: accessOf(owner) };
  const at = moment(daysAgo(5000), "08:00");
  const commands = [
    ...units.map((unit, index) => ({
      type: "unit.make" as const,
      ids: { unit },
      data: { name: `Enhet ${index + 1}` },
    })),
    ...staff.map(({ staff: member, unit, role }, index) => ({
      type: "staff.add" as const,
      ids: { staff: member, unit },
      data: { name: `Handläggare ${index}`, role, qualified: true },
    })),
  ];
  return commands.map((command) => ({
    kind: "unit",
    at,
    request: { ...base, commandId: store.ids.next(), command },
  }));
}

/** Measured from here, by anything that speaks HTTP. */
const NO_BROWSER = { browser: "", address: "", via: "password" } as const;

async function signIn(store: Store, tenant: Tenant, staff: readonly NewMember[]) {
  const passwordHash = await hashPassword(randomBytes(16).toString("hex"));
  const now = store.clock.now();
  const { name } = cookieOptions("http", "127.0.0.1");
  return inTenant(store.pools.app, tenant, async (tx) => {
    const members: Member[] = [];
    for (const [index, { staff: member, unit }] of staff.entries()) {
      const account = store.ids.next();
      const username = `bench-${index}`;
      const copySecret = randomBytes(COPY_SECRET_BYTES);
      await makeAccount(tx, { account, staff: member, username, passwordHash, copySecret }, now);
      const cookies: string[] = [];
      for (let browser = 0; browser < BROWSERS; browser += 1) {
        const token = randomBytes(32).toString("base64url");
        const session = { session: store.ids.next(), ...NO_BROWSER };
        await openSession(tx, { token, account, staff: member, ...session }, now);
        cookies.push(`${name}=${formatSessionCookie({ tenant, token })}`);
      }
      members.push({ staff: member, unit, cookies });
    }
    return members;
  });
}

async function runBatch(
  store: Store,
  tenant: Tenant,
  commands: readonly BatchCommand[],
): Promise<readonly BatchAnswer[]> {
  const results = await batch(store, tenant, commands);
  return results.map(valueOf);
}

/** The row of the access log for what the preparation does in somebody's name. */
export function accessOf(staff: Uuid): AccessEntry {
  return { staff, action: "bench.prepare", purpose: "administration", persons: [] };
}

/** The value of a result; throws with the reasons otherwise. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const reasons = result.problems.map(
    (each) => `${each.id} ${each.ruleId ?? ""} ${each.pointer ?? ""}`,
  );
  throw new Error(`The preparation was refused: ${reasons.join(", ")}`);
}

/** The day so many days before today. */
export function daysAgo(days: number): PlainDate {
  return addDays(stockholmDate(systemClock.now()), -days);
}

/** A moment by the clock on the wall. */
export function moment(day: PlainDate, time: string): Instant {
  const local = parseLocalDateTime(`${day}T${time}`);
  if (local === undefined) throw new Error(`Not a time: ${time}`);
  return instantOfLocal(local);
}
