import type { ComparisonOperator, PlusUnit, SetOperator } from "./types.ts";

/** The words an expression is printed with. `{a}` and `{b}` stand for the operands. */
export interface PrintWords {
  readonly yes: string;
  readonly no: string;
  readonly today: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly missing: string;
  readonly present: string;
  readonly comparisons: Readonly<Record<ComparisonOperator | SetOperator, string>>;
  /** Instead of the above where the operands are dates. */
  readonly dateComparisons: Readonly<Partial<Record<ComparisonOperator, string>>>;
  readonly count: string;
  readonly countWhere: string;
  readonly age: string;
  readonly ageAt: string;
  readonly after: string;
  readonly before: string;
  readonly units: Readonly<Record<PlusUnit, readonly [one: string, many: string]>>;
}

export const PRINT_WORDS: Readonly<Record<"sv" | "en", PrintWords>> = {
  sv: {
    yes: "ja",
    no: "nej",
    today: "dagens datum",
    and: "och",
    or: "eller",
    not: "inte {a}",
    missing: "{a} saknas",
    present: "{a} finns",
    comparisons: {
      eq: "{a} är {b}",
      ne: "{a} är inte {b}",
      lt: "{a} är mindre än {b}",
      le: "{a} är högst {b}",
      gt: "{a} är större än {b}",
      ge: "{a} är minst {b}",
      in: "{a} är någon av {b}",
      hasAny: "{a} innehåller någon av {b}",
      hasAll: "{a} innehåller alla av {b}",
    },
    dateComparisons: {
      lt: "{a} är före {b}",
      le: "{a} är senast {b}",
      gt: "{a} är efter {b}",
      ge: "{a} är tidigast {b}",
    },
    count: "antalet {a}",
    countWhere: "antalet {a} där {b}",
    age: "åldern enligt {a}",
    ageAt: "åldern enligt {a} den dag som är {b}",
    after: "{n} efter {a}",
    before: "{n} före {a}",
    units: {
      days: ["dag", "dagar"],
      weeks: ["vecka", "veckor"],
      months: ["månad", "månader"],
      years: ["år", "år"],
      workdays: ["arbetsdag", "arbetsdagar"],
    },
  },
  en: {
    yes: "yes",
    no: "no",
    today: "today's date",
    and: "and",
    or: "or",
    not: "not {a}",
    missing: "{a} is missing",
    present: "{a} is present",
    comparisons: {
      eq: "{a} is {b}",
      ne: "{a} is not {b}",
      lt: "{a} is less than {b}",
      le: "{a} is at most {b}",
      gt: "{a} is more than {b}",
      ge: "{a} is at least {b}",
      in: "{a} is any of {b}",
      hasAny: "{a} has any of {b}",
      hasAll: "{a} has all of {b}",
    },
    dateComparisons: {
      lt: "{a} is before {b}",
      le: "{a} is at the latest {b}",
      gt: "{a} is after {b}",
      ge: "{a} is at the earliest {b}",
    },
    count: "the number of {a}",
    countWhere: "the number of {a} where {b}",
    age: "the age by {a}",
    ageAt: "the age by {a} on the day of {b}",
    after: "{n} after {a}",
    before: "{n} before {a}",
    units: {
      days: ["day", "days"],
      weeks: ["week", "weeks"],
      months: ["month", "months"],
      years: ["year", "years"],
      workdays: ["workday", "workdays"],
    },
  },
};
