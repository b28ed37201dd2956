import { readFileSync, writeFileSync } from "node:fs";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { errorCode } from "../store/postgres/connection.ts";
import { backupProblem } from "./problems.ts";

const OWNER_ONLY = 0o600;
const LARGEST_KEY_FILE = 64 * 1024;

/**
 * Who a backup is encrypted to: recipients as they were given, several in one separated by commas or lines.
 * Problems: `backup.no-recipient`, `backup.bad-recipient`.
 */
export function readRecipients(given: readonly string[]): Result<readonly string[]> {
  const recipients = [...new Set(given.flatMap(linesOf))];
  if (recipients.length === 0) return fail(backupProblem.noRecipient());
  for (const each of recipients) {
    try {
      new Encrypter().addRecipient(each);
    } catch {
      return fail(backupProblem.badRecipient(each.slice(0, 80)));
    }
  }
  return ok(recipients);
}

/** The recipients of a file, a line each. Problems: `backup.file` and those of {@link readRecipients}. */
export function readRecipientsFile(file: string): Result<readonly string[]> {
  const text = readText(file);
  return text.ok ? readRecipients([text.value]) : text;
}

/** The identities of a file, a line each, as `age-keygen` writes them. Problems: `backup.file`, `backup.bad-identity`. */
export function readIdentities(file: string): Result<readonly string[]> {
  const text = readText(file);
  if (!text.ok) return text;
  const identities = linesOf(text.value);
  try {
    if (identities.length === 0) throw new Error("none");
    for (const each of identities) new Decrypter().addIdentity(each);
    return ok(identities);
  } catch {
    return fail(backupProblem.badIdentity(file));
  }
}

/**
 * Makes an identity in a new file that only its owner reads, and gives the recipient that belongs to it. A file that
 * is there already is left alone. Problem: `backup.file`.
 */
export async function makeIdentity(file: string, at: Instant): Promise<Result<string>> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# made ${at}\n# recipient: ${recipient}\n${identity}\n`;
  try {
    writeFileSync(file, text, { mode: OWNER_ONLY, flag: "wx" });
    return ok(recipient);
  } catch (error) {
    return fail(backupProblem.file(file, errorCode(error) ?? "?"));
  }
}

function linesOf(text: string): string[] {
  return text
    .split(/[\s,]*\n\s*|,/u)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function readText(file: string): Result<string> {
  try {
    return ok(readFileSync(file, "utf8").slice(0, LARGEST_KEY_FILE));
  } catch (error) {
    return fail(backupProblem.file(file, errorCode(error) ?? "?"));
  }
}
