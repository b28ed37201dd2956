import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test, vi } from "vitest";

import { startInChild } from "../testing/child-postgres.ts";
import { launcherBench, patient, query, refusal, serverLog } from "../testing/launcher-bench.ts";
import { type Connection, withClient } from "./connection.ts";
import { processLives } from "./data-folder.ts";
import { findInstance } from "./instance.ts";

const bench = launcherBench();

describe("a start on a new folder", () => {
  test("is durable, hears nobody on the network and orders text by code point", async () => {
    const { connection, version } = await bench.start();
    expect(version).toMatch(/^18\./);
    const names = ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"];
    for (const name of names) {
      expect(await query(connection, `show ${name}`), name).toEqual([{ [name]: "on" }]);
    }
    expect(await query(connection, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
    const [order] = await query(
      connection,
      `select string_agg(w, '' order by w) as stored,
              string_agg(w, '' order by w collate "sv-x-icu") as swedish, lower('ÅÄÖ') as lower
       from unnest(array['ö','ä','å','z','Z']) as w`,
    );
    expect(order).toEqual({ stored: "Zzäåö", swedish: "zZåäö", lower: "åäö" });
    expect(statSync(join(bench.folder, "pg")).mode & 0o077).toBe(0);
    expect(statSync(join(bench.folder, "pg", ".s.PGSQL.5432")).mode & 0o077).toBe(0);
  });

  test("keeps values out of the log when a row is refused", async () => {
    bench.seed();
    const { connection, stop } = await bench.start();
    await query(connection, "create table person (number text primary key, born date)");
    await query(connection, "insert into person values ('20100101-9802')");
    const again = query(connection, "insert into person values ('20100101-9802')");
    await expect(again).rejects.toThrow("duplicate key");
    // Here the message itself repeats what was written.
    const unread = query(connection, "insert into person (born) values ('20100101-9802')");
    await expect(unread).rejects.toThrow("9802");
    await stop();
    const written = () => serverLog(join(bench.folder, "pg"));
    await vi.waitFor(() => expect(written()).toContain("is shut down"), patient);
    expect(written()).not.toContain("9802");
  });

  test("uses a private folder in /tmp when the path is too long for a socket", async () => {
    const { connection, stop } = await bench.start("a".repeat(80));
    expect(connection.host).toMatch(/^\/tmp\/mittpunkt-/);
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
    await stop();
    expect(existsSync(connection.host)).toBe(false);
  });

  test("clears away what an interrupted initdb left", async () => {
    mkdirSync(join(bench.folder, "pg.init", "base"), { recursive: true });
    await bench.start();
    expect(readdirSync(bench.folder)).toEqual(["pg"]);
  });
});

describe("a start on a folder with a database", () => {
  test("finds it shut down cleanly and keeps its rows", async () => {
    bench.seed();
    const first = await bench.start();
    await query(first.connection, "create table kept as select 7 as n");
    await first.stop();
    const second = await bench.start();
    expect(await query(second.connection, "select n from kept")).toEqual([{ n: 7 }]);
    expect(serverLog(join(bench.folder, "pg"))).not.toContain("was not properly shut down");
  });

  test("recovers a committed row after the server itself was killed", async () => {
    bench.seed();
    const first = await bench.start();
    await query(first.connection, "create table kept as select 7 as n");
    process.kill(findInstance(join(bench.folder, "pg"))?.pid ?? 0, "SIGKILL");
    await first.stop();
    const second = await bench.start();
    expect(await query(second.connection, "select n from kept")).toEqual([{ n: 7 }]);
    expect(serverLog(join(bench.folder, "pg"))).toContain("was not properly shut down");
  });

  test("is not fooled by a lock file whose process id now belongs to another program", async () => {
    bench.seed();
    const first = await bench.start();
    const lock = readFileSync(join(bench.folder, "pg", "postmaster.pid"), "utf8");
    await first.stop();
    // Not our own id: PostgreSQL knows its parent's and lets it pass.
    const stranger = spawnSync("sh", ["-c", "sleep 60 >/dev/null 2>&1 & echo $!"], {
      encoding: "utf8",
    });
    const pid = Number(stranger.stdout);
    try {
      writeFileSync(join(bench.folder, "pg", "postmaster.pid"), lock.replace(/^.*/, String(pid)));
      writeFileSync(join(bench.folder, "pg", ".s.PGSQL.5432.lock"), `${pid}\n`);
      const second = await bench.start();
      expect(second.adopted).toBe(false);
    } finally {
      process.kill(pid);
    }
  });

  test("adopts the server that already runs there and leaves it running", async () => {
    bench.seed();
    const first = await bench.start();
    const second = await bench.start();
    expect(second.adopted).toBe(true);
    await second.stop();
    expect(await query(first.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("two starts at once on a new folder share one server", async () => {
    const child = startInChild(join(bench.folder, "pg"));
    const own = await bench.start();
    const other = await child;
    expect(other.answer.ok).toBe(true);
    const adopted = [own.adopted, other.answer.value?.runsAs === "adopted"];
    expect(adopted.filter(Boolean)).toHaveLength(1);
    // Whoever adopted ends first.
    if (own.adopted) await own.stop();
    await other.finish();
  });
});

describe("when the server is killed under the program", () => {
  const answers = async (connection: Connection) => {
    const rows = await query(connection, "select n from kept").catch(() => undefined);
    expect(rows).toEqual([{ n: 7 }]);
  };
  const pidOf = (name = "pg") => findInstance(join(bench.folder, name))?.pid;

  test("it is started again at the same address, again and again, with what was committed", async () => {
    bench.seed();
    const { connection, stop } = await bench.start();
    await query(connection, "create table kept as select 7 as n");
    for (let time = 0; time < 3; time += 1) {
      const pid = pidOf() ?? 0;
      process.kill(pid, "SIGKILL");
      await vi.waitFor(() => expect(pidOf() ?? pid).not.toBe(pid), patient);
      await vi.waitFor(() => answers(connection), patient);
    }
    await stop();
    expect(pidOf()).toBeUndefined();
  });

  test("a server that one of its processes died under is another one, not the same begun again", async () => {
    bench.seed();
    const { connection } = await bench.start();
    await query(connection, "create table kept as select 7 as n");
    const pid = pidOf() ?? 0;
    const killed = withClient(connection, async (client) => {
      const { rows } = await client.query<{ own: number }>("select pg_backend_pid() as own");
      process.kill(rows[0]?.own ?? 0, "SIGKILL");
      await client.query("select 1");
    });
    // How a connection tells that it was cut depends on what was on its way.
    expect(
      await killed.then(
        () => "answered",
        () => "cut",
      ),
    ).toBe("cut");
    await vi.waitFor(() => expect(pidOf() ?? pid).not.toBe(pid), patient);
    await vi.waitFor(() => answers(connection), patient);
    expect(serverLog(join(bench.folder, "pg"))).not.toContain("reinitializing");
  });

  test("its private folder for the socket stays where it was", async () => {
    const name = "a".repeat(80);
    const { connection, stop } = await bench.start(name);
    await query(connection, "create table kept as select 7 as n");
    process.kill(pidOf(name) ?? 0, "SIGKILL");
    await vi.waitFor(() => answers(connection), patient);
    expect(statSync(connection.host).mode & 0o077).toBe(0);
    await stop();
    expect(existsSync(connection.host)).toBe(false);
  });

  // The long name puts the socket in a private folder, which may go only when nobody needs it any more.
  test.each(["pg", "a".repeat(80)])(
    "stopping while it is on its way up leaves nothing running (%s)",
    async (name) => {
      bench.seed(name);
      const { connection, stop } = await bench.start(name);
      const pid = pidOf(name) ?? 0;
      process.kill(pid, "SIGKILL");
      await vi.waitFor(() => {
        const next = findInstance(join(bench.folder, name));
        expect(next?.pid ?? pid).not.toBe(pid);
        expect(next?.socketDir).toBe(connection.host);
      }, patient);
      await stop();
      expect(pidOf(name)).toBeUndefined();
      expect(existsSync(connection.host)).toBe(name === "pg");
    },
  );

  test("stopping before it is started again leaves nothing running", async () => {
    bench.seed();
    const { stop } = await bench.start();
    const pid = pidOf() ?? 0;
    process.kill(pid, "SIGKILL");
    await vi.waitFor(() => expect(processLives(pid)).toBe(false), patient);
    await stop();
    expect(pidOf()).toBeUndefined();
  });
});

describe("when the program is killed", () => {
  test("the server shuts down by itself, cleanly", async () => {
    bench.seed();
    const child = await startInChild(join(bench.folder, "pg"));
    expect(child.answer.ok).toBe(true);
    const pid = findInstance(join(bench.folder, "pg"))?.pid ?? 0;
    expect(processLives(pid)).toBe(true);
    await child.kill();
    await vi.waitFor(() => expect(processLives(pid)).toBe(false), patient);
    expect(serverLog(join(bench.folder, "pg"))).toContain("database system is shut down");
    await bench.start();
    expect(serverLog(join(bench.folder, "pg"))).not.toContain("was not properly shut down");
  });

  test("a start right after it waits for the old server to end", async () => {
    bench.seed();
    const child = await startInChild(join(bench.folder, "pg"));
    await child.kill();
    const { connection } = await bench.start();
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("refusals", () => {
  test("a folder of another major version is left as it was", async () => {
    const dataDir = join(bench.folder, "pg");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "PG_VERSION"), "17\n");
    const refused = await refusal(dataDir);
    expect(refused.id).toBe("data-folder-other-version");
    expect(refused.sv).toContain("PostgreSQL 17");
    expect(refused.en).toContain("PostgreSQL 17");
    expect(readdirSync(dataDir)).toEqual(["PG_VERSION"]);
  });

  test("a folder with other files is left as it was", async () => {
    const dataDir = join(bench.folder, "pg");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "letter.txt"), "hej");
    expect((await refusal(dataDir)).id).toBe("data-folder-foreign");
    expect(readdirSync(dataDir)).toEqual(["letter.txt"]);
  });

  test("a server that can't start says why", async () => {
    writeFileSync(join(bench.seed(), "postgresql.auto.conf"), "no_such_setting = 1\n");
    const refused = await refusal(join(bench.folder, "pg"));
    expect(refused.id).toBe("postgres-failed");
    expect(refused.en).toContain("no_such_setting");
  });
});
