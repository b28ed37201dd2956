import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { readSpecForTests } from "../domain/testing/read-spec.ts";
import { columnsOf } from "./columns.ts";
import { aktGuardianVariables, aktVariables } from "./derive/akt.ts";
import { avsGuardianVariables, avsVariables } from "./derive/avs.ts";
import { backgroundVariables, guardianBackground } from "./derive/background.ts";
import { besGuardianVariables, besVariables } from "./derive/bes.ts";
import { folGuardianVariables, folVariables } from "./derive/fol.ts";
import { genGuardianVariables, genVariables } from "./derive/gen.ts";
import { goalVariables } from "./derive/goal.ts";
import { utrGuardianVariables, utrVariables } from "./derive/utr.ts";
import { followupAdditionsSql, followupMigrations } from "./schema.ts";

const { pack } = readSpecForTests();
const columns = columnsOf(pack);
const name = `${pack.manifest.id}/${pack.manifest.version}`;
const migrations = followupMigrations(columns, name);

describe("the tables of follow-up", () => {
  test("are those of the variables (node scripts/followup-schema.ts writes them)", () => {
    for (const { file, sql } of migrations) {
      expect(readFileSync(new URL(`../../sql/${file}`, import.meta.url), "utf8")).toBe(sql);
    }
  });

  test("have a derivation for each column, and a column for each derivation", () => {
    const derived = [
      backgroundVariables,
      guardianBackground,
      aktVariables,
      aktGuardianVariables,
      utrVariables,
      utrGuardianVariables,
      besVariables,
      besGuardianVariables,
      genVariables,
      genGuardianVariables,
      folVariables,
      folGuardianVariables,
      avsVariables,
      avsGuardianVariables,
      goalVariables,
    ].flatMap((variables) => Object.keys(variables));
    expect(derived.toSorted()).toEqual(columns.map((column) => column.id).toSorted());
  });

  test("let follow-up read no level of protection", () => {
    const readable = migrations
      .flatMap(({ sql }) => sql.split("\n"))
      .filter((line) => line.startsWith("grant select ("));
    expect(readable).toHaveLength(7);
    expect(readable.join(" ")).not.toContain("bak_11");
  });

  test("get a column for a variable that a later pack adds", () => {
    const [known] = columns.filter((column) => column.id === "UTR-35");
    if (known === undefined) throw new Error("no variable");
    const added = { ...known, id: "UTR-99", name: "utr_99" };
    expect(followupAdditionsSql([...columns, added], columns, "next")).toBe(
      `-- run as mp_migrator
-- Follow-up columns that next adds.
alter table followup.utr add column if not exists utr_99 smallint not null default -1;
grant select (utr_99) on followup.utr to mp_followup;
`,
    );
  });
});
