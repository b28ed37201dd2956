// Builds the page into dist/web, unless what it is made of is the same as last time. `--force` always builds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, "dist", "web.hash");

/** Everything the page can import, and what decides how it is built. */
const inputs = [
  "web",
  "fonts",
  "spec",
  "src/kernel",
  "src/spec",
  "src/rules",
  "src/domain",
  "src/contract",
  "vite.config.ts",
  "package-lock.json",
];

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function hashOfInputs() {
  const hash = createHash("sha256");
  const files = inputs.flatMap((input) => filesBelow(join(root, input)));
  for (const file of files.toSorted((a, b) => (a < b ? -1 : 1))) {
    const content = createHash("sha256").update(readFileSync(file)).digest("hex");
    hash.update(`${relative(root, file)} ${content}\n`);
  }
  return `${hash.digest("hex")}\n`;
}

function isBuilt(hash) {
  return (
    existsSync(join(root, "dist", "web", "index.html")) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === hash
  );
}

const hash = hashOfInputs();
if (process.argv.includes("--force") || !isBuilt(hash)) {
  process.stderr.write("Mittpunkt: building the page ...\n");
  // A build that fails half-way must not be taken for a finished one.
  rmSync(stampFile, { force: true });
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "--logLevel", "warn"];
  // Asked for by the tests, which run in a mode of their own, it is still the page that users get.
  const env = { ...process.env, NODE_ENV: "production" };
  const result = spawnSync(process.execPath, args, { cwd: root, env, stdio: ["ignore", 2, 2] });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(stampFile, hash);
}
