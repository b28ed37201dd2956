import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import type { Projected } from "../../store/deps.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { codesOfPack, loadCodeBook, ownLists } from "../code-book.ts";
import { columnsOf } from "../columns.ts";
import { deriveEnvOf } from "../derive/env.ts";
import { rowKinds, type RowKind } from "../derive/rows.ts";
import { pastRetention } from "../retention/past-retention.ts";
import type { FollowupSettings } from "../settings.ts";
import { storedRow, type StoredRow } from "./encode.ts";
import { rowsOfAkt } from "./projector.ts";

/** A row of follow-up that is not as the state of its akt says, by the thing it is about. */
export interface RowDifference {
  readonly kind: RowKind;
  readonly subject: string;
  readonly how: "missing" | "extra" | "different";
}

interface KeptRow {
  readonly kind: RowKind;
  readonly subject: string;
  readonly columns: Readonly<Record<string, Json>>;
  readonly guardians: readonly Readonly<Record<string, Json>>[];
  readonly choices: readonly { readonly variable: number; readonly code: number }[];
}

const keptSql = rowKinds
  .map(
    (kind) => `select k.kind, k.subject, to_jsonb(r) as columns,
      coalesce((select jsonb_agg(to_jsonb(g) order by g.guardian) from followup.guardian g
        where g.tenant = $1 and g.row_kind = '${kind}' and g.row_key = r.row_key), '[]') as guardians,
      coalesce((select jsonb_agg(jsonb_build_object('variable', c.variable, 'code', c.code,
          'place', c.place) order by c.variable, c.place) from followup.choice c
        where c.tenant = $1 and c.row_key = r.row_key), '[]') as choices
    from followup_key k join followup.${kind} r on r.tenant = $1 and r.row_key = k.row_key
    where k.tenant = $1 and k.akt = $2 and k.kind = '${kind}'`,
  )
  .join("\nunion all\n");

/**
 * Derives the rows of an akt anew and compares them with those that are kept, column by column. Which
 * pack a row was last written with may differ. Writes nothing; `change` is as a projector gets it.
 */
export async function checkRows(
  tx: Tx,
  change: Projected,
  settings: FollowupSettings,
): Promise<readonly RowDifference[]> {
  const columns = columnsOf(change.pack);
  const book = await loadCodeBook(tx);
  const numbered = codesOfPack(columns, change.pack).every(
    (each) => book.numberOf(each.codelist, each.code) !== undefined,
  );
  const derived = rowsOfAkt(change, deriveEnvOf(change.pack, settings));
  const spec = book.codeOf(ownLists.spec, 1);
  if (!numbered || spec === undefined) {
    return derived.map(({ kind, subject }) => ({ kind, subject, how: "missing" }));
  }
  const past = pastRetention(derived, change.today, settings);
  const wanted = derived.map((row) => storedRow(row, columns, book, spec));
  const kept = await tx.rows<KeptRow>({ text: keptSql }, [tx.tenant, change.akt]);
  return [
    ...wanted
      .filter(({ subject }) => !past.has(subject))
      .flatMap((row) =>
        difference(
          row,
          kept.find((each) => isSame(each, row)),
        ),
      ),
    ...kept
      .filter((row) => !wanted.some((each) => isSame(row, each)))
      .map(({ kind, subject }) => ({ kind, subject, how: "extra" as const })),
  ];
}

function isSame(kept: KeptRow, row: StoredRow): boolean {
  return kept.kind === row.kind && kept.subject === row.subject;
}

function difference(row: StoredRow, kept: KeptRow | undefined): readonly RowDifference[] {
  const { kind, subject } = row;
  if (kept === undefined) return [{ kind, subject, how: "missing" }];
  const same =
    agrees(row.columns, kept.columns) &&
    row.guardians.length === kept.guardians.length &&
    row.guardians.every((guardian, at) => agrees(guardian, kept.guardians[at] ?? {})) &&
    sameChoices(row, kept);
  return same ? [] : [{ kind, subject, how: "different" }];
}

/** Whether everything that is derived is kept so. What a pack does not have may be there. */
function agrees(
  derived: Readonly<Record<string, Json>>,
  kept: Readonly<Record<string, Json>>,
): boolean {
  return Object.entries(derived).every(
    ([name, value]) => name === "spec" || !(name in kept) || text(kept[name]) === text(value),
  );
}

/** A moment is kept with seconds; otherwise a value is kept as it is derived. */
function text(value: Json | undefined): string {
  return JSON.stringify(value ?? null)
    .replace(/^("\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):00"$/, '$1"')
    .replace(/T00:00"$/, '"');
}

function sameChoices(row: StoredRow, kept: KeptRow): boolean {
  const sorted = row.choices.toSorted((a, b) => a.variable - b.variable || a.place - b.place);
  return (
    canonicalJson(sorted.map((choice) => ({ ...choice }))) ===
    canonicalJson(kept.choices.map((choice) => ({ ...choice })))
  );
}
