import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { billOfMaterials, parseLock } from "./sbom.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lock = parseLock(readFileSync(join(root, "package-lock.json"), "utf8"));

describe("the bill of materials", () => {
  const { components } = billOfMaterials(lock);

  it("has every package of the lock file by version and digest, and nothing else", () => {
    const locked = Object.entries(lock.packages).flatMap(([path, { version }]) =>
      path === "" ? [] : [`${path.replace(/^.*node_modules\//u, "")}@${version}`],
    );
    const listed = components.map(({ name, version }) => `${name}@${version}`);
    expect(new Set(listed)).toEqual(new Set(locked));
    expect(listed).toHaveLength(new Set(locked).size);
    // Those of other platforms are named without: nobody who wrote the lock file has fetched them.
    const without = components.filter(({ hashes, scope }) => {
      return hashes[0]?.alg !== "SHA-512" && scope === "required";
    });
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it("tells what is installed with the program from what develops and tests it", () => {
    const scopes = new Map(components.map(({ name, scope }) => [name, scope]));
    expect(scopes.get("fastify")).toBe("required");
    expect(scopes.get("vitest")).toBe("excluded");
  });

  it("names a licence that goes with ours for everything installed with the program", () => {
    const free =
      /^\(?(?:MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|PostgreSQL|Python-2\.0|MPL-2\.0)(?: (?:OR|AND) [A-Za-z0-9.-]+)*\)?$/u;
    const others = components.filter(
      ({ scope, licenses, hashes }) =>
        scope !== "excluded" && hashes.length > 0 && !free.test(licenses[0]?.expression ?? ""),
    );
    expect(others.map(({ name, licenses }) => `${name}: ${licenses[0]?.expression}`)).toEqual([]);
  });
});

describe("the packages", () => {
  it("have a digest, but optional ones of other platforms, and none comes from an address of its own", () => {
    const odd = Object.entries(lock.packages).filter(
      ([path, { resolved, integrity, optional }]) =>
        path !== "" && ((integrity === undefined && optional !== true) || resolved !== undefined),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  it("run nothing when they are installed", () => {
    const bootstrap = readFileSync(join(root, "tools/bootstrap.mjs"), "utf8");
    expect(bootstrap).toContain("--ignore-scripts");
  });
});

/** What a secret looks like: keys of known kinds, and a password in an address. */
const SECRETS: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u],
  ["an identity of age", /AGE-SECRET-KEY-1[0-9A-Z]{50}/u],
  ["a key of a cloud", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u],
  ["a token of a code host", /\b(?:ghp|gho|ghs|github_pat|glpat)[_-][A-Za-z0-9_]{20,}/u],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/u],
  ["a signed token", /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/u],
  [
    "a password of an address",
    /\b[a-z]+:\/\/[^/\s:@"'`${}]+:(?!secret|password|pw|p%|hemlig)[^/\s:@"'`${}]{6,}@/u,
  ],
];

/** Tests of addresses with an invented password. */
const INVENTED = [
  "src/store/postgres/database-url.test.ts",
  "src/store/postgres/resolve-database.db.test.ts",
];

describe("the repository", () => {
  it("has no secret in it", () => {
    const files = globSync(
      ["{src,web,spec,sql,scripts,tools,e2e,bench,docs,.ci}/**/*", "*.{md,json,ts}", ".*"],
      { cwd: root, exclude: (name) => name === "node_modules" || name === ".git" },
    ).filter((file) => statSync(join(root, file)).isFile());
    expect(files.length).toBeGreaterThan(1000);
    const found = files.flatMap((file) => {
      if (/\.(?:png|jpg|pdf|ttf|woff2)$/u.test(file) || INVENTED.includes(file)) return [];
      const text = readFileSync(join(root, file), "utf8");
      return SECRETS.filter(([, shape]) => shape.test(text)).map(([what]) => `${file}: ${what}`);
    });
    expect(found).toEqual([]);
  });
});
