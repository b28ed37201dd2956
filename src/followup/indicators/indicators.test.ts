import { describe, expect, test } from "vitest";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { SPEC_DIRECTORY } from "../../store/specification.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import { exampleRows, medianOf, recountBars, recountSteps } from "../testing/recount-indicator.ts";
import { indicatorSentence } from "./indicator-words.ts";
import { readIndicators } from "./read-indicators.ts";
import { barsOf, lookupOf, variablesOf } from "./resolve-indicator.ts";
import type { Indicator } from "./types.ts";

const { pack, law } = readSpecForTests();
const spec = valueOf(readIndicators(SPEC_DIRECTORY));
const indicators = [...spec.indicators.values()];
const today = plainDate("2026-11-22");

/** What comes of the worked example of an indicator. */
function workedOut(indicator: Indicator) {
  const { example, steps, measured } = indicator;
  const day = example.today === undefined ? today : plainDate(example.today);
  const lookup = lookupOf(pack, law, day, spec.words);
  const rows = exampleRows(indicator, day);
  if (steps !== undefined) {
    const counts = recountSteps(steps, rows, lookup);
    return { yes: counts.at(-1), n: counts[0], missing: 0 };
  }
  const bars = barsOf(indicator, lookup);
  const counts = recountBars(indicator, bars, rows, lookup);
  const sumOf = (role: string) =>
    counts.reduce((sum, count, at) => sum + (bars[at]?.role === role ? count : 0), 0);
  const median = measured === undefined ? undefined : medianOf(measured.variable, rows);
  const yes = sumOf("yes");
  const answer = { yes, n: yes + sumOf("no"), missing: sumOf("missing") };
  return median === undefined ? answer : { ...answer, median };
}

describe("an indicator", () => {
  test.each(indicators.map((each) => [each.id, each] as const))(
    "%s gives what its worked example says",
    (_id, indicator) => {
      expect(workedOut(indicator)).toEqual(indicator.example.answer);
    },
  );

  test("is named as its file, speaks of variables of the pack, and counts each row once", () => {
    expect(indicators.length).toBeGreaterThan(50);
    const lookup = lookupOf(pack, law, today, spec.words);
    for (const indicator of indicators) {
      for (const id of variablesOf(indicator)) expect(lookup.column(id).id).toBe(id);
      const ids = barsOf(indicator, lookup).map(({ id }) => id);
      expect(new Set(ids).size, indicator.id).toBe(ids.length);
    }
  });

  test("is on the first page or in a report, every one of them", () => {
    const shown = new Set([
      ...spec.overview.flatMap((section) => section.indicators),
      ...[...spec.reports.values()].flatMap(({ sections }) =>
        sections.flatMap((section) => section.indicators),
      ),
    ]);
    expect(indicators.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test("there is for every step of the chain and every area of knowledge", () => {
    const lookup = lookupOf(pack, law, today, spec.words);
    const variables = indicators.flatMap((each) =>
      variablesOf(each).map((id) => lookup.column(id).variable),
    );
    const steps = pack.process.steps.map(({ id }) => id).filter((id) => id !== "administrative");
    expect(steps.filter((id) => !variables.some(({ step }) => step === id))).toEqual([]);
    for (const area of ["bak", "del", "ratt", "sam", "kun", "res"]) {
      expect(
        variables.some((variable) => variable.area === area),
        area,
      ).toBe(true);
    }
  });

  test("says nothing in a foreign name, and fills every place of its sentence", () => {
    expect(JSON.stringify([indicators, spec.overview, [...spec.reports], spec.words])).not.toMatch(
      /bbic/iu,
    );
    for (const indicator of indicators) {
      const steps = Object.fromEntries((indicator.steps ?? []).map(({ id }) => [id, 7]));
      const numbers = { yes: 3, n: 40, missing: 2, median: 7.5, apart: [], steps };
      const said = indicatorSentence({ ...indicator, percentFrom: 20 }, numbers, spec.words);
      expect(`${said.sv} ${said.en}`, indicator.id).not.toMatch(/[{}]/u);
    }
  });
});

describe("a sentence", () => {
  const about = {
    sentence: { sv: "I {yes} av {n}{percent}, {median} dagar.", en: "In {yes} of {n}{percent}." },
    counted: { sv: "utredningar", en: "investigations" },
    percentFrom: 20,
  };
  const none = { yes: 0, n: 0, missing: 0, apart: [], steps: {} };
  const said = (numbers: Partial<typeof none> & { readonly median?: number }) =>
    indicatorSentence(about, { ...none, ...numbers }, spec.words).sv;

  test("has a share first where there are enough, and decimals as they are written", () => {
    expect(said({ yes: 9, n: 20, median: 7.5 })).toBe("I 9 av 20 (45 %), 7,5 dagar.");
    expect(said({ yes: 3, n: 7, median: 7 })).toBe("I 3 av 7, 7 dagar.");
  });

  test("tells what is missing, what stands beside, and that there is nothing", () => {
    const apart = [{ label: { sv: "pågår", en: "running" }, n: 4 }];
    expect(
      indicatorSentence(about, { ...none, yes: 1, n: 2, missing: 3, apart }, spec.words).sv,
    ).toBe("I 1 av 2, – dagar. Uppgift saknas för 3. Utöver dem: 4 (pågår).");
    expect(said({})).toBe("Det finns inga utredningar att räkna här.");
  });
});
