import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { CodeBook } from "../code-book.ts";
import { columnsOf } from "../columns.ts";
import { deriveEnvOf } from "../derive/env.ts";
import { followupRows } from "../derive/rows.ts";
import { elmer, elmersAkt, elmersGuardians } from "../testing/case-elmer.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { storedRow } from "./encode.ts";

const { pack } = readSpecForTests();
const env = deriveEnvOf(pack, shippedSettings());
const persons = { child: elmer, guardians: elmersGuardians };
const rows = Object.values(elmersAkt.matters).flatMap(({ matter }) =>
  followupRows(elmersAkt, matter, persons, env),
);
/** A number for every code, by its letters. */
const book: CodeBook = {
  numberOf: (_list, code) =>
    Array.from(code).reduce((sum, letter) => sum + letter.charCodeAt(0), 1),
  codeOf: () => undefined,
  numbersOf: () => [],
};

describe("a stored row", () => {
  test("has the hash of its canonical JSON, whatever the order of the columns of the pack", () => {
    expect(rows.map((row) => row.kind)).toEqual(expect.arrayContaining(["akt", "utr", "bes"]));
    for (const row of rows) {
      const { hash, columns, ...rest } = storedRow(row, columnsOf(pack), book, "digest");
      const { spec: _spec, ...hashed } = columns;
      const text = canonicalJson({
        ...rest,
        choices: rest.choices.map((choice) => ({ ...choice })),
        columns: hashed,
      });
      expect(hash).toEqual(createHash("sha256").update(text).digest());
      const shuffled = columnsOf(pack).toReversed();
      expect(storedRow(row, shuffled, book, "digest").columns).toEqual(columns);
    }
  });
});
