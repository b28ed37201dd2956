import type { z } from "zod";
import type { reportAnswer } from "../../contract/followup/report.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { columnsOf } from "../columns.ts";
import type { Scope } from "../engine/deps.ts";
import { makeTable } from "../engine/make-table.ts";
import { fill } from "../engine/words.ts";
import { digestOf } from "./digest.ts";
import { periodWords } from "./indicator-words.ts";
import {
  measureIndicators,
  periodProblems,
  type IndicatorAnswer,
  type IndicatorDeps,
  type IndicatorQuery,
} from "./measure-indicator.ts";
import type { ReportFile } from "./read-indicators.ts";
import { itemOfIndicator, itemOfTable, type ReportItem } from "./report-item.ts";

export type ReportAnswer = z.infer<typeof reportAnswer>;

/** What a report is about besides its period: the unit by name, where it is of one. */
export interface ReportOf {
  readonly unitName?: string | undefined;
}

/**
 * Makes a ready report: what may leave the office, so that small numbers are left out. The same definition, cut-off
 * and rows give the same content. Refuses `followup.unknown-report` and `followup.period`.
 */
export async function makeReport(
  deps: IndicatorDeps,
  scope: Scope,
  name: string,
  query: IndicatorQuery,
  { unitName }: ReportOf = {},
): Promise<Result<ReportAnswer, Problem[]>> {
  const file = deps.spec.reports.get(name);
  if (file === undefined) return fail(problem("followup.unknown-report", { status: 404 }));
  const wrong = periodProblems(query);
  if (wrong.length > 0) return fail(wrong);
  const ids = [...new Set(file.sections.flatMap(({ indicators }) => indicators))];
  const measured = await measureIndicators(deps, scope, ids, query);
  if (!measured.ok) return measured;
  const byId = new Map(measured.value.map((answer) => [answer.id, answer]));
  const sections: ReportAnswer["sections"] = [];
  for (const section of file.sections) {
    const tables = await tablesOf(deps, scope, section.tables, query);
    if (!tables.ok) return tables;
    const items = section.indicators.flatMap((id) => indicatorItem(deps, byId.get(id)));
    sections.push({
      title: section.title,
      text: section.text ?? null,
      items: [...items, ...tables.value],
    });
  }
  return ok(reportOf(deps, scope, file, { query, sections, unitName }));
}

function indicatorItem(
  { spec }: IndicatorDeps,
  answer: IndicatorAnswer | undefined,
): readonly ReportItem[] {
  const indicator = answer === undefined ? undefined : spec.indicators.get(answer.id);
  if (answer === undefined || indicator === undefined) return [];
  return [itemOfIndicator(answer, indicator, spec)];
}

async function tablesOf(
  { engine, spec }: IndicatorDeps,
  scope: Scope,
  variables: readonly string[],
  { from, to }: IndicatorQuery,
): Promise<Result<ReportItem[], Problem[]>> {
  const { pack } = engine.packs.current(scope.tenant);
  const items: ReportItem[] = [];
  for (const id of variables) {
    const column = columnsOf(pack).find((each) => each.id === id);
    if (column === undefined) continue;
    const asked = {
      rows: id,
      filters: [],
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const table = await makeTable(engine, scope, asked);
    if (!table.ok) return table;
    const counted = fill(engine.texts, `noun.${table.value.definition.grain}`);
    const about = { id, title: column.label, counted, set: column.place === "choice" };
    items.push(itemOfTable(table.value, about, spec));
  }
  return ok(items);
}

interface Made {
  readonly query: IndicatorQuery;
  readonly sections: ReportAnswer["sections"];
  readonly unitName: string | undefined;
}

function reportOf(
  { engine, spec }: IndicatorDeps,
  { tenant, today }: Scope,
  file: ReportFile,
  { query, sections, unitName }: Made,
): ReportAnswer {
  const content = {
    id: file.id,
    title: file.title,
    purpose: file.purpose,
    spoken: file.spoken,
    period: periodWords(query, spec.words),
    unit: unitName ?? null,
    least: spec.limits.minimumCell,
    sections,
    closing: file.closing ?? null,
    specDigest: engine.packs.current(tenant).digest,
    cutOff: today ?? stockholmDate(engine.clock.now()),
  };
  return { ...content, words: wordsOf(content), checksum: digestOf(content) };
}

/** How many words there are to read aloud, in Swedish. */
function wordsOf({ title, purpose, sections, closing }: Omit<ReportAnswer, "words" | "checksum">) {
  const texts = [
    title,
    purpose,
    ...sections.flatMap((section) => [
      section.title,
      ...(section.text === null ? [] : [section.text]),
      ...section.items.map(({ sentence }) => sentence),
    ]),
    ...(closing === null ? [] : [closing]),
  ];
  return texts.flatMap(({ sv }) => sv.split(/\s+/u)).filter((word) => word !== "").length;
}
