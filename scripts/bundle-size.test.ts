import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const KILOBYTE = 1000;
/** What a caseworker's first page may cost in JavaScript, all in all, as it goes over the line. */
const MY_DAY_BUDGET = 160 * KILOBYTE;

/** What the build says of a chunk: its file and the chunks it imports at once. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mittpunkt-bundle-"));
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "--outDir", folder, "--manifest", "--logLevel", "error"];
  // A process of its own: the test's NODE_ENV would build React with all its warnings.
  const env = { ...process.env, NODE_ENV: "production" };
  const built = spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The page could not be built: ${built.stderr}`);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readManifest(): Readonly<Record<string, Chunk>> {
  const text = readFileSync(join(folder, ".vite", "manifest.json"), "utf8");
  return JSON.parse(text) as Record<string, Chunk>;
}

/** Names of chunks with everything they import at once, each one time. */
function withImports(manifest: Readonly<Record<string, Chunk>>, names: readonly string[]) {
  const needed = new Set<string>();
  function add(name: string): void {
    if (needed.has(name)) return;
    needed.add(name);
    for (const each of manifest[name]?.imports ?? []) add(each);
  }
  for (const name of names) add(name);
  return [...needed];
}

test("the first page stays within its budget of JavaScript", () => {
  const manifest = readManifest();
  const size = withImports(manifest, ["index.html", "pages/my-day/page.tsx"])
    .map((name) => manifest[name]?.file ?? "")
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  process.stdout.write(`Min dag: ${Math.round(size / KILOBYTE)} kB of JavaScript\n`);
  expect(size).toBeGreaterThan(60 * KILOBYTE);
  expect(size).toBeLessThan(MY_DAY_BUDGET);
});

test("no part of the page makes code at run time, which its content policy forbids", () => {
  const makers = Object.values(readManifest())
    .map(({ file }) => file)
    .filter((file) => file.endsWith(".js"))
    .filter((file) => {
      return /\bFunction\((?:""|``|'')\)|\beval\(/u.test(readFileSync(join(folder, file), "utf8"));
    });
  expect(makers).toEqual([]);
});
