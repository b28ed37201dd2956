import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeCalendar } from "../../kernel/calendar.ts";
import type { Calendar, HolidayRule } from "../../kernel/calendar.ts";
import { loadLaw } from "../load.ts";
import type { Law } from "../types.ts";

const root = fileURLToPath(new URL("../../../spec/law/", import.meta.url));

/** The shipped files of the law, by path below spec/law. */
export function readLawFiles(): Map<string, unknown> {
  const names = globSync("*/*.json", { cwd: root }).toSorted();
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(root, name), "utf8"))]));
}

/** The shipped law. Throws where it does not load. */
export function readLaw(): Law {
  const loaded = loadLaw(readLawFiles());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

/** The shipped calendar. */
export function readCalendar(): Calendar {
  const text = readFileSync(join(root, "calendar/holidays.json"), "utf8");
  const file = JSON.parse(text) as { readonly rules: readonly HolidayRule[] };
  return makeCalendar(file.rules);
}

/** The worked examples, as text. */
export function readExamples(): string {
  return readFileSync(join(root, "fixtures/deadlines.json"), "utf8");
}
