import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What invented municipalities are made of: sizes, rates with their origin, themes of reports and words. */
const DIRECTORY = fileURLToPath(new URL("../../../spec/demo/municipality", import.meta.url));

const texts = z.array(z.string()).min(1);
const weights = z.record(z.string(), z.number().min(0));
const range = z.tuple([z.number(), z.number()]);

const size = z.object({
  inhabitants: z.int().positive(),
  years: z.int().positive(),
  reception: z.int().positive(),
  investigation: z.int().positive(),
});
const sizes = z.object({
  note: z.string(),
  sizes: z.record(z.string(), size),
  childrenPerThousand: z.number(),
  reportsPerThousandChildren: z.number(),
});

const rates = z.object({
  /** What decisions are grounded on, by the day the act came into force. */
  grounds: z.array(z.object({ from: z.string(), measure: z.string(), close: z.string() })).min(1),
  found: z.object({
    boys: z.number(),
    opened: z.number(),
    withinFourMonths: z.number(),
    themes: weights,
  }),
  invented: z.object({
    siblingsReported: z.number(),
    childrenInHousehold: weights,
    occasions: weights,
    age: weights,
    separated: z.number(),
    oneGuardian: z.number(),
    protected: z.number(),
    otherLanguage: weights,
    disability: weights,
    shielded: z.number(),
    workdaysToAssess: weights,
    daysToDecide: z.object({
      median: z.int(),
      within: z.int(),
      share: z.number(),
      longest: z.int(),
    }),
    investigationDays: z.object({ median: z.int(), longest: z.int(), late: z.int() }),
    outcome: weights,
    planned: z.number(),
    childHeard: z.number(),
    childHeardEarly: z.number(),
    childHeardInPlan: z.number(),
    investigationNotes: range,
    preliminaryNotes: range,
    measureNotesPerMonth: z.number(),
    measureMonths: range,
    attainment: weights,
    measureStarted: z.number(),
    followUpEvery: range,
    followUpHeld: z.number(),
    endReason: weights,
    staffYears: range,
    shortAnswers: z.number(),
  }),
});

/** Area, kind of statement, kind of source, source, text. */
const statement = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);
/** Words, indicator, baseline, target; one without an indicator can't be measured. */
const goal = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const need = z.object({
  area: z.string(),
  words: z.string(),
  goals: z.array(goal).min(1),
  measures: texts,
});
const theme = z.object({
  id: z.string(),
  ages: range,
  reasons: z.array(texts).min(1),
  concerns: z.string(),
  violence: z.enum(["none", "violence", "neglect", "peer"]),
  separated: z.boolean().optional(),
  reporters: weights,
  exposure: weights,
  /** By who reports; several kinds with the same words stand with a comma between. */
  reports: z.record(z.string(), texts),
  guardianTalk: texts,
  childTalk: texts,
  childsWords: texts,
  statements: z.array(statement).min(1),
  protective: texts,
  risk: texts,
  notes: texts,
  needs: z.array(need).min(1),
  weighing: texts,
  consequences: texts,
});

const words = z.object({
  /** The name of the board. */
  board: z.string(),
  schools: texts,
  preschools: texts,
  streets: texts,
  providers: texts,
  channels: weights,
  protection: z.object({ "no-immediate-need": texts, "met-otherwise": texts, measures: texts }),
  preliminary: texts,
  preliminaryNotes: texts,
  notOpen: z.object({
    "no-measure": texts,
    "met-otherwise": texts,
    "measure-without-assessment": texts,
    risk: texts,
    informed: texts,
  }),
  open: texts,
  link: texts,
  feedback: texts,
  inform: texts,
  questions: z.array(z.tuple([z.string(), texts])).min(1),
  places: texts,
  consent: texts,
  notes: texts,
  homeVisit: texts,
  matterSummary: texts,
  procedure: texts,
  childView: texts,
  guardianView: z.record(z.string(), texts),
  exposureText: texts,
  bestInterests: texts,
  conclusion: z.record(z.string(), texts),
  answers: z.record(z.string(), z.array(z.string())),
  activities: texts,
  followUps: texts,
  followUpViews: texts,
  measureNotes: texts,
  ends: z.record(z.string(), texts),
  closing: texts,
  /** What is given as the reason when good practice asks for one, by what is done and the rule. */
  reasons: z.record(z.string(), z.record(z.string(), texts)),
});

export type Size = z.infer<typeof size>;
export type Theme = z.infer<typeof theme>;
export type Words = z.infer<typeof words>;
export type Rates = z.infer<typeof rates>;

export interface MunicipalityFiles {
  readonly sizes: z.infer<typeof sizes>;
  readonly rates: Rates;
  readonly themes: readonly Theme[];
  readonly words: Words;
}

/** Reads the files of invented municipalities. Throws on one that is not as it should be: they are ours. */
export function readMunicipalityFiles(): MunicipalityFiles {
  const themes = readdirSync(join(DIRECTORY, "themes")).toSorted();
  return {
    sizes: sizes.parse(readJson("sizes.json")),
    rates: rates.parse(readJson("rates.json")),
    themes: themes.map((name) => theme.parse(readJson(join("themes", name)))),
    words: words.parse(readJson("words.json")),
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(DIRECTORY, name), "utf8"));
}
