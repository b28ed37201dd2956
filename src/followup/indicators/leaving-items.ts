import type { Uuid } from "../../kernel/ids.ts";
import { reportItem } from "../../contract/followup/report.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { columnsOf, type Column } from "../columns.ts";
import type { Scope } from "../engine/deps.ts";
import { fill } from "../engine/words.ts";
import { standingOf } from "../release/compare-past.ts";
import { findLast, keepRelease, type LeavingQuestion } from "../release/keep-release.ts";
import type { ToldNumbers } from "../release/past.ts";
import { jsonOf, tableThatMayLeave } from "../release/release-table.ts";
import type { IndicatorAnswer, IndicatorDeps, IndicatorQuery } from "./measure-indicator.ts";
import { toldNames, type Comparing } from "./compare-told.ts";
import {
  concealedOf,
  heldItem,
  itemOfIndicator,
  itemOfTable,
  type Concealed,
  type ReportItem,
} from "./report-item.ts";

/** Who a report leaves by; nobody who is signed in, in the terminal of the server. */
export interface LeavingBy {
  readonly by: Uuid | undefined;
  readonly next: () => Uuid;
}

/** What the items of one report share. `leaving` is there where it leaves: what it tells is kept then. */
export interface ItemsOf {
  readonly deps: IndicatorDeps;
  readonly scope: Scope;
  readonly query: IndicatorQuery;
  readonly leaving: LeavingBy | undefined;
  readonly comparing: Comparing;
}

const tooFew = "followup.too-few";
const notOut: ReadonlySet<string> = new Set([
  tooFew,
  "followup.already-told",
  "followup.too-much-told",
]);

/**
 * An indicator as it may leave, held against all that has left of the same rows. Where its numbers differ by so few from those that were told last of the same period and
 * unit that the difference would tell of them, in whichever report, it is given as it was.
 */
export async function indicatorItem(
  tx: Tx,
  { deps: { engine, spec }, leaving, comparing }: ItemsOf,
  answer: IndicatorAnswer,
): Promise<readonly ReportItem[]> {
  const indicator = spec.indicators.get(answer.id);
  if (indicator === undefined) return [];
  const { query, version, specDigest, cutOff } = answer.how;
  const question: LeavingQuestion = {
    kind: indicator.row,
    counts: indicator.per ?? "row",
    text: canonicalJson(jsonOf({ ...query, version })),
  };
  const before = await findLast(tx, question);
  if (before !== undefined) {
    const standing = standingOf(numbersOf(answer), before.numbers, engine.settings.outside.least);
    const told = reportItem.safeParse(JSON.parse(before.answer));
    if (standing === "few-changed" && told.success) {
      return [heldItem(told.data, before.day, spec.words)];
    }
    if (standing === "same" && told.success) return [told.data];
  }
  const concealed = concealedOf(answer, indicator, spec, comparing.withheld(answer.id));
  const item = itemOfIndicator(answer, indicator, concealed, spec);
  const numbers = toldOf(concealed, answer);
  comparing.tell(answer.id, new Set(Object.keys(numbers.told)));
  if (leaving !== undefined) {
    const said = { numbers, answer: canonicalJson(jsonOf(item)) };
    const { by, next } = leaving;
    await keepRelease(tx, question, { ...said, specDigest, cutOff, by, release: next() });
  }
  return [item];
}

function numbersOf({ n, yes, missing, bars }: IndicatorAnswer) {
  return [
    { key: toldNames.n, n },
    { key: toldNames.yes, n: yes },
    { key: toldNames.missing, n: missing },
    ...bars.map((bar) => ({ key: toldNames.bar(bar.id), n: bar.n })),
  ];
}

/** What is told of the numbers of an answer. */
function toldOf({ n, yes, missing, bars }: Concealed, answer: IndicatorAnswer): ToldNumbers {
  const hidden = new Set([
    ...(n === null ? [toldNames.n] : []),
    ...(yes === null ? [toldNames.yes] : []),
    ...(missing === null ? [toldNames.missing] : []),
    ...answer.bars.flatMap(({ id }, at) => (bars[at] === null ? [toldNames.bar(id)] : [])),
  ]);
  const told = numbersOf(answer).filter(({ key, n: count }) => count > 0 && !hidden.has(key));
  return {
    told: Object.fromEntries(told.map(({ key, n: count }) => [key, count])),
    withheld: [...hidden].toSorted(),
    pools: [],
  };
}

/** A variable's distribution as it may leave: a table like any other that does, decided with all of them in view. */
export async function variableItem(
  tx: Tx,
  { deps: { engine, spec }, scope, query: { from, to }, leaving }: ItemsOf,
  id: string,
): Promise<Result<readonly ReportItem[], Problem[]>> {
  const { pack } = engine.packs.current(scope.tenant);
  const column = columnsOf(pack).find((each) => each.id === id);
  if (column === undefined) return ok([]);
  const { unit, ...board } = scope;
  const query = {
    rows: id,
    filters: [],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(unit === undefined ? {} : { units: [unit] }),
  };
  const releasing = leaving === undefined ? undefined : { by: leaving.by, release: leaving.next() };
  const found = await tableThatMayLeave(tx, engine, { scope: board, query, releasing });
  const about = aboutOf(column, engine.texts);
  if (!found.ok) {
    const { problems } = found;
    if (!problems.every((each) => notOut.has(each.id))) return fail(problems);
    const why = problems.some((each) => each.id === tooFew) ? "few" : "told";
    return ok([itemOfTable(why, about, spec)]);
  }
  const { table, held } = found.value;
  const item = itemOfTable(table, about, spec);
  return ok([held ? heldItem(item, table.definition.cutOff.slice(0, 10), spec.words) : item]);
}

function aboutOf(column: Column, texts: IndicatorDeps["engine"]["texts"]) {
  const grain =
    column.place === "guardian" ? "guardian" : column.row === "background" ? "akt" : column.row;
  return {
    id: column.id,
    title: column.label,
    counted: fill(texts, `noun.${grain}`),
    set: column.place === "choice",
    definition: column.variable.definition,
  };
}
