import type { Pool } from "pg";
import type { z } from "zod";
import type { reportAnswer } from "../../contract/followup/report.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { Scope } from "../engine/deps.ts";
import { lockReleases } from "../release/past.ts";
import { compareTold } from "./compare-told.ts";
import { digestOf } from "./digest.ts";
import { periodWords } from "./indicator-words.ts";
import { indicatorItem, variableItem, type ItemsOf, type LeavingBy } from "./leaving-items.ts";
import {
  measureIndicators,
  periodProblems,
  type IndicatorDeps,
  type IndicatorQuery,
} from "./measure-indicator.ts";
import type { ReportFile } from "./read-indicators.ts";
import type { ReportItem } from "./report-item.ts";

export type ReportAnswer = z.infer<typeof reportAnswer>;

/** What reports are made with. */
export interface ReportDeps extends IndicatorDeps {
  /** Case handling keeps what has left: follow-up itself writes nothing. */
  readonly app: Pool;
}

/** What a report is about besides its period: the unit by name, where it is of one; and who it leaves by, where it does. */
export interface ReportOf {
  readonly unitName?: string | undefined;
  readonly leaving?: LeavingBy | undefined;
}

/**
 * Makes a ready report: what may leave the office, given all that has left. What it tells is kept where it leaves. The same
 * definition, cut-off and rows give the same content. Refuses `followup.unknown-report` and `followup.period`.
 */
export async function makeReport(
  deps: ReportDeps,
  scope: Scope,
  name: string,
  query: IndicatorQuery,
  { unitName, leaving }: ReportOf = {},
): Promise<Result<ReportAnswer, Problem[]>> {
  const file = deps.spec.reports.get(name);
  if (file === undefined) return fail(problem("followup.unknown-report", { status: 404 }));
  const wrong = periodProblems(query);
  if (wrong.length > 0) return fail(wrong);
  return inTenant(deps.app, scope.tenant, async (tx) => {
    if (leaving !== undefined) await tx.run(lockReleases, [scope.tenant]);
    const comparing = await compareTold(tx, { deps, scope, query }, idsOf(file));
    const sections = await sectionsOf(tx, { deps, scope, query, leaving, comparing }, file);
    return sections.ok
      ? ok(reportOf(deps, scope, file, { query, sections: sections.value, unitName }))
      : sections;
  });
}

async function sectionsOf(
  tx: Tx,
  shared: ItemsOf,
  file: ReportFile,
): Promise<Result<ReportAnswer["sections"], Problem[]>> {
  const { deps, scope, query } = shared;
  const measured = await measureIndicators(deps, scope, idsOf(file), query);
  if (!measured.ok) return measured;
  const byId = new Map(measured.value.map((answer) => [answer.id, answer]));
  const sections: ReportAnswer["sections"] = [];
  for (const section of file.sections) {
    const items: ReportItem[] = [];
    for (const id of section.indicators) {
      const answer = byId.get(id);
      if (answer !== undefined) items.push(...(await indicatorItem(tx, shared, answer)));
    }
    for (const id of section.tables) {
      const item = await variableItem(tx, shared, id);
      if (!item.ok) return item;
      items.push(...item.value);
    }
    sections.push({ title: section.title, text: section.text ?? null, items });
  }
  return ok(sections);
}

function idsOf({ sections }: ReportFile): readonly string[] {
  return [...new Set(sections.flatMap(({ indicators }) => indicators))];
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
