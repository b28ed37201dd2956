import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Pack } from "../../spec/types.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "../../store/views/person-brief.ts";
import { loadCodeLists, ownLists, type CodeBook } from "../code-book.ts";
import { columnsOf, columnsOfRow, isSelectable, type Column } from "../columns.ts";
import { rowKinds, type RowKind } from "../derive/rows.ts";
import { dayColumn, missingDays, missingNumbers } from "../schema.ts";

/** A row of follow-up in somebody's running matter, with the variables of the starter set that have no answer. */
export interface GapLine extends PersonBrief {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly kind: RowKind;
  readonly on: PlainDate;
  /** Ids of variables, in the order of the pack. */
  readonly missing: readonly string[];
}

/** Why a value is missing where an answer can still come; what was declined or does not apply is answered. */
const open = ["not_asked", "unknown"] as const;

/**
 * What follow-up has no answer to in the running matters that somebody has or helps with, newest first. Read as case
 * handling, by the keys of the rows: follow-up itself cannot tell whose row is whose.
 */
export async function listGaps(
  tx: Tx,
  pack: Pack,
  about: { readonly staff: Uuid; readonly limit: number },
): Promise<readonly GapLine[]> {
  const columns = columnsOf(pack).filter(
    (column) =>
      column.variable.starter &&
      column.id === column.variable.id &&
      column.row !== "background" &&
      // Days between two days are counted, never answered.
      column.type !== "days" &&
      isSelectable(column),
  );
  const book = await loadCodeLists(tx, [ownLists.variable]);
  const parts = rowKinds.flatMap((kind) => gapsSql(kind, columnsOfRow(columns, kind), book));
  const text = `select * from (${parts.join("\nunion all\n")}) gaps
    where cardinality(missing) > 0 order by "on" desc, akt limit $3`;
  return tx.rows<GapLine>({ text }, [tx.tenant, about.staff, about.limit]);
}

function gapsSql(kind: RowKind, columns: readonly Column[], book: CodeBook): readonly string[] {
  const missing = columns.flatMap((column) => {
    const condition = isMissing(column, book);
    return condition === undefined ? [] : [`case when ${condition} then '${column.id}' end`];
  });
  if (missing.length === 0) return [];
  return [
    `select m.akt, m.matter, '${kind}' as kind, r.${dayColumn[kind]} as "on",
       array_remove(array[${missing.join(", ")}]::text[], null) as missing, ${BRIEF_COLUMNS}
     from matter m
     join person p on p.tenant = m.tenant and p.person = m.person
     join followup_key k on k.tenant = m.tenant and k.akt = m.akt and k.matter = m.matter and k.kind = '${kind}'
     join followup.${kind} r on r.tenant = k.tenant and r.row_key = k.row_key
     where m.tenant = $1 and m.closed_on is null and (m.worker = $2 or m.co_worker = $2)`,
  ];
}

/** When an answer may still come; undefined for a variable that is kept for each guardian. */
function isMissing(column: Column, book: CodeBook): string | undefined {
  const { name, place, type } = column;
  if (place === "guardian") return undefined;
  const numbers = open.map((code) => missingNumbers[code]).join(", ");
  if (place === "choice") {
    const variable = book.numberOf(ownLists.variable, column.id);
    if (variable === undefined) return undefined;
    return `exists (select from followup.choice c where c.tenant = r.tenant and c.row_key = r.row_key
         and c.variable = ${variable} and c.code in (${numbers}))`;
  }
  if (type !== "date" && type !== "datetime") return `r.${name} in (${numbers})`;
  return `r.${name}::date in (${open.map((code) => `date '${missingDays[code]}'`).join(", ")})`;
}
