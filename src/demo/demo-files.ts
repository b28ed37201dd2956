import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { answers } from "../contract/shapes.ts";
import { roles } from "../domain/command.ts";

/** The facts of the demo board: invented persons, dates counted from the day it is made. */
const DEMO_DIRECTORY = fileURLToPath(new URL("../../spec/demo", import.meta.url));

/** A day counted from today with a time, or so many minutes ago. */
const when = z.union([
  z.object({ day: z.int(), at: z.string().regex(/^\d{2}:\d{2}$/u) }),
  z.object({ minutesAgo: z.int().min(0) }),
]);
/** Answers where list items may still lack their id; references are resolved when they are used. */
const facts = z.record(z.string(), z.unknown());
const base = z.object({ by: z.string() }).and(when);

const reported = z.object({ child: z.string(), matter: z.string(), report: z.string() });
const reportStep = base.and(
  z.object({
    do: z.enum(["report.receive", "application.receive"]),
    children: z.array(reported).min(1),
    data: facts,
    reasons: z.record(z.string(), z.string()).default({}),
  }),
);
const personStep = base.and(
  z.object({ do: z.literal("person.change"), person: z.string(), data: answers }),
);
const aktStep = base.and(
  z.object({
    do: z.string(),
    matter: z.string(),
    ids: z.record(z.string(), z.string()).default({}),
    data: facts.default({}),
    /** Content of a document that is fixed; `sameContent` signs what was fixed last. */
    content: facts.optional(),
    sameContent: z.boolean().optional(),
    /** By rule, where good practice asks for one. */
    reasons: z.record(z.string(), z.string()).default({}),
    /** What another step of the same matter calls it by, and what this one calls the entry it is about. */
    label: z.string().optional(),
    about: z.string().optional(),
  }),
);
const file = z.object({
  family: z.string(),
  persons: z.record(z.string(), answers).default({}),
  relations: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
  registered: base.optional(),
  steps: z.array(z.union([reportStep, personStep, aktStep])),
});
const boardFile = z.object({
  name: z.string(),
  units: z.record(z.string(), z.string()),
  staff: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      role: z.enum(roles),
      qualified: z.boolean(),
      unit: z.string().optional(),
      username: z.string().optional(),
    }),
  ),
  drafts: z.array(base.and(z.object({ document: z.string(), matter: z.string(), content: facts }))),
});

const entry = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.string()]);
/** A step of a course that several families take; `after` counts days from the report. */
const part = z.object({
  after: z.int().min(0),
  at: z.string(),
  by: z.string(),
  do: z.string(),
  ids: z.record(z.string(), z.string()).default({}),
  data: facts.default({}),
  content: facts.optional(),
  sameContent: z.boolean().optional(),
});
const partFile = z.object({ parts: z.record(z.string(), z.array(part)) });
const backgroundFile = partFile.extend({
  firstDay: z.int(),
  everyDays: z.int().positive(),
  /** Courses, taken in turn. */
  order: z.array(z.string()).min(1),
  endings: z.record(z.string(), z.array(z.string())),
  people: z.array(z.object({ child: entry, guardian: entry })),
  reports: z.array(facts).min(1),
});

export type DemoBackground = z.infer<typeof backgroundFile>;
export type DemoWhen = z.infer<typeof when>;
export type DemoReport = z.infer<typeof reportStep>;
export type DemoPersonChange = z.infer<typeof personStep>;
export type DemoAktStep = z.infer<typeof aktStep>;
export type DemoStep = DemoReport | DemoPersonChange | DemoAktStep;
export type DemoBoard = z.infer<typeof boardFile>;

/** A family with everything that happened to it, in no particular order. */
export interface DemoFamily {
  readonly family: string;
  readonly persons: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly relations: z.infer<typeof file>["relations"];
  readonly registered: z.infer<typeof base>;
  readonly steps: readonly DemoStep[];
}

export interface DemoFiles {
  readonly board: DemoBoard;
  readonly families: readonly DemoFamily[];
  readonly background: DemoBackground;
}

const BOARD = "board.json";
const BACKGROUND = "background.json";
const CLOSING = "background-closing.json";

/** Reads the demo board and its families. Throws on a file that is not as it should be: it is ours. */
export function readDemoFiles(): DemoFiles {
  const names = readdirSync(DEMO_DIRECTORY).filter((name) => name.endsWith(".json"));
  const chapters = names
    .filter((name) => ![BOARD, BACKGROUND, CLOSING].includes(name))
    .map((name) => file.parse(readJson(name)));
  const families = chapters.flatMap((chapter) => {
    const { registered } = chapter;
    if (registered === undefined) return [];
    const own = chapters.filter((each) => each.family === chapter.family);
    return [{ ...chapter, registered, steps: own.flatMap((each) => each.steps) }];
  });
  const background = backgroundFile.parse(readJson(BACKGROUND));
  const { parts } = partFile.parse(readJson(CLOSING));
  return {
    board: boardFile.parse(readJson(BOARD)),
    families,
    background: { ...background, parts: { ...background.parts, ...parts } },
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(DEMO_DIRECTORY, name), "utf8"));
}
