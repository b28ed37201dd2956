import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BOX_KEY_BYTES } from "../access/secret-box.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";

const FILE = "second-factor.key";
const OWNER_ONLY = 0o600;
const FOLDER_OWNER_ONLY = 0o700;

/** Where the key lies: `MITTPUNKT_FACTOR_KEY`, else beside the shipped database. */
export function factorKeyFile(env: NodeJS.ProcessEnv): string {
  const named = env["MITTPUNKT_FACTOR_KEY"] ?? "";
  if (named !== "") return named;
  const data = env["MITTPUNKT_DATA"] ?? "";
  return join(data === "" ? "data" : data, "keys", FILE);
}

/**
 * The key that second factors are sealed with, as a file of 64 hexadecimal digits outside the database; made when
 * there is none. Refuses with `setting-unusable` what can't be read, made, or is no key.
 */
export function readFactorKey(env: NodeJS.ProcessEnv): Result<Buffer> {
  const file = factorKeyFile(env);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: FOLDER_OWNER_ONLY });
    try {
      // Made only where there is none: two programs that start at once agree on the one that is there.
      const made = `${randomBytes(BOX_KEY_BYTES).toString("hex")}\n`;
      writeFileSync(file, made, { flag: "wx", mode: OWNER_ONLY });
    } catch (error) {
      if (!isThere(error)) throw error;
    }
    const key = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
    return key.length === BOX_KEY_BYTES ? ok(key) : fail(unusable(file));
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
      sv: `Nyckeln för tvåfaktorsinloggning kan inte läsas eller skapas: ${file}. Ange en fil i MITTPUNKT_FACTOR_KEY.`,
      en: `The key of second factors can't be read or made: ${file}. Name a file in MITTPUNKT_FACTOR_KEY.`,
    },
  });
}
