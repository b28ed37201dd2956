import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

describe("no form sends what its page shows", () => {
  const files = sourcesIn(join(import.meta.dirname, "..", "web"));
  const filesWith = (what: RegExp) =>
    files.filter(({ text }) => what.test(text)).map(({ name }) => name);

  test("answers become a body in one place, of what is written in a form that keeps it", () => {
    expect(filesWith(/as Record<string, never>|structuredClone/u)).toEqual([
      "api/answers-to-send.ts",
    ]);
    expect(filesWith(/\basWritten\(/u)).toEqual(["drafts/written.ts", "spec/use-local-answers.ts"]);
  });

  test("a command names a draft that has been stored, never one that may not be yet", () => {
    expect(filesWith(/\bdraft: [\w.]*draftId\(\)/u)).toEqual(["drafts/written.ts"]);
    expect(filesWith(/\bdraft\.flush\(/u)).toEqual(["drafts/open-drafts.ts"]);
  });
});

function sourcesIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.|^testing/u.test(name))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
