import { createReadStream } from "node:fs";
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
import { BackupRefused } from "./backup/problems.ts";
import { NOWHERE, readBackup } from "./backup/read-backup.ts";
import { restoreBackup } from "./backup/restore.ts";
import { withClient } from "./store/postgres/connection.ts";
import { catalogueFaults } from "./store/testing/catalogue.ts";
import { CATALOGUE_EXCEPTIONS } from "./store/testing/catalogue-exceptions.ts";
import { valueOf } from "./store/testing/cluster.ts";

let world: BackupWorld;

beforeAll(async () => {
  world = await openBackupWorld();
}, DEMO_TIMEOUT);
afterAll(() => world.close());

describe("a restore", () => {
  test("gives equal digests, a chain and seals that hold, and the guards of before", async () => {
    const database = await world.emptyInstallation();
    const report = valueOf(await world.restoreInto(database, "whole.age"));
    expect(report).toMatchObject({ boards: [world.tenant], rows: total(world.whole.manifest) });
    expect(report.events).toBeGreaterThan(100);
    expect(report.seals).toBeGreaterThan(1);
    const second = valueOf(await world.backupTo("second.age", { from: database }));
    expect(second.manifest).toEqual(world.whole.manifest);
    const faults = await withClient(database.connections.admin, (client) =>
      catalogueFaults(client, CATALOGUE_EXCEPTIONS),
    );
    expect(faults).toEqual([]);
    await withClient(database.connections.admin, async (client) => {
      await expect(client.query("update event set type = type")).rejects.toThrow("only added to");
    });
    expect(refused(await world.restoreInto(database, "whole.age"))).toEqual(["backup.not-empty"]);
  });

  test.each([
    ["cut off in the middle", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), "broken"],
    ["cut off at the end", (bytes: Buffer) => bytes.subarray(0, -1), "broken"],
    ["a changed byte", (bytes: Buffer) => flipped(bytes, bytes.length >> 1), "broken"],
    ["a changed head", (bytes: Buffer) => flipped(bytes, 60), "broken|wrong-identity"],
    ["more at the end", (bytes: Buffer) => Buffer.concat([bytes, bytes]), "broken"],
    ["nothing", () => Buffer.alloc(0), "foreign"],
    ["another kind of file", () => Buffer.from("PK\u0003\u0004 a workbook"), "foreign"],
    ["a file of age that ends", () => Buffer.from("age-encryption.org/v1\n-> X25519"), "broken"],
  ])("refuses %s and leaves the installation empty", async (name, change, id) => {
    const file = world.changed(`${name.replaceAll(" ", "-")}.age`, change);
    const [problem] = refused(await world.restoreInto(world.stillEmpty, file));
    expect(problem).toMatch(new RegExp(`^backup\\.(${id})$`, "u"));
    expect(await rowsOfAll(world.stillEmpty)).toBe(0);
  });

  test("names where a broken file is broken", async () => {
    const file = world.changed("named.age", (bytes) => flipped(bytes, bytes.length - 5000));
    const reading = readBackup(
      createReadStream(join(world.folder, file)),
      world.identities,
      NOWHERE,
    );
    const error: unknown = await reading.catch((each: unknown) => each);
    const params = error instanceof BackupRefused ? error.problem.params : undefined;
    expect(params?.["place"]).toMatch(/^(head\.json|board-|shared\/)/u);
    expect(params?.["byte"]).toBeGreaterThan(0);
  });

  test("that loses its connection leaves nothing, and can be done again", async () => {
    const database = await world.emptyInstallation();
    const connection = database.connections.admin;
    async function* cut() {
      let given = 0;
      for await (const piece of createReadStream(world.whole.file, { highWaterMark: 16_384 })) {
        given += 1;
        if (given === 6) {
          await withClient(connection, (client) =>
            client.query(
              `select pg_terminate_backend(pid) from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid()`,
            ),
          );
        }
        yield piece as Uint8Array;
      }
    }
    const restoring = restoreBackup({
      connection,
      source: cut(),
      identities: world.identities,
      kind: "installation",
    });
    await expect(restoring.then(refused)).resolves.toEqual(["backup.refused-rows"]);
    expect(await rowsOfAll(database)).toBe(0);
    expect(valueOf(await world.restoreInto(database, "whole.age")).boards).toEqual([world.tenant]);
  });

  test("refuses a chain that does not hold, though every digest does", async () => {
    const broken = await world.emptyInstallation();
    valueOf(await world.restoreInto(broken, "whole.age"));
    await withClient(broken.connections.admin, (client) =>
      client.query(
        `begin; set local session_replication_role = replica;
         update event set body = body || ' ' where seq = 1 and tenant = ${world.tenant}; commit`,
      ),
    );
    valueOf(await world.backupTo("broken-chain.age", { from: broken }));
    expect(refused(await world.restoreInto(world.stillEmpty, "broken-chain.age"))).toEqual([
      "backup.chain",
    ]);
    expect(await rowsOfAll(world.stillEmpty)).toBe(0);
  });

  test("refuses another schema by the name of what differs", async () => {
    const database = await world.emptyInstallation();
    await withClient(database.connections.admin, (client) =>
      client.query("update schema_migration set sha256 = 'x' where number = 3"),
    );
    const answer = await world.restoreInto(database, "whole.age");
    expect(refused(answer)).toEqual(["backup.other-schema"]);
    expect(answer.ok ? "" : answer.problems[0]?.params?.["name"]).toBe("0003-create-log.sql");
  });
});

describe("one board", () => {
  test("goes from one installation to another with equal digests", async () => {
    const file = valueOf(await world.backupTo("board.age", { board: world.tenant }));
    const database = await world.emptyInstallation();
    expect(refused(await world.restoreInto(database, "board.age"))).toEqual(["backup.other-kind"]);
    expect(refused(await world.restoreInto(database, "whole.age", "board"))).toEqual([
      "backup.other-kind",
    ]);
    const report = valueOf(await world.restoreInto(database, "board.age", "board"));
    expect(report.boards).toEqual([world.tenant]);
    const again = valueOf(
      await world.backupTo("again-board.age", { from: database, board: world.tenant }),
    );
    expect(again.manifest).toEqual(file.manifest);
  });
});
