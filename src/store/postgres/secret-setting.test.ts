import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, test } from "vitest";

import { secretSetting } from "./secret-setting.ts";

const folder = mkdtempSync(join(tmpdir(), "mp-secret-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const read = (env: NodeJS.ProcessEnv) => secretSetting(env, "DATABASE_URL_APP");
const url = "postgres://mp_app:secret@db/mittpunkt";

describe("a setting that may hold a password", () => {
  test("stands in itself, in a file that is named, or in a credential of systemd", () => {
    fileOf("database-url-app", `${url}?of=systemd\n`);
    const CREDENTIALS_DIRECTORY = folder;
    const file = fileOf("named", `${url}\n`);
    expect(read({ DATABASE_URL_APP: url, CREDENTIALS_DIRECTORY })).toEqual({
      ok: true,
      value: url,
    });
    expect(read({ DATABASE_URL_APP_FILE: file })).toEqual({ ok: true, value: url });
    expect(read({ DATABASE_URL_APP: "", CREDENTIALS_DIRECTORY })).toEqual({
      ok: true,
      value: `${url}?of=systemd`,
    });
    expect(secretSetting({ CREDENTIALS_DIRECTORY }, "DATABASE_URL")).toEqual({
      ok: true,
      value: undefined,
    });
    expect(read({})).toEqual({ ok: true, value: undefined });
  });

  test("is refused when it is in two places, can't be read or is empty, and never repeated", () => {
    const file = fileOf("both", "postgres://another:secret@db/mittpunkt");
    const refused = [
      read({ DATABASE_URL_APP: url, DATABASE_URL_APP_FILE: file }),
      read({ DATABASE_URL_APP_FILE: join(folder, "gone") }),
      read({ DATABASE_URL_APP_FILE: fileOf("empty", " \n") }),
      read({ DATABASE_URL_APP_FILE: folder }),
    ];
    for (const each of refused) {
      expect(each).toMatchObject({ ok: false, problems: [{ id: "setting-unusable" }] });
      expect(JSON.stringify(each)).not.toContain("secret@");
    }
  });
});
