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
  /** Groups that investigate. */
  groups: z.int().positive(),
});
const sizes = z.object({
  note: z.string(),
  sizes: z.record(z.string(), size),
  childrenPerThousand: z.number(),
  reportsPerThousandChildren: z.number(),
});

/** What sets one group apart from another: shares of one. */
const habits = z.object({
  name: z.string(),
  childHeard: z.number(),
  childAlone: z.number(),
  planned: z.number(),
  withinFourMonths: z.number(),
  followUpHeld: z.number(),
  measurable: z.number(),
  /** Questions that may be left are answered so often. */
  answered: z.number(),
});

const rates = z.object({
  /** What decisions are grounded on, by the day the act came into force. */
  grounds: z.array(z.object({ from: z.string(), measure: z.string(), close: z.string() })).min(1),
  found: z.object({
    boys: z.number(),
    themes: weights,
  }),
  invented: z.object({
    /** Kinds of reporters, over all reports. */
    reporters: weights,
    /** Ages of the children reports are about. */
    reportedAge: weights,
    /** The share of reports that open an investigation, where they tell of violence and else. */
    opened: z.object({ violence: z.number(), other: z.number() }),
    notOpened: weights,
    /** From one report on a family to the next. */
    daysToNext: z.object({
      least: z.int(),
      median: z.int(),
      /** Where an investigation runs: who is seen is reported less. */
      whileRunning: z.int(),
      longest: z.int(),
    }),
    /** How often the siblings are reported too, where there are any. */
    siblingsReported: z.number(),
    goals: weights,
    childrenInHousehold: weights,
    occasions: weights,
    age: weights,
    separated: z.number(),
    oneGuardian: z.number(),
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
    childHeardEarly: z.number(),
    childHeardInPlan: z.number(),
    investigationNotes: range,
    preliminaryNotes: range,
    measureNotesPerMonth: z.number(),
    measureMonths: range,
    attainment: weights,
    measureStarted: z.number(),
    followUpEvery: range,
    endReason: weights,
    staffYears: range,
    shortAnswers: z.number(),
    reception: habits,
    groups: z.array(habits).min(1),
    country: weights,
    unaccompanied: z.number(),
    reportMeeting: weights,
    protectionLevel: weights,
    missing: weights,
    /** Reports of schools in their holidays, and of everybody else in July and at Christmas, against other days. */
    holidays: z.object({ schools: z.number(), others: z.number() }),
    chances: z.record(z.string(), z.number()),
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
  municipalities: texts,
  providers: texts,
  channels: weights,
  protection: z.object({ "no-immediate-need": texts, "met-otherwise": texts, measures: texts }),
  preliminary: texts,
  preliminaryNotes: texts,
  notOpen: z.object({
    "no-measure": texts,
    "met-otherwise": texts,
    "measure-without-assessment": texts,
    "wrong-municipality": texts,
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

const lists = z.object({
  /** Words that slots of the same name are filled from. */
  lists: z.record(z.string(), texts),
  /** What whoever writes in a hurry writes instead. */
  short: z.array(z.tuple([z.string(), z.string()])),
});

const expected = z.object({
  note: z.string(),
  measures: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      /** Days are a median, numbers a mean or a rate. */
      unit: z.enum(["share", "days", "number"]),
      expected: z.number(),
      tolerance: z.number(),
      source: z.enum(["found", "invented"]),
    }),
  ),
});

/** What an invented municipality should come near. */
export type Expected = z.infer<typeof expected>["measures"][number];
export type Habits = z.infer<typeof habits>;
export type Size = z.infer<typeof size>;
export type Theme = z.infer<typeof theme>;
export type Words = z.infer<typeof words> &
  z.infer<typeof lists> & {
    /** What is noted of the rarer things, by what it is. */
    readonly events: Readonly<Record<string, readonly string[]>>;
  };
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
    words: {
      ...words.parse({ ...readObject("words.json"), ...readObject("words-intake.json") }),
      ...lists.parse(readJson("lists.json")),
      events: z.record(z.string(), texts).parse(readJson("events.json")),
    },
  };
}

/** Reads what an invented municipality should come near. */
export function readExpected(): readonly Expected[] {
  return expected.parse(readJson("expected.json")).measures;
}

function readObject(name: string): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(readJson(name));
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(DIRECTORY, name), "utf8"));
}
