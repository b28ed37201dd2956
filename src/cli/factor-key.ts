import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BOX_KEY_BYTES } from "../access/secret-box.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { credentialFile } from "../store/postgres/secret-setting.ts";

const FILE = "second-factor.key";
/** The one that seals, and the one before it. */
const MOST_KEYS = 2;
const OWNER_ONLY = 0o600;
const FOLDER_OWNER_ONLY = 0o700;

/**
 * Where the key lies: `MITTPUNKT_FACTOR_KEY`, else a credential of systemd with the name `second-factor.key`, else beside
 * the shipped database.
 */
export function factorKeyFile(env: NodeJS.ProcessEnv): string {
  const apart = apartOf(env);
  if (apart !== undefined) return apart;
  const data = env["MITTPUNKT_DATA"] ?? "";
  return join(data === "" ? "data" : data, "keys", FILE);
}

function apartOf(env: NodeJS.ProcessEnv): string | undefined {
  const named = env["MITTPUNKT_FACTOR_KEY"] ?? "";
  return named === "" ? credentialFile(env, FILE) : named;
}

/** Whether the key has a place of its own, and is there. */
export function hasFactorKeyApart(env: NodeJS.ProcessEnv): boolean {
  const apart = apartOf(env);
  return apart !== undefined && existsSync(apart);
}

/**
 * The key that second factors are sealed with, as a file of 64 hexadecimal digits outside the database; made when
 * there is none. While it is being turned the former one stands in the second line. Refuses with `setting-unusable`
 * what can't be read, made, or is no key.
 */
export function readFactorKeys(env: NodeJS.ProcessEnv): Result<readonly Buffer[]> {
  const file = factorKeyFile(env);
  try {
    // A folder that can't be written, as that of a credential, has its key already.
    if (!existsSync(file)) makeKey(file);
    const lines = readFileSync(file, "utf8").trim().split(/\s+/u);
    const keys = lines.map((line) => Buffer.from(line, "hex"));
    const sound = keys.length <= MOST_KEYS && keys.every(({ length }) => length === BOX_KEY_BYTES);
    return sound ? ok(keys) : fail(unusable(file));
  } catch {
    return fail(unusable(file));
  }
}

/** Made only where there is none: two programs that start at once agree on the one that is there. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: FOLDER_OWNER_ONLY });
  try {
    const made = `${randomBytes(BOX_KEY_BYTES).toString("hex")}\n`;
    writeFileSync(file, made, { flag: "wx", mode: OWNER_ONLY });
  } catch (error) {
    if (!isThere(error)) throw error;
  }
}

/**
 * Writes keys in the place of those that are there: all of them or, when it is stopped, none. Refuses with
 * `setting-unusable` where the file can't be written, as that of a credential.
 */
export function writeFactorKeys(
  env: NodeJS.ProcessEnv,
  keys: readonly Uint8Array[],
): Result<undefined> {
  const file = factorKeyFile(env);
  const text = keys.map((key) => `${Buffer.from(key).toString("hex")}\n`).join("");
  try {
    writeFileSync(`${file}.new`, text, { mode: OWNER_ONLY, flush: true });
    renameSync(`${file}.new`, file);
    return ok(undefined);
  } catch {
    return fail(unusable(file));
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function unusable(file: string) {
  return problem("setting-unusable", {
    text: {
      sv: `Nyckeln för tvåfaktorsinloggning kan inte läsas eller skrivas: ${file}. Ange en fil i MITTPUNKT_FACTOR_KEY.`,
      en: `The key of second factors can't be read or written: ${file}. Name a file in MITTPUNKT_FACTOR_KEY.`,
    },
  });
}
