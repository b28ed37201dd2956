import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { copyInstall, ownInstall, startInChild } from "../testing/child-postgres.ts";
import {
  hasNamespaces,
  launcherBench,
  patient,
  query,
  refusal,
  serverLog,
} from "../testing/launcher-bench.ts";
import { processLives } from "./data-folder.ts";
import { findInstance } from "./instance.ts";

// Only root can become somebody else, so these tests exist only for root. What an ordinary user's start
// does is shown by launcher.db.test.ts when an ordinary user runs it.
const isRoot = process.geteuid?.() === 0;
const NOBODY = 65_534;
/** A user id that no system has an entry for. */
const NAMELESS = 4_123_456;
const bench = launcherBench();

if (isRoot) {
  const withoutNamespaces = { ...process.env, MITTPUNKT_NO_USERNS: "1" };

  describe("as root", () => {
    test("works below a folder that only root may enter, or says that it can't", async () => {
      chmodSync(bench.folder, 0o700);
      const expected = hasNamespaces ? "started" : "postgres-needs-ordinary-user";
      expect((await refusal(join(bench.folder, "pg"))).id).toBe(expected);
    });

    test("without namespaces runs as an existing user, who then owns the folder", async () => {
      const { runsAs, connection } = await bench.start("pg", withoutNamespaces);
      expect(runsAs).toBe("other-user");
      expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(statSync(join(bench.folder, "pg")).uid).not.toBe(0);
    });

    test("without namespaces refuses a folder that no other user can reach", async () => {
      chmodSync(bench.folder, 0o700);
      const refused = await refusal(join(bench.folder, "pg"), withoutNamespaces);
      expect(refused.id).toBe("postgres-needs-ordinary-user");
      expect(refused.sv).toContain("DATABASE_URL");
      expect(refused.en).toContain("DATABASE_URL");
      expect(readdirSync(bench.folder)).toEqual([]);
    });

    test("the same folder works with and without namespaces in turn", async () => {
      bench.seed();
      for (const env of [process.env, withoutNamespaces, process.env]) {
        const { connection, stop } = await bench.start("pg", env);
        await query(
          connection,
          "create table if not exists kept (n int); insert into kept values (1)",
        );
        await stop();
      }
      const { connection } = await bench.start("pg", withoutNamespaces);
      expect(await query(connection, "select count(*)::int as n from kept")).toEqual([{ n: 3 }]);
    });
  });

  describe("as an ordinary user", () => {
    let install = ownInstall;
    beforeAll(() => {
      const target = mkdtempSync("/tmp/mp-install-");
      chmodSync(target, 0o755);
      install = copyInstall(target);
    });
    afterAll(() => rmSync(install.root, { recursive: true, force: true }));

    test("runs directly, and the server ends with the program", async () => {
      chmodSync(bench.folder, 0o777);
      const child = await startInChild(join(bench.folder, "pg"), install, NOBODY);
      expect(child.answer.value?.runsAs).toBe("ordinary-user");
      expect(statSync(join(bench.folder, "pg")).uid).toBe(NOBODY);
      const pid = findInstance(join(bench.folder, "pg"))?.pid ?? 0;
      await child.kill();
      await vi.waitFor(() => expect(processLives(pid)).toBe(false), patient);
      expect(serverLog(join(bench.folder, "pg"))).toContain("database system is shut down");
    });

    test("refuses a folder where the user may not write", async () => {
      const child = await startInChild(join(bench.folder, "pg"), install, NOBODY);
      expect(child.answer.problems?.[0]?.id).toBe("data-folder-not-writable");
      await child.finish();
    });

    test("refuses a folder that belongs to another user", async () => {
      bench.seed();
      const child = await startInChild(join(bench.folder, "pg"), install, NOBODY);
      expect(child.answer.problems?.[0]?.id).toBe("data-folder-not-writable");
      await child.finish();
    });

    test("a user id without a name runs in a namespace where those are allowed", async () => {
      chmodSync(bench.folder, 0o777);
      const child = await startInChild(join(bench.folder, "pg"), install, NAMELESS);
      const outcome = child.answer.value?.runsAs ?? child.answer.problems?.[0]?.id;
      expect(outcome).toBe(hasNamespaces ? "user-namespace" : "postgres-failed");
      await child.finish();
    });
  });
}

test("the start is the one that fits who runs the program", async () => {
  bench.seed();
  const { runsAs } = await bench.start();
  const forRoot = hasNamespaces ? "user-namespace" : "other-user";
  expect(runsAs).toBe(isRoot ? forRoot : "ordinary-user");
});
