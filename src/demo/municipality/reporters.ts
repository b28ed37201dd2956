import type { Weights } from "./dice.ts";
import type { MunicipalityFiles, Theme } from "./files.ts";
import { fitShares, type Row } from "./shares.ts";
import { weightsInHolidays } from "./season.ts";
import { fitsAge } from "./telling.ts";

/** Who reports of a theme about a child of an age, when schools are open and in their holidays. */
export type Reporters = (theme: Theme, age: number, holiday: boolean) => Weights;

const OLDEST = 17;
/** The share of reports that come in the holidays of schools, where fewer come. */
const IN_HOLIDAYS = 0.17;

/**
 * Who reports, so that over all reports each kind of reporter has the share the rates give it, though each theme
 * has those who see such things, each text its ages, and schools are closed in their holidays.
 */
export function reportersOf({ themes, rates }: MunicipalityFiles): Reporters {
  const { found, invented } = rates;
  const keys: string[] = [];
  const rows: Row[] = [];
  for (const theme of themes) {
    for (let age = 0; age <= OLDEST; age += 1) {
      const seen = seenBy(theme, age);
      const weight = (found.themes[theme.id] ?? 0) * ofAge(theme, age, invented.reportedAge);
      for (const holiday of [false, true]) {
        keys.push(keyOf(theme, age, holiday));
        rows.push({
          weight: weight * (holiday ? IN_HOLIDAYS : 1 - IN_HOLIDAYS),
          cells: holiday ? weightsInHolidays(seen, rates) : seen,
        });
      }
    }
  }
  const fitted = fitShares(rows, invented.reporters);
  const shares = new Map(keys.map((key, at) => [key, fitted[at] ?? {}]));
  return (theme, age, holiday) =>
    shares.get(keyOf(theme, Math.min(age, OLDEST), holiday)) ?? theme.reporters;
}

function keyOf({ id }: Theme, age: number, holiday: boolean): string {
  return `${id} ${age} ${holiday}`;
}

/** Those of a theme who have words about a child of that age. */
function seenBy(theme: Theme, age: number): Weights {
  const speak = Object.entries(theme.reports)
    .filter(([, texts]) => texts.some((text) => fitsAge(text, age)))
    .flatMap(([kinds]) => kinds.split(","));
  return Object.fromEntries(
    Object.entries(theme.reporters).filter(([kind]) => speak.includes(kind)),
  );
}

/** How much of a theme is about children of an age; next to nothing outside its ages, where siblings are. */
function ofAge({ ages: [least, most] }: Theme, age: number, bands: Weights): number {
  if (age < least || age > most) return BESIDE;
  for (const [band, weight] of Object.entries(bands)) {
    const [from = 0, to = OLDEST] = band.split("-").map(Number);
    if (age >= from && age <= to) return weight / (to - from + 1);
  }
  return 0;
}

const BESIDE = 0.05;
