/**
 * Writes docs/followup-coverage.md: for each step of the chain and each area of knowledge the indicator with most
 * to count, as the first board of the installation answers it. Made from an invented municipality:
 * `mittpunkt demo --size typical`, then `node scripts/followup-coverage.ts`.
 */
import { writeFileSync } from "node:fs";
import { listBoards } from "../src/access/boards.ts";
import { INSTALLATION } from "../src/access/installation.ts";
import { openProgram } from "../src/cli/open-program.ts";
import { indicatorDeps } from "../src/followup/indicators/indicator-deps.ts";
import {
  measureIndicators,
  type IndicatorAnswer,
} from "../src/followup/indicators/measure-indicator.ts";
import { variablesOf } from "../src/followup/indicators/resolve-indicator.ts";
import type { Pack } from "../src/spec/types.ts";
import { inTenant } from "../src/store/in-tenant.ts";
import { programStore } from "../src/store/program-store.ts";

const areas = [
  ["bak", "Background"],
  ["del", "Participation"],
  ["ratt", "Rule of law"],
  ["sam", "Cooperation"],
  ["kun", "Knowledge"],
] as const;

const opened = await openProgram({ env: process.env, log: console.error, migrates: false });
if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
const program = opened.value;
try {
  const { specification, settings, pools, clock } = program;
  const options = { projectors: [], isTestNumber: () => false, clock };
  const { packs } = programStore(pools, specification, options);
  const texts = specification.words.followup;
  const engine = { pool: pools.followup, clock, packs, settings, texts };
  const deps = indicatorDeps(engine, specification.law.law);
  const [board] = await inTenant(pools.app, INSTALLATION, listBoards);
  if (board === undefined) throw new Error("there is no board");
  const ids = [...deps.spec.indicators.keys()];
  const measured = await measureIndicators(deps, { tenant: board.tenant }, ids, {});
  if (!measured.ok) throw new Error(JSON.stringify(measured.problems));
  const filled = measured.value.filter(({ n }) => n > 0).length;
  const { pack } = packs.current(board.tenant);
  const best = (has: (variable: Pack["variables"][number]) => boolean) =>
    measured.value
      .filter(({ id }) => {
        const indicator = deps.spec.indicators.get(id);
        const own = indicator === undefined ? [] : variablesOf(indicator);
        return pack.variables.some((variable) => own.includes(variable.id) && has(variable));
      })
      .toSorted((a, b) => b.n - a.n)[0];
  const steps = pack.process.steps.filter(({ id }) => id !== "administrative");
  const lines = [
    "# Where each step has its numbers",
    "",
    `Made by \`node scripts/followup-coverage.ts\` from a whole invented municipality (\`typical\`): of ${ids.length} indicators ${filled} have something to count.`,
    "For each step and area the indicator with most to count. How each is counted stands beside it on the page.",
    "",
    "| step or area | indicator | counted of | missing | the answer |",
    "| --- | --- | --- | --- | --- |",
    ...steps.map(({ id, name }) =>
      lineOf(
        name.en,
        best(({ step }) => step === id),
      ),
    ),
    ...areas.map(([id, name]) =>
      lineOf(
        name,
        best(({ area }) => area === id),
      ),
    ),
    "",
  ];
  writeFileSync("docs/followup-coverage.md", lines.join("\n"));
} finally {
  await program.close();
}

function lineOf(name: string, answer: IndicatorAnswer | undefined): string {
  if (answer === undefined) return `| ${name} | | 0 | 0 | |`;
  return `| ${name} | ${answer.title.en} | ${answer.n} | ${answer.missing} | ${answer.sentence.en} |`;
}
