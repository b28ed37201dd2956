import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { stockholmDate } from "../kernel/instant.ts";
import { addDays, parsePlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { UNFINISHED, writeBackupFile, type WrittenBackup } from "./backup-file.ts";
import { readRecipients } from "./keys.ts";
import type { BackupOptions } from "./write-backup.ts";

/** Where the daily backup goes, to whom it is encrypted and how long it is kept. */
export interface DailyBackup {
  readonly folder: string;
  readonly recipients: readonly string[];
  readonly keptDays: number;
}

/** What is destroyed in the records must be gone from every backup after this many days (design, section 3). */
const MOST_DAYS = 35;

/**
 * Reads BACKUP_FOLDER, BACKUP_RECIPIENTS and BACKUP_DAYS; undefined without a folder. Problems: `setting-unusable`
 * and those of {@link readRecipients}.
 */
export function readDailyBackup(env: NodeJS.ProcessEnv): Result<DailyBackup | undefined> {
  const folder = env["BACKUP_FOLDER"] ?? "";
  if (folder === "") return ok(undefined);
  const recipients = readRecipients([env["BACKUP_RECIPIENTS"] ?? ""]);
  if (!recipients.ok) return recipients;
  const text = env["BACKUP_DAYS"] ?? "";
  const keptDays = text === "" ? MOST_DAYS : Number(text);
  if (!Number.isInteger(keptDays) || keptDays < 1 || keptDays > MOST_DAYS) {
    const sv = `Inställningen BACKUP_DAYS kan inte vara "${text}": 1 till ${MOST_DAYS} dagar.`;
    const en = `The setting BACKUP_DAYS can't be "${text}": 1 to ${MOST_DAYS} days.`;
    return fail(problem("setting-unusable", { text: { sv, en } }));
  }
  return ok({ folder, recipients: recipients.value, keptDays });
}

const NAME = /^mittpunkt-(\d{4}-\d{2}-\d{2})\.age$/u;

/**
 * Makes the backup of today unless it is there, and removes those that are too old and what an earlier one left
 * half-written. Nothing is removed before the new one is whole. Gives what it made. Problems: those of
 * {@link writeBackupFile}.
 */
export async function keepDailyBackup(
  daily: DailyBackup,
  options: Omit<BackupOptions, "recipients" | "board">,
): Promise<Result<WrittenBackup | undefined>> {
  const today = stockholmDate(options.madeAt);
  const file = join(daily.folder, `mittpunkt-${today}.age`);
  let made: WrittenBackup | undefined;
  if (!existsSync(file)) {
    const written = await writeBackupFile({ ...options, recipients: daily.recipients }, file);
    if (!written.ok) return written;
    made = written.value;
  }
  const oldest = addDays(today, 1 - daily.keptDays);
  for (const name of await readdir(daily.folder)) {
    const day = parsePlainDate(NAME.exec(name.replace(UNFINISHED, ""))?.[1] ?? "");
    if (day === undefined) continue;
    if (day < oldest || name.endsWith(UNFINISHED)) await rm(join(daily.folder, name));
  }
  return ok(made);
}
