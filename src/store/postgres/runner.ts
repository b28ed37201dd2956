import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import type { Binaries } from "./binaries.ts";
import { noUnprivilegedUser } from "./problems.ts";

/** How the programs of PostgreSQL are run, since they refuse to run as root. */
export interface Runner {
  readonly kind: "ordinary-user" | "user-namespace" | "other-user";
  /** Who must own the data folder, as seen from outside any namespace. */
  readonly uid: number;
  readonly gid: number;
  /** The command that runs `program` of PostgreSQL with `args`. */
  command(program: "initdb" | "postgres", args: readonly string[]): Command;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL sees itself as this user inside the namespace; it only needs to be not root and to have a name. */
const NOBODY = "65534";

/**
 * Chooses how to run PostgreSQL here.
 * - an ordinary user: directly;
 * - root, or a number without a user (as `docker run --user 1000`), where user namespaces are allowed:
 *   as nobody inside one, files stay the caller's;
 * - root elsewhere (most containers): as the existing user postgres or nobody, from binaries and a data
 *   folder that user can reach.
 *
 * `env.MITTPUNKT_NO_USERNS=1` skips the second. Problem: `postgres-needs-ordinary-user`.
 */
export function chooseRunner(
  binaries: Binaries,
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Result<Runner> {
  const uid = process.geteuid?.() ?? -1;
  const gid = process.getegid?.() ?? -1;
  if (uid !== 0 && hasName(uid)) return ok(ordinaryUser(binaries, uid, gid));
  if (env["MITTPUNKT_NO_USERNS"] !== "1" && works("unshare", namespaceArguments(["true"]))) {
    return ok(userNamespace(binaries, uid, gid));
  }
  return uid === 0 ? otherUser(binaries, dataDir) : ok(ordinaryUser(binaries, uid, gid));
}

/**
 * Ties PostgreSQL to this process: SIGINT, a clean shutdown, when the process dies in whatever way.
 * Where `setpriv` is missing the launcher's exit handler has to do.
 */
function tiedToParent(file: string, args: readonly string[]): readonly [string, ...string[]] {
  if (!works("setpriv", ["--pdeathsig", "INT", "true"])) return [file, ...args];
  return ["setpriv", "--pdeathsig", "INT", file, ...args];
}

function ordinaryUser(binaries: Binaries, uid: number, gid: number): Runner {
  return {
    kind: "ordinary-user",
    uid,
    gid,
    command(program, args) {
      const [file, ...rest] = tiedToParent(join(binaries.native, "bin", program), args);
      return { file, args: rest };
    },
  };
}

function userNamespace(binaries: Binaries, uid: number, gid: number): Runner {
  return {
    kind: "user-namespace",
    uid,
    gid,
    command(program, args) {
      const inner = tiedToParent(join(binaries.native, "bin", program), args);
      return { file: "unshare", args: namespaceArguments(inner) };
    },
  };
}

function namespaceArguments(inner: readonly string[]): string[] {
  return ["-U", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, ...inner];
}

interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function otherUser(binaries: Binaries, dataDir: string): Result<Runner> {
  const user = findSystemUser();
  if (user === undefined) return fail(noUnprivilegedUser(dataDir, "postgres"));
  const { uid, gid } = user;
  mkdirSync(dirname(dataDir), { recursive: true });
  if (!works("test", ["-x", dirname(dataDir)], { uid, gid })) {
    return fail(noUnprivilegedUser(dataDir, user.name));
  }
  const native = reachableBinaries(binaries, dataDir, user);
  return ok({
    kind: "other-user",
    uid,
    gid,
    command(program, args) {
      const [file, ...rest] = tiedToParent(join(native, "bin", program), args);
      return { file, args: rest, uid, gid };
    },
  });
}

function systemUsers(): readonly SystemUser[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** True when the system knows the user, from its own file or a directory service. */
function hasName(uid: number): boolean {
  return works("getent", ["passwd", String(uid)]) || systemUsers().some((user) => user.uid === uid);
}

function findSystemUser(): SystemUser | undefined {
  const users = systemUsers();
  return ["postgres", "nobody"]
    .map((name) => users.find((user) => user.name === name && user.uid > 0))
    .find((user) => user !== undefined);
}

/** The shipped binaries, or a copy beside the data where the user can't enter the folder they lie in. */
function reachableBinaries(binaries: Binaries, dataDir: string, user: SystemUser): string {
  const { uid, gid } = user;
  if (works(join(binaries.native, "bin", "postgres"), ["--version"], { uid, gid })) {
    return binaries.native;
  }
  const copy = `${dataDir}.postgres-${binaries.packageVersion}`;
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(binaries.native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  renameSync(unfinished, copy);
  return copy;
}

function works(
  file: string,
  args: readonly string[],
  as: { readonly uid?: number; readonly gid?: number } = {},
): boolean {
  return spawnSync(file, args, { ...as, cwd: "/", stdio: "ignore" }).status === 0;
}
