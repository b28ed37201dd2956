import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { fail, ok, type Result } from "../../kernel/result.ts";
import { badSecretFile } from "./problems.ts";

/**
 * A setting that may hold a password. Given as itself it stands where whoever sees the process's surroundings reads it,
 * so it may be the content of a file instead: named by the setting with `_FILE` behind it (a secret of Docker or
 * Kubernetes, a file a vault fills), or a credential of systemd (`LoadCredential=`, `LoadCredentialEncrypted=`), whose
 * name is that of the setting in small letters with hyphens: `database-url`. Empty is as unset. The setting itself comes
 * before a credential; the setting and `_FILE` together are refused, and a file that can't be read or is empty.
 *
 * Problem: `setting-unusable`, with the name and the file, never with what stands in it.
 */
export function secretSetting(env: NodeJS.ProcessEnv, name: string): Result<string | undefined> {
  const plain = env[name] ?? "";
  const file = env[`${name}_FILE`] ?? "";
  if (plain !== "" && file !== "") return fail(badSecretFile(name, file));
  if (plain !== "") return ok(plain);
  if (file !== "") return contentOf(name, file);
  const credential = credentialFile(env, name.toLowerCase().replaceAll("_", "-"));
  return credential === undefined ? ok(undefined) : contentOf(name, credential);
}

/** A credential that systemd has handed to the program; undefined where there is none of that name. */
export function credentialFile(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const folder = env["CREDENTIALS_DIRECTORY"] ?? "";
  if (folder === "") return undefined;
  const file = join(folder, name);
  return existsSync(file) ? file : undefined;
}

/** One line: what follows the address is the line's end that editors put there. */
function contentOf(name: string, file: string): Result<string> {
  try {
    const text = readFileSync(file, "utf8").trim();
    return text === "" ? fail(badSecretFile(name, file)) : ok(text);
  } catch {
    return fail(badSecretFile(name, file));
  }
}
