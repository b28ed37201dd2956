import type { Pool } from "pg";

import type { Answers } from "../../domain/event.ts";
import type { PersonCommand } from "../../domain/person/decide-person.ts";
import type { UnitCommand } from "../../domain/unit/decide-unit.ts";
import { checkDigitOf, isReservedTestNumber } from "../../kernel/identity-number.ts";
import { seededIdSource, seededRandom, type Uuid } from "../../kernel/ids.ts";
import {
  instantOfLocal,
  parseLocalDateTime,
  stockholmDate,
  type Instant,
} from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";
import type { AccessEntry } from "../access-log.ts";
import { executeAkt } from "../commands/execute-akt.ts";
import { executeIntake } from "../commands/execute-intake.ts";
import { executePerson } from "../commands/execute-person.ts";
import { executeUnit, makeBoard } from "../commands/execute-unit.ts";
import type { AktAnswer, AktRequest } from "../commands/request.ts";
import { createStore, type Projector, type Store } from "../deps.ts";
import { inTenant, withSavepoint, type Tx } from "../in-tenant.ts";
import { openPool, openPools } from "../pools.ts";
import { withClient } from "../postgres/connection.ts";
import type { Tenant } from "../tenant.ts";
import { valueOf } from "./cluster.ts";
import { testSpecification } from "./specification.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";

/** A store on a database of its own, with one synthetic board, a unit and its staff. */
export interface TestStore {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly pool: Pool;
  readonly tenant: Tenant;
  readonly unit: Uuid;
  readonly worker: Uuid;
  readonly manager: Uuid;
  /** The next new id, the same in every run. */
  id(): Uuid;
  today(): PlainDate;
  /** Sets the clock to a local time. */
  setTime(local: string): void;
  inBoard<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs SQL as the administrator, who sees everything. */
  admin<R extends object>(sql: string): Promise<R[]>;
  /** Runs SQL past triggers and grants, lets `look` see the result, and undoes it. */
  tampered<T>(sql: string, look: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface TestStoreOptions {
  readonly projectors?: readonly Projector[];
}

/** A moment by the clock on the wall. Throws for anything else. */
export function at(local: string): Instant {
  const parsed = parseLocalDateTime(local);
  if (parsed === undefined) throw new Error(`Not a local time: ${local}`);
  return instantOfLocal(parsed);
}

/** Opens a store for a `*.db.test.ts` file. Close it in `afterAll`. */
export async function openTestStore(options: TestStoreOptions = {}): Promise<TestStore> {
  const database = await openTestDatabase();
  const pools = openPools(database.connections);
  let now = at("2026-03-02T08:00");
  const clock = { now: () => now };
  const ids = seededIdSource("test", clock);
  const random = seededRandom("salt");
  const specification = await testSpecification();
  const { packs, law, order, calendar } = specification;
  const store = createStore({
    pools,
    clock,
    ids,
    randomBytes: (length) => random.bytes(length),
    packs: { current: () => packs.latest, find: (digest) => packs.find(digest) },
    law,
    order,
    calendar,
    projectors: options.projectors ?? [],
    isTestNumber: isReservedTestNumber,
  });
  const made = await makeTestBoard(store);
  return {
    database,
    store,
    pool: pools.app,
    ...made,
    id: () => ids.next(),
    today: () => stockholmDate(now),
    setTime: (local) => {
      now = at(local);
    },
    inBoard: (work) => inTenant(pools.app, made.tenant, work),
    admin: async <R extends object>(sql: string) => {
      const answer = await withClient(database.connections.admin, (client) => client.query<R>(sql));
      return answer.rows;
    },
    tampered: async (sql, look) => {
      const admin = openPool(database.connections.admin, 1);
      try {
        return await inTenant(admin, made.tenant, (tx) => undone(tx, sql, look));
      } finally {
        await admin.end();
      }
    },
    close: async () => {
      await pools.close();
      await database.drop();
    },
  };
}

async function makeTestBoard(
  store: Store,
): Promise<Pick<TestStore, "tenant" | "unit" | "worker" | "manager">> {
  const { ids } = store;
  const [unit, worker, manager, owner] = [ids.next(), ids.next(), ids.next(), ids.next()];
  const { tenant } = valueOf(
    await makeBoard(store, {
      commandId: ids.next(),
      actor: owner,
      access: entry(owner, "setup"),
      name: "Provnämnden",
      synthetic: true,
    }),
  );
  const organise = (command: UnitCommand) =>
    executeUnit(store, {
      tenant,
      actor: owner,
      commandId: ids.next(),
      access: entry(owner, "unit"),
      command,
    });
  valueOf(await organise({ type: "unit.make", ids: { unit }, data: { name: "Enhet Norr" } }));
  for (const member of [
    { staff: worker, name: "Ylva Ek", role: "caseworker" },
    { staff: manager, name: "Carina Berg", role: "unit-manager" },
  ]) {
    const data = { name: member.name, role: member.role, qualified: true };
    valueOf(await organise({ type: "staff.add", ids: { staff: member.staff, unit }, data }));
  }
  return { tenant, unit, worker, manager };
}

function undone<T>(tx: Tx, sql: string, look: (tx: Tx) => Promise<T>): Promise<T> {
  return withSavepoint(
    tx,
    async (part) => {
      await part.run({ text: "set local session_replication_role = replica" });
      for (const text of sql.split(/;\s*\n/)) await part.run({ text });
      return look(part);
    },
    () => false,
  );
}

/** An access log entry of a test. */
export function entry(staff: Uuid, action = "test"): AccessEntry {
  return { staff, action, purpose: "case-handling", persons: [] };
}

/** A test number of somebody born on a day (`20140217`); `individual` is 980-999. */
export function testNumber(born: string, individual: number): string {
  return `${born}${individual}${checkDigitOf(`${born.slice(2)}${individual}`)}`;
}

/** Registers a person with some fields and relations; gives its id. */
export async function registerPerson(
  test: TestStore,
  data: Answers,
  relations: PersonCommand["relations"] = [],
): Promise<Uuid> {
  const person = test.id();
  const command: PersonCommand = { type: "person.register", data, relations };
  valueOf(await givePerson(test, person, command));
  return person;
}

/** Gives a command on a person. */
export function givePerson(test: TestStore, person: Uuid, command: PersonCommand) {
  return executePerson(test.store, {
    tenant: test.tenant,
    actor: test.worker,
    commandId: test.id(),
    access: entry(test.worker),
    person,
    command,
  });
}

/** A report about one child, received now: its akt, matter and report. */
export async function receiveReport(
  test: TestStore,
  person: Uuid,
  data: Answers,
): Promise<{ readonly akt: Uuid; readonly matter: Uuid; readonly report: Uuid }> {
  const [report, matter] = [test.id(), test.id()];
  const answer = valueOf(
    await executeIntake(test.store, {
      tenant: test.tenant,
      actor: test.worker,
      commandId: test.id(),
      access: entry(test.worker),
      data,
      children: [{ person, report, matter }],
      reasons: {},
    }),
  );
  const [child] = answer.children;
  if (child === undefined) throw new Error("No child in the answer");
  return { akt: child.akt, matter: child.matter, report };
}

/** A request on an akt, filled up with what tests rarely care about. */
export function aktRequest(
  test: TestStore,
  request: Pick<AktRequest, "akt" | "type"> & Partial<AktRequest>,
): AktRequest {
  return {
    tenant: test.tenant,
    actor: test.worker,
    commandId: test.id(),
    access: entry(request.actor ?? test.worker),
    ids: {},
    data: {},
    reasons: {},
    expect: {},
    ...request,
  };
}

/** Gives a command on an akt. */
export function giveAkt(
  test: TestStore,
  request: Parameters<typeof aktRequest>[1],
): Promise<Result<AktAnswer>> {
  return executeAkt(test.store, aktRequest(test, request));
}
