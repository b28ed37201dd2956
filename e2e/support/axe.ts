import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** WCAG 2.2, levels A and AA, and good practice: with it, every audit that Lighthouse counts for accessibility. */
const LEVELS: RunOptions = {
  runOnly: TAGS,
  resultTypes: ["violations"],
};

/** The rules that another colour scheme can break. */
const CONTRAST: RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] } };

/** The rules that `accessibilityFaults` runs. */
export function rulesRun(): readonly string[] {
  return axe.getRules([...TAGS]).map(({ ruleId }) => ruleId);
}

/** What the page breaks of WCAG 2.2 A and AA, one line each: rule, place, words. */
export function accessibilityFaults(page: Page): Promise<readonly string[]> {
  return runAxe(page, LEVELS);
}

/** What the page breaks of contrast only: the rest does not follow from the colours. */
export function contrastFaults(page: Page): Promise<readonly string[]> {
  return runAxe(page, CONTRAST);
}

async function runAxe(page: Page, options: RunOptions): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  // Given to the page by the debugger: the content policy rightly takes no script from elsewhere.
  if (!isThere) await page.evaluate(source);
  const results = await page.evaluate(
    (rules) => (window as unknown as AxeWindow).axe.run(document, rules),
    options,
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id} ${node.target.join(" ")}: ${node.failureSummary ?? ""}`,
    ),
  );
}

interface AxeWindow {
  readonly axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}
