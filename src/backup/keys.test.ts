import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { parseInstant, type Instant } from "../kernel/instant.ts";
import { readDailyBackup } from "./daily-backup.ts";
import { makeIdentity, readIdentities, readRecipients, readRecipientsFile } from "./keys.ts";

const at = parseInstant("2026-11-22T20:00:00.000Z") as Instant;
let folder: string;
let recipient: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mp-keys-"));
  const made = await makeIdentity(join(folder, "key"), at);
  recipient = made.ok ? made.value : "";
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Ids of the problems; empty when there are none. */
function ids(result: { ok: boolean; problems?: readonly { id: string }[] }): string[] {
  return (result.problems ?? []).map(({ id }) => id);
}

describe("a new identity", () => {
  it("is for its owner only, is told nowhere, and is never written over", async () => {
    expect(recipient).toMatch(/^age1[a-z0-9]+$/u);
    expect(statSync(join(folder, "key")).mode & 0o777).toBe(0o600);
    const before = readFileSync(join(folder, "key"), "utf8");
    expect(ids(await makeIdentity(join(folder, "key"), at))).toEqual(["backup.file"]);
    expect(readFileSync(join(folder, "key"), "utf8")).toBe(before);
    expect(readIdentities(join(folder, "key"))).toMatchObject({ ok: true });
  });
});

describe("recipients", () => {
  it("come one by one, with commas and from a file, each once", () => {
    writeFileSync(join(folder, "recipients"), `# board\n${recipient}\n\n${recipient}\n`);
    const expected = { ok: true, value: [recipient] };
    expect(readRecipients([recipient, `${recipient},${recipient}`])).toEqual(expected);
    expect(readRecipientsFile(join(folder, "recipients"))).toEqual(expected);
  });

  it("are refused when they are none", () => {
    expect(ids(readRecipients([]))).toEqual(["backup.no-recipient"]);
    expect(ids(readRecipients(["age1nonsense"]))).toEqual(["backup.bad-recipient"]);
    const mistyped = `${recipient.slice(0, -1)}${recipient.endsWith("q") ? "p" : "q"}`;
    expect(ids(readRecipients([mistyped]))).toEqual(["backup.bad-recipient"]);
    expect(ids(readRecipientsFile(join(folder, "none")))).toEqual(["backup.file"]);
    expect(ids(readIdentities(join(folder, "recipients")))).toEqual(["backup.bad-identity"]);
  });
});

describe("the settings of the daily backup", () => {
  const env = () => ({ BACKUP_FOLDER: folder, BACKUP_RECIPIENTS: recipient });

  it("are off without a folder, and keep 35 days unless fewer are asked for", () => {
    expect(readDailyBackup({})).toEqual({ ok: true, value: undefined });
    const value = { folder, recipients: [recipient], keptDays: 35 };
    expect(readDailyBackup(env())).toEqual({ ok: true, value });
    expect(readDailyBackup({ ...env(), BACKUP_DAYS: "7" })).toMatchObject({
      value: { keptDays: 7 },
    });
  });

  it.each(["36", "0", "-1", "1.5", "all"])("refuse to keep %s days", (days) => {
    expect(ids(readDailyBackup({ ...env(), BACKUP_DAYS: days }))).toEqual(["setting-unusable"]);
  });

  it("refuse to write in clear", () => {
    expect(ids(readDailyBackup({ BACKUP_FOLDER: folder }))).toEqual(["backup.no-recipient"]);
  });
});
