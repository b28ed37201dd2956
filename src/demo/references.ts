import type { AnswerItem, Answers, AnswerValue } from "../domain/event.ts";
import { stockholmDate, stockholmLocal, type Instant } from "../kernel/instant.ts";
import { parseUuid, type IdSource, type Uuid } from "../kernel/ids.ts";
import type { DemoTime } from "./demo-time.ts";

/** Gives names of the demo files their ids: `@karin` a person or member of staff, `#report` a thing. */
export interface References {
  /** Ties a name to an id that is there already. */
  know(name: string, id: Uuid): void;
  /** The id of a name; a thing (`#...`) gets one when it is first named. */
  id(name: string): Uuid;
}

/** Makes the names of one board, or of one family in it (`outer`), whose things get its own ids. */
export function makeReferences(ids: IdSource, outer?: References): References {
  const known = new Map<string, Uuid>();
  return {
    know: (name, id) => void known.set(name, id),
    id: (name) => {
      const own = known.get(name) ?? (name.startsWith("#") ? ids.next() : undefined);
      const id = own ?? outer?.id(name);
      if (id === undefined) throw new Error(`Nobody in the demo is called ${name}`);
      known.set(name, id);
      return id;
    },
  };
}

type Missing = Extract<AnswerValue, { readonly missing: string }>;
const REASONS: readonly unknown[] = ["not_asked", "unknown", "declined", "not_relevant"];

/** That there is no answer, and why. */
function isMissing(given: unknown): given is Missing {
  const named = typeof given === "object" && given !== null && "missing" in given;
  return named && REASONS.includes(given.missing);
}

const DAY = /^\$day([+-]\d+)(?: (\d{2}:\d{2}))?$/u;

/**
 * The answers of a step: names become ids, `$now` the moment of the step, `$day-5` a day and
 * `$day-5 09:15` a time counted from today, and items of lists without an id get one.
 */
export function resolveAnswers(
  facts: Readonly<Record<string, unknown>>,
  at: Instant,
  time: DemoTime,
  references: References,
  ids: IdSource,
): Answers {
  function text(value: string): string {
    if (/^[@#][a-z0-9-]+$/u.test(value)) return references.id(value);
    if (value === "$now") return stockholmLocal(at);
    if (value === "$today") return stockholmDate(at);
    const day = DAY.exec(value);
    if (day === null) return value;
    const date = time.day(Number(day[1]));
    return day[2] === undefined ? date : `${date}T${day[2]}`;
  }
  function value(given: unknown): AnswerValue {
    if (typeof given === "string") return text(given);
    if (typeof given === "number" || typeof given === "boolean") return given;
    if (isMissing(given)) return given;
    if (!Array.isArray(given)) throw new TypeError("A demo answer is no answer");
    const values: readonly unknown[] = given;
    if (values.every((each) => typeof each === "string")) return values.map(text);
    return values.map(item);
  }
  function item(given: unknown): AnswerItem {
    if (typeof given !== "object" || given === null) throw new TypeError("A demo item is no item");
    const fields = Object.entries(given).filter(([name]) => name !== "id");
    const named = "id" in given && typeof given.id === "string" ? given.id : undefined;
    const id = named === undefined ? ids.next() : (parseUuid(named) ?? references.id(named));
    return { ...Object.fromEntries(fields.map(([name, each]) => [name, value(each)])), id };
  }
  return Object.fromEntries(Object.entries(facts).map(([name, each]) => [name, value(each)]));
}
