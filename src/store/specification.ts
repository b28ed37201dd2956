import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  makeCalendar,
  type Calendar,
  type DateRule,
  type HolidayRule,
} from "../kernel/calendar.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { loadLaw } from "../rules/load.ts";
import type { DelegationOrder } from "../rules/types.ts";
import type { ProblemCatalogue } from "../spec/problem-texts.ts";
import type { Text } from "../spec/types.ts";
import type { LawInUse } from "./deps.ts";
import {
  installedPacksOf,
  readSpecFolder,
  type InstalledPacks,
  type SpecFolder,
} from "./spec-files.ts";

/** The specification that comes with the program. */
export const SPEC_DIRECTORY = fileURLToPath(new URL("../../spec", import.meta.url));

/** Everything of `spec/` that a running program needs, read and checked once. */
export interface Specification {
  readonly packs: InstalledPacks;
  readonly law: LawInUse;
  readonly order: DelegationOrder;
  readonly calendar: Calendar;
  readonly problemTexts: ProblemCatalogue;
  /** Sentences and verbs by file of `spec/texts` and id. */
  readonly words: Readonly<Record<WordFile, Words>>;
}

export type WordFile = "chronology" | "steps" | "followup" | "labels" | "search";
export type Words = Readonly<Record<string, Text>>;

const monthDay = z.object({ month: z.int(), day: z.int() });
const dateRule: z.ZodType<DateRule> = z.union([
  z.object({ type: z.literal("fixed"), month: z.int(), day: z.int() }),
  z.object({ type: z.literal("easter"), offset: z.int() }),
  z.object({ type: z.literal("weekday-between"), weekday: z.int(), from: monthDay, to: monthDay }),
  z.object({
    type: z.literal("day-before"),
    get of() {
      return dateRule;
    },
  }),
]);
const text = z.object({ sv: z.string(), en: z.string() });
const holidayRule: z.ZodType<HolidayRule> = z.object({
  id: z.string(),
  name: text,
  kind: z.enum(["holiday", "eve"]),
  rule: dateRule,
  validFrom: z.int().exactOptional(),
  validTo: z.int().exactOptional(),
  source: z.string().exactOptional(),
});
const holidayFile = z.object({ rules: z.array(holidayRule) });
const wordFile = z.record(z.string(), text);

/**
 * Reads and checks the whole specification. Refuses as `readSpecFolder` and `loadLaw` do, and with
 * `spec.shape` for the calendar, the words and a law without a delegation order.
 */
export async function loadSpecification(
  root: string = SPEC_DIRECTORY,
  overlays: readonly string[] = [],
): Promise<Result<Specification>> {
  const folder = await readSpecFolder(root, overlays);
  if (!folder.ok) return folder;
  const law = loadLaw(folder.value.lawFiles);
  if (!law.ok) return law;
  const holidays = holidayFile.safeParse(folder.value.lawFiles.get("calendar/holidays.json"));
  const chronology = wordsOf(folder.value, "chronology");
  const steps = wordsOf(folder.value, "steps");
  const followup = wordsOf(folder.value, "followup");
  const labels = wordsOf(folder.value, "labels");
  const search = wordsOf(folder.value, "search");
  const order = law.value.orders.at(-1);
  if (!holidays.success) return misshaped("law/calendar/holidays.json");
  if (!chronology.ok) return chronology;
  if (!steps.ok) return steps;
  if (!followup.ok) return followup;
  if (!labels.ok) return labels;
  if (!search.ok) return search;
  if (order === undefined) return misshaped("law/delegation");
  return ok({
    packs: installedPacksOf(folder.value.packs, overlays.length),
    law: { digest: folder.value.lawDigest, law: law.value },
    order,
    calendar: makeCalendar(holidays.data.rules),
    problemTexts: folder.value.problemTexts,
    words: {
      chronology: chronology.value,
      steps: steps.value,
      followup: followup.value,
      labels: labels.value,
      search: search.value,
    },
  });
}

function wordsOf(folder: SpecFolder, file: WordFile): Result<Words> {
  const words = wordFile.safeParse(folder.texts.get(`${file}.json`));
  return words.success ? ok(words.data) : misshaped(`texts/${file}.json`);
}

function misshaped(file: string): Result<never> {
  return fail(problem("spec.shape", { params: { file } }));
}
