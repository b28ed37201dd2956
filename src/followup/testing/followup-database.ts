import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import { fixedClock } from "../../kernel/clock.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { seededRandom } from "../../kernel/random.ts";
import type { Pack } from "../../spec/types.ts";
import type { Projected } from "../../store/deps.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { openPools, type Pools } from "../../store/pools.ts";
import { withClient } from "../../store/postgres/connection.ts";
import { openTestDatabase } from "../../store/testing/database.ts";
import { tenantOf, type Tenant } from "../../store/tenant.ts";
import type { EngineDeps } from "../engine/deps.ts";
import { followupProjector } from "../writer/projector.ts";
import { shippedSettings, shippedTexts } from "./read-settings.ts";
import { moment } from "./states.ts";

/** An akt with the persons its rows are about. */
export interface AktForTests {
  readonly state: AktState;
  readonly child: PersonState;
  readonly guardians: readonly PersonState[];
}

/** A database with the follow-up tables, its writer and its engine, for one board. */
export interface FollowupDatabase {
  readonly tenant: Tenant;
  readonly pools: Pools;
  readonly engine: EngineDeps;
  /** Writes the rows of an akt in a transaction of its own, as a command does. */
  project(akt: AktForTests, given?: Partial<Projected>): Promise<void>;
  inBoard<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs SQL as the administrator, who sees every row. */
  admin<R extends object>(sql: string): Promise<R[]>;
  close(): Promise<void>;
}

const digest = "0".repeat(64);

export async function openFollowupDatabase(): Promise<FollowupDatabase> {
  const { pack } = readSpecForTests();
  const database = await openTestDatabase();
  const pools = openPools(database.connections);
  const tenant = tenantOf(7);
  const random = seededRandom("follow-up keys");
  const project = followupProjector({
    randomBytes: (length) => random.bytes(length),
    settings: shippedSettings(),
  });
  return {
    tenant,
    pools,
    engine: engineOf(pools, pack),
    project: (akt, given = {}) =>
      inTenant(pools.app, tenant, (tx) => {
        const change = { ...changeOf(akt, tenant, pack), ...given };
        return project(tx, change.akt)(change);
      }),
    inBoard: (work) => inTenant(pools.app, tenant, work),
    admin: async <R extends object>(sql: string) => {
      const answer = await withClient(database.connections.admin, (client) => client.query<R>(sql));
      return answer.rows;
    },
    close: async () => {
      await pools.close();
      await database.drop();
    },
  };
}

function engineOf(pools: Pools, pack: Pack): EngineDeps {
  return {
    pool: pools.followup,
    clock: fixedClock(moment("2026-11-22T08:00")),
    packs: { current: () => ({ digest, pack }) },
    settings: shippedSettings(),
    texts: shippedTexts(),
  };
}

/** What a projector is told when an akt has changed. */
export function changeOf(
  { state, child, guardians }: AktForTests,
  tenant: Tenant,
  pack: Pack,
): Projected {
  return {
    tenant,
    akt: state.akt,
    state,
    matters: Object.values(state.matters).map((matter) => matter.matter),
    child,
    guardians,
    siblings: [],
    pack,
    packDigest: digest,
    today: plainDate("2026-11-22"),
  };
}
