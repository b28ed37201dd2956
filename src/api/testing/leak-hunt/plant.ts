import { randomUUID } from "node:crypto";
import { demoTime } from "../../../demo/demo-time.ts";
import { makeReferences } from "../../../demo/references.ts";
import { runFamilies } from "../../../demo/run-families.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import type { TestApp, TestDemo } from "../test-app.ts";
import type { Cast } from "./cast.ts";
import { familyOf } from "./family.ts";

/** A planted family as it lies in the board. */
export interface Planted {
  readonly cast: Cast;
  readonly akt: string;
  readonly matter: string;
  readonly child: string;
  readonly home: string;
  readonly away: string;
  /** Its decision basis. */
  readonly basis: string;
}

/** Puts families on the demo board of a test by the ordinary commands. */
export async function plant(
  app: TestApp,
  demo: TestDemo,
  casts: readonly Cast[],
): Promise<readonly Planted[]> {
  const { store } = app;
  const references = makeReferences(store.ids);
  const named = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ name: string; id: Uuid }>({
      text: "select name, staff as id from staff union all select name, unit from unit",
    }),
  );
  for (const { username, name } of demo.accounts.values()) {
    for (const { name: known, id } of named)
      if (known === name) references.know(`@${username}`, id);
  }
  for (const [key, name] of Object.entries(units)) {
    for (const { name: known, id } of named) if (known === name) references.know(`@${key}`, id);
  }
  const time = demoTime(store.clock.now(), store.calendar);
  const world = {
    store,
    ids: store.ids,
    tenant: demo.tenant,
    time,
    references,
    matters: new Map(),
  };
  await runFamilies(world, casts.map(familyOf), randomUUID());
  return planted(app, demo, casts);
}

/** The units of the demo board, by what its files call them. */
export const units = { mottagning: "Mottagningsgruppen", utredning: "Utredningsgruppen" } as const;

async function planted(
  app: TestApp,
  demo: TestDemo,
  casts: readonly Cast[],
): Promise<readonly Planted[]> {
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{
      number: string;
      person: string;
      akt: string | null;
      matter: string | null;
      basis: string | null;
    }>({
      text: `select p.number, p.person, a.akt, m.matter,
               (select max(d.document::text) from document d where d.tenant = a.tenant and d.akt = a.akt) as basis
             from person p
             left join akt a on a.tenant = p.tenant and a.person = p.person
             left join matter m on m.tenant = a.tenant and m.akt = a.akt`,
    }),
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return casts.map((cast) => {
    const [child, home, away] = [cast.child, cast.home, cast.away].map(({ number }) =>
      byNumber.get(number),
    );
    if (child === undefined || home === undefined || away === undefined) {
      throw new Error(`${cast.key} is not on the board`);
    }
    const { akt, matter, basis } = child;
    if (akt === null || matter === null || basis === null) {
      throw new Error(`${cast.key} has no matter or no basis`);
    }
    return { cast, akt, matter, basis, child: child.person, home: home.person, away: away.person };
  });
}
