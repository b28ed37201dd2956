import type { z } from "zod";

import type { readCatalogue as catalogueRoute } from "../../contract/followup/read-catalogue.ts";
import type { Pack } from "../../spec/types.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { loadCodeBook, ownLists, type CodeBook } from "../code-book.ts";
import { codesOfColumn, columnsOf, columnsOfRow, isSelectable, type Column } from "../columns.ts";
import { rowKinds, type RowKind } from "../derive/rows.ts";
import { missingDays, missingNumbers } from "../schema.ts";
import { missingCodes } from "../value.ts";
import type { EngineDeps, Scope } from "./deps.ts";
import { keptFills, type Fill } from "./kept-fills.ts";
import { fill } from "./words.ts";

export type CatalogueAnswer = z.infer<typeof catalogueRoute.answer>;
const yesNo = ["yes", "no"] as const;

type CatalogueEntry = CatalogueAnswer["variables"][number];

/**
 * The variables of the pack in use with definition, source and codes; for those that can be asked for
 * also how many rows have a value of those it applies to. A variable that no document gives yet has none,
 * and the level of protection is not listed.
 */
export async function readCatalogue(
  deps: EngineDeps,
  scope: Scope,
): Promise<Omit<CatalogueAnswer, "onRequest" | "asked" | "switchedOn" | "units">> {
  const { pack } = deps.packs.current(scope.tenant);
  const columns = columnsOf(pack).filter(isSelectable);
  const fills = await keptFills(deps, scope, () =>
    inTenant(deps.pool, scope.tenant, async (tx) => readFills(tx, columns, await loadCodeBook(tx))),
  );
  const available = columns.map((column) => columnEntry(column, deps, pack, fills.get(column.id)));
  const later = pack.variables.filter((variable) => !variable.available);
  const missing = pack.codelists["missing"]?.codes ?? [];
  return {
    steps: pack.process.steps.map(({ id, name }) => ({ id, label: name })),
    areas: textsUnder(pack, "variable-area."),
    statuses: textsUnder(pack, "variable-status."),
    grains: rowKinds.map((kind) => ({ id: kind, label: fill(deps.texts, `noun.${kind}`) })),
    missing: missingCodes.map((id) => ({
      id,
      label: missing.find((code) => code.id === id)?.label ?? { sv: id, en: id },
    })),
    variables: [
      ...available,
      ...later.map((variable) => ({
        ...describe(variable),
        id: variable.id,
        grain: variable.row,
        label: variable.label,
        type: variable.type,
        codelist: variable.codelist ?? null,
        codes: [],
        fill: null,
      })),
    ],
  };
}

/** The texts of the pack whose ids begin so, by what comes after, in the order of the pack. */
function textsUnder({ texts }: Pack, start: string): CatalogueAnswer["areas"] {
  return Object.entries(texts.sv).flatMap(([id, sv]) =>
    id.startsWith(start)
      ? [{ id: id.slice(start.length), label: { sv, en: texts.en[id] ?? sv } }]
      : [],
  );
}

function describe(
  variable: Column["variable"],
): Omit<CatalogueEntry, "id" | "grain" | "label" | "type" | "codelist" | "codes" | "fill"> {
  const { step, area, definition, source, status, starter, derived, available } = variable;
  const { guidance = null, difficulty = null } = variable;
  return {
    step,
    area,
    definition,
    guidance,
    difficulty,
    source,
    status,
    starter,
    derived,
    available,
  };
}

function columnEntry(
  column: Column,
  { texts }: EngineDeps,
  pack: Pack,
  filled: Fill | undefined,
): CatalogueEntry {
  return {
    ...describe(column.variable),
    id: column.id,
    grain: column.row,
    label: column.label,
    type: column.place === "guardian" ? "perGuardian" : column.type,
    codelist: column.codelist ?? null,
    codes:
      column.type === "yesno"
        ? yesNo.map((id) => ({ id, label: fill(texts, id) }))
        : codesOfColumn(column, pack).map(({ id, label }) => ({ id, label })),
    fill: filled ?? null,
  };
}

async function readFills(
  tx: Tx,
  columns: readonly Column[],
  book: CodeBook,
): Promise<ReadonlyMap<string, Fill>> {
  const read = await Promise.all([
    ...rowKinds.map((kind) => rowFills(tx, kind, columns)),
    guardianFills(tx, columns),
    choiceFills(tx, columns, book),
  ]);
  const fills = new Map<string, Fill>();
  for (const { id, n, filled } of read.flat()) {
    const before = fills.get(id) ?? { n: 0, filled: 0 };
    fills.set(id, { n: before.n + n, filled: before.filled + filled });
  }
  return fills;
}

interface NamedFill extends Fill {
  readonly id: string;
}

function fillsSql(columns: readonly Column[], from: string): string {
  const counts = columns.flatMap((column, at) => {
    const { name } = column;
    const isDay = column.type === "date" || column.type === "datetime";
    const notRelevant = isDay ? `'${missingDays.not_relevant}'` : missingNumbers.not_relevant;
    const filled = isDay ? `> '${missingDays.not_relevant}'` : ">= 0";
    return [
      `(count(*) filter (where ${name} <> ${notRelevant}))::int as n${at}`,
      `(count(*) filter (where ${name} ${filled}))::int as f${at}`,
    ];
  });
  return `select ${counts.join(", ")} from ${from} where tenant = $1`;
}

async function fillsOf(
  tx: Tx,
  columns: readonly Column[],
  from: string,
): Promise<readonly NamedFill[]> {
  if (columns.length === 0) return [];
  const [row] = await tx.rows<Record<string, number>>({ text: fillsSql(columns, from) }, [
    tx.tenant,
  ]);
  return columns.map((column, at) => ({
    id: column.id,
    n: row?.[`n${at}`] ?? 0,
    filled: row?.[`f${at}`] ?? 0,
  }));
}

function rowFills(tx: Tx, kind: RowKind, columns: readonly Column[]) {
  const own = columnsOfRow(columns, kind).filter((column) => column.place === "row");
  return fillsOf(tx, own, `followup.${kind}`);
}

function guardianFills(tx: Tx, columns: readonly Column[]) {
  const own = columns.filter((column) => column.place === "guardian");
  return fillsOf(tx, own, "followup.guardian");
}

/** Each set has exactly one first choice, which stands for the set. */
async function choiceFills(
  tx: Tx,
  columns: readonly Column[],
  book: CodeBook,
): Promise<readonly NamedFill[]> {
  const text = `select variable,
      (count(*) filter (where code <> ${missingNumbers.not_relevant}))::int as n,
      (count(*) filter (where code > 0))::int as filled
    from followup.choice where tenant = $1 and place = 1 group by variable`;
  const rows = await tx.rows<{ variable: number; n: number; filled: number }>({ text }, [
    tx.tenant,
  ]);
  const sets = columns.filter((column) => column.place === "choice");
  return sets.map((column) => {
    const number = book.numberOf(ownLists.variable, column.id);
    const found = rows.find((row) => row.variable === number);
    return { id: column.id, n: found?.n ?? 0, filled: found?.filled ?? 0 };
  });
}
