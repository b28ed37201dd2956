import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  flipped,
  openBackupWorld,
  refused,
  rowsOfAll,
  total,
  type BackupWorld,
} from "./api/testing/backup-world.ts";
import { DEMO_TIMEOUT } from "./api/testing/test-app.ts";
import { keepDailyBackup } from "./backup/daily-backup.ts";
import { makeIdentity, readIdentities } from "./backup/keys.ts";
import { BackupRefused } from "./backup/problems.ts";
import { NOWHERE, readBackup } from "./backup/read-backup.ts";
import { streamBackup } from "./backup/write-backup.ts";
import { seededRandom } from "./kernel/ids.ts";
import { withClient } from "./store/postgres/connection.ts";
import { valueOf } from "./store/testing/cluster.ts";
import type { TestDatabase } from "./store/testing/database.ts";

let world: BackupWorld;

beforeAll(async () => {
  world = await openBackupWorld();
}, DEMO_TIMEOUT);
afterAll(() => world.close());

/** Backups that wait for a lock. */
function waiting(database: TestDatabase): Promise<number> {
  return withClient(database.connections.admin, async (client) => {
    const found = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and usename = 'mp_backup' and wait_event_type = 'Lock'`,
    );
    return found.rows[0]?.n ?? 0;
  });
}

describe("a backup", () => {
  test("holds every row of every table, readable by its owner only", async () => {
    expect(total(world.whole.manifest)).toBe(await rowsOfAll(world.source));
    expect(total(world.whole.manifest)).toBeGreaterThan(1000);
    expect(statSync(world.whole.file).mode & 0o777).toBe(0o600);
    const read = await readBackup(createReadStream(world.whole.file), world.identities, NOWHERE);
    expect(read.manifest).toEqual(world.whole.manifest);
  });

  test("says nothing to whoever has no identity for it", async () => {
    const bytes = readFileSync(world.whole.file).toString("latin1");
    const names = await withClient(world.source.connections.admin, (client) =>
      client.query<{ name: string }>(
        "select distinct family_name as name from person where length(family_name) > 4",
      ),
    );
    expect(names.rows.length).toBeGreaterThan(3);
    for (const { name } of names.rows) expect(bytes).not.toContain(name);
    expect(bytes).not.toContain("caseworker");
    await makeIdentity(join(world.folder, "other"), world.now);
    const other = valueOf(readIdentities(join(world.folder, "other")));
    const reading = readBackup(createReadStream(world.whole.file), other, NOWHERE);
    await expect(reading).rejects.toMatchObject({ problem: { id: "backup.wrong-identity" } });
  });

  test("is of one moment, whatever is written meanwhile", async () => {
    const { source, tenant, whole } = world;
    const unit = "00000000-0000-7000-8000-000000000001";
    const manifest = await withClient(source.connections.admin, async (client) => {
      // Held up at its first table, when its moment is set, until a later table has one row more.
      await client.query("begin; lock table access_log in access exclusive mode");
      const stream = await streamBackup({
        ...world.common(),
        connection: source.connections.backup,
      });
      const taken = Array.fromAsync(stream.bytes);
      await expect.poll(() => waiting(source)).toBe(1);
      await client.query(`insert into unit values (${tenant}, '${unit}', 'Later'); commit`);
      await taken;
      await client.query(`delete from unit where unit = '${unit}'`);
      return stream.manifest();
    });
    expect(manifest.sections).toEqual(whole.manifest.sections);
  });

  test("does not write over another, nor of a board that is not there", async () => {
    expect(refused(await world.backupTo("whole.age"))).toEqual(["backup.file"]);
    expect(refused(await world.backupTo("none.age", { board: 4711 }))).toEqual(["backup.no-board"]);
  });
});

describe("the daily backup", () => {
  test("is made once a day, and old ones go when the new one is whole", async () => {
    const daily = {
      folder: join(world.folder, "daily"),
      recipients: world.common().recipients,
      keptDays: 35,
    };
    mkdirSync(daily.folder);
    for (const name of ["mittpunkt-2026-10-21.age", "mittpunkt-2026-10-22.age", "mine.txt"]) {
      writeFileSync(join(daily.folder, name), "");
    }
    writeFileSync(join(daily.folder, "mittpunkt-2026-11-24.age.part"), "");
    const { recipients: _none, ...options } = world.common();
    const away = { ...world.source.connections.backup, port: 1 };
    await expect(keepDailyBackup(daily, { ...options, connection: away })).rejects.toThrow(
      "connect",
    );
    expect(readdirSync(daily.folder)).toHaveLength(4);
    const connection = world.source.connections.backup;
    const made = valueOf(await keepDailyBackup(daily, { ...options, connection }));
    expect(made?.manifest.sections).toEqual(world.whole.manifest.sections);
    expect(valueOf(await keepDailyBackup(daily, { ...options, connection }))).toBeUndefined();
    expect(readdirSync(daily.folder).toSorted()).toEqual([
      "mine.txt",
      "mittpunkt-2026-10-22.age",
      "mittpunkt-2026-11-25.age",
    ]);
  });
});

describe("a hundred damaged files", () => {
  test("are each refused with a problem of its own kind", async () => {
    const bytes = readFileSync(world.whole.file);
    const random = seededRandom("damaged");
    const below = (n: number) => Buffer.from(random.bytes(4)).readUInt32BE() % n;
    const damages = [
      (at: number) => flipped(bytes, at),
      (at: number) => bytes.subarray(0, at),
      (at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(99))]),
      (at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(below(at + 1))]),
    ];
    for (let n = 0; n < 100; n += 1) {
      const damage = damages[n % damages.length]!;
      // Every other one in the readable head.
      const damaged = damage(1 + below(n % 8 < 4 ? 250 : bytes.length - 2));
      async function* source() {
        yield damaged;
      }
      const error: unknown = await readBackup(source(), world.identities, NOWHERE).then(
        () => damaged.equals(bytes),
        (each: unknown) => (each instanceof BackupRefused ? each.problem.id : each),
      );
      const known = ["backup.broken", "backup.foreign", "backup.wrong-identity", true];
      expect(known, `damage ${n}`).toContain(error);
    }
  });
});
