import { writeFile } from "node:fs/promises";
import { listBoards, type ListedBoard } from "../access/boards.ts";
import { INSTALLATION } from "../access/installation.ts";
import { indicatorDeps } from "../followup/indicators/indicator-deps.ts";
import { makeReport, type ReportAnswer } from "../followup/indicators/make-report.ts";
import { buildReport } from "../print/report/build-report.ts";
import { startRenderer } from "../print/render.ts";
import { inTenant } from "../store/in-tenant.ts";
import { programStore } from "../store/program-store.ts";
import type { CliArguments } from "./arguments.ts";
import { EXIT, type CliOutput, type ExitCode, type RunCommand } from "./command.ts";
import { whyNotWritten } from "./may-write.ts";
import type { OpenProgram } from "./open-program.ts";
import { told, withProgram } from "./with-program.ts";

/**
 * Makes a ready report of one board, with small numbers left out as on the page: its sentences, with `--json` all of
 * it, with `--pdf` a file that leaves the office, so that what it tells is kept. Without `--board` there must be one board only.
 */
export const followupReport: RunCommand = async (args, output) => {
  const [name, ...others] = args.words;
  if (name === undefined || others.length > 0) {
    output.err("Name one report: activity, client-group or board.");
    return EXIT.unusable;
  }
  // What leaves is kept before it is written: it must be able to be written.
  const shut = args.pdf === undefined ? undefined : await whyNotWritten(args.pdf);
  if (shut !== undefined) {
    output.err(shut);
    return EXIT.unusable;
  }
  return withProgram(output, (program) => report(program, name, args, output));
};

async function report(
  program: OpenProgram,
  name: string,
  args: CliArguments,
  output: CliOutput,
): Promise<ExitCode> {
  const board = await boardOf(program, args, output);
  if (board === undefined) return EXIT.unusable;
  const { specification, settings, pools, clock } = program;
  const store = programStore(pools, specification, {
    projectors: [],
    isTestNumber: () => false,
    clock,
  });
  const { followup: texts } = specification.words;
  const engine = { pool: pools.followup, clock, packs: store.packs, settings, texts };
  const deps = { ...indicatorDeps(engine, specification.law.law), app: pools.app };
  const period = { from: args.from, to: args.to };
  const leaving = { by: undefined, next: () => store.ids.next() };
  const scope = { tenant: board.tenant };
  const made = await makeReport(
    deps,
    scope,
    name,
    period,
    args.pdf === undefined ? {} : { leaving },
  );
  if (!made.ok) return told(made.problems, output, specification.problemTexts);
  if (args.pdf !== undefined && !(await writePdf(made.value, board, args.pdf, output))) {
    return EXIT.unusable;
  }
  for (const line of args.json ? [JSON.stringify(made.value)] : linesOf(made.value)) {
    output.out(line);
  }
  return EXIT.agreed;
}

async function boardOf(
  { pools }: OpenProgram,
  { board }: CliArguments,
  output: CliOutput,
): Promise<ListedBoard | undefined> {
  const all = await inTenant(pools.app, INSTALLATION, listBoards);
  const wanted = all.filter(({ tenant }) => board === undefined || tenant === board);
  const [only, ...more] = wanted;
  if (only === undefined) output.err("There is no such board.");
  if (more.length > 0) output.err("There are several boards: say which with --board N.");
  return more.length > 0 ? undefined : only;
}

async function writePdf(
  made: ReportAnswer,
  { name, synthetic }: ListedBoard,
  file: string,
  output: CliOutput,
): Promise<boolean> {
  const renderer = startRenderer();
  try {
    const pdf = await renderer.render(buildReport({ report: made, board: { name, synthetic } }));
    if (pdf.ok) await writeFile(file, pdf.value);
    else told(pdf.problems, output);
    return pdf.ok;
  } finally {
    await renderer.close();
  }
}

/** The report to read in a terminal: headings, and a line for each sentence. */
function linesOf({ title, period, sections, closing }: ReportAnswer): readonly string[] {
  return [
    `${title.sv}, ${period.sv}`,
    ...sections.flatMap((section) => ["", section.title.sv, ...section.items.flatMap(lineOf)]),
    ...(closing === null ? [] : ["", closing.sv]),
  ];
}

/** What is not told says itself what it is about; a table has no sentence. */
function lineOf({
  title,
  sentence: { sv },
}: ReportAnswer["sections"][number]["items"][number]): readonly string[] {
  if (sv === "") return [];
  const named = sv.startsWith(title.sv);
  return [named ? `  ${sv}` : `  ${title.sv}${title.sv.endsWith("?") ? "" : ":"} ${sv}`];
}
