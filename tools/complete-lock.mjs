// Adds to package-lock.json the optional packages of other platforms that the registry at hand could not answer for.
// npm leaves those out when it writes the lock file and then refuses its own file in `npm ci` ("Missing ... from lock
// file"). An entry with version and platform is enough: on another platform npm never fetches it. Run after each
// `npm install`; see docs/decisions/0002-node-pinned-through-npm.md.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const systems = new Set([
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
]);
const processors = new Set([
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
]);
const libraries = new Map([
  ["gnu", "glibc"],
  ["gnueabihf", "glibc"],
  ["musl", "musl"],
  ["musleabihf", "musl"],
]);

/** The platform a binary package is for, read from its name; undefined when the name does not tell. */
function platformOf(name) {
  const parts = name.split("/").at(-1).split("-");
  const os = parts.find((part) => systems.has(part));
  const cpu = parts.find((part) => processors.has(part));
  const libc = libraries.get(parts.at(-1));
  if (!os || !cpu) return undefined;
  return { cpu: [cpu], ...(os === "linux" && libc ? { libc: [libc] } : {}), os: [os] };
}

const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place]) continue;
    const platform = platformOf(name);
    if (!platform || !/^\d/.test(version)) {
      process.stderr.write(
        `${name}@${version} is not in the lock file and its name does not tell the platform\n`,
      );
      process.exitCode = 1;
      continue;
    }
    const { cpu, ...rest } = platform;
    lock.packages[place] = {
      version,
      cpu,
      ...(entry.dev ? { dev: true } : {}),
      ...rest,
      optional: true,
    };
    added.push(place);
  }
}

const { "": self, ...others } = lock.packages;
const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = { "": self, ...Object.fromEntries(sorted) };
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`package-lock.json: ${added.length} packages of other platforms added\n`);
