import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeCalendar, type Calendar, type HolidayRule } from "../../kernel/calendar.ts";
import { loadLaw } from "../../rules/load.ts";
import type { DelegationOrder, Law } from "../../rules/types.ts";
import { loadPack } from "../../spec/load.ts";
import type { Pack } from "../../spec/types.ts";

const root = fileURLToPath(new URL("../../../spec/", import.meta.url));

function filesUnder(folder: string): ReadonlyMap<string, unknown> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, JSON.parse(readFileSync(join(root, folder, name), "utf8")) as unknown]),
  );
}

export interface SpecForTests {
  readonly pack: Pack;
  readonly law: Law;
  readonly order: DelegationOrder;
  readonly calendar: Calendar;
}

let known: SpecForTests | undefined;

/** The shipped pack and law, read once, for tests of pure code. */
export function readSpecForTests(): SpecForTests {
  if (known !== undefined) return known;
  const packFiles = new Map(
    [...filesUnder("mittpunkt/2026-1")].filter(([name]) => !name.startsWith("fixtures")),
  );
  const pack = loadPack(packFiles);
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems.slice(0, 3)));
  const lawFiles = filesUnder("law");
  const law = loadLaw(lawFiles);
  if (!law.ok) throw new Error(JSON.stringify(law.problems.slice(0, 3)));
  const order = law.value.orders[0];
  if (order === undefined) throw new Error("no delegation order");
  const holidays = (
    lawFiles.get("calendar/holidays.json") as { readonly rules: readonly HolidayRule[] }
  ).rules;
  known = { pack: pack.value, law: law.value, order, calendar: makeCalendar(holidays) };
  return known;
}
