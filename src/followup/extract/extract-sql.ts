import { ownLists, type CodeBook } from "../code-book.ts";
import { createValues, rowConditions, type BuiltSql } from "../engine/build-sql.ts";
import { missingNumbers } from "../schema.ts";
import type { ExtractColumn } from "./extract-columns.ts";
import type { ResolvedExtract } from "./resolve-extract.ts";

/** A function of the database takes at most a hundred arguments. */
const MOST_ARGUMENTS = 50;
const ORIGIN = "0001-01-01";
const NO_CODE = -99;
/** A chosen code with its variable in one number above zero. */
export const SET_FACTOR = 65_536;
export const SET_OFFSET = 8;

export interface ExtractSource {
  readonly resolved: ResolvedExtract;
  readonly columns: readonly ExtractColumn[];
  readonly book: CodeBook;
  readonly tenant: number;
}

/** A row as a line. The first line is that of {@link readCounted}, of all rows together. */
export interface LineRow {
  readonly line: string;
}

/** How many rows there are, and a sum over them that does not depend on their order. */
export interface Counted {
  readonly count: number;
  readonly fingerprint: string;
}

/** What no rows give. */
export const NOTHING: Counted = { count: 0, fingerprint: "none" };

/** Count and fingerprint in one line; the sum has each row with its own key: it is another when any of them is. */
const COUNTED = `select count(*) || ' ' || coalesce(
    md5(sum(hashtextextended(r.line, r.row_key)::numeric)::text), '${NOTHING.fingerprint}') as line`;

/** What the first line says of all rows. */
export function readCounted(line: string): Counted {
  const [count = "0", fingerprint = NOTHING.fingerprint] = line.split(" ");
  return { count: Number(count), fingerprint };
}

/**
 * The line of all rows together, and then every row as a line, in an order that is of this extract alone: a row's
 * place in it is its number, and says nothing of when it was made or where it stands in another extract. Counted in
 * the same go: to read everything twice would take twice the time.
 */
export function linesSql(source: ExtractSource, seed: string): BuiltSql {
  const { values, add } = createValues();
  const { line, from } = lines(source, add);
  return {
    text: `with r as materialized (select r.row_key, ${line} as line ${from})
  select line from (
    select null::uuid as place, line from (${COUNTED} from r) as counted
    union all
    select md5(${add(seed)}::text || r.row_key::text)::uuid, r.line from r) as placed
  order by place nulls first`,
    values,
  };
}

/** The first line alone. */
export function countedSql(source: ExtractSource): BuiltSql {
  const { values, add } = createValues();
  const { line, from } = lines(source, add);
  return { text: `${COUNTED} from (select r.row_key, ${line} as line ${from}) as r`, values };
}

type Add = (value: unknown) => string;

function lines({ resolved, columns, book, tenant }: ExtractSource, add: Add) {
  const board = add(tenant);
  const guardians = new Set(columns.flatMap(({ guardian }) => guardian ?? []));
  const joins = [
    ...[...guardians].map((guardian) => guardianJoin(resolved, guardian, board)),
    ...setsJoin(columns, { board, book, add }),
  ];
  const single = columns.filter(({ field }) => field.kind !== "set");
  const sets = single.length === columns.length ? [] : ["coalesce(s.codes, '')"];
  const values = [...single.map(valueSql), ...sets];
  const where = rowConditions(
    {
      resolved: {
        query: resolved.definition,
        kind: resolved.kind,
        axes: [],
        filters: resolved.filters,
        counts: "row",
      },
      book,
      tenant: board,
      add,
    },
    undefined,
  );
  const from = `from followup.${resolved.kind} r ${joins.join("\n  ")} where ${where}`;
  return { line: joined(values), from };
}

function joined(values: readonly string[]): string {
  const groups = Array.from({ length: Math.ceil(values.length / MOST_ARGUMENTS) }, (_, at) => {
    const some = values.slice(at * MOST_ARGUMENTS, (at + 1) * MOST_ARGUMENTS);
    return `concat_ws(E'\\t', ${some.join(", ")})`;
  });
  return groups.length > 1 ? `concat_ws(E'\\t', ${groups.join(", ")})` : (groups[0] ?? "''");
}

function valueSql({ column, guardian, field }: ExtractColumn): string {
  const name = `${guardian === undefined ? "r" : `g${guardian}`}.${column.name}`;
  const value = field.kind === "day" || field.kind === "moment" ? sinceSql(field.kind, name) : name;
  // A row with fewer guardians: nothing was asked of one who is not there.
  const lacking = field.kind === "number" ? missingNumbers.not_relevant : lackingDay(field.kind);
  return guardian === undefined ? value : `coalesce(${value}, ${lacking})`;
}

function sinceSql(kind: "day" | "moment", name: string): string {
  if (kind === "day") return `(${name} - date '${ORIGIN}')`;
  return `extract(epoch from ${name} - timestamp '${ORIGIN}')::bigint`;
}

/** The day, or the second of it, that stands for "not relevant". */
function lackingDay(kind: string): number {
  return (-missingNumbers.not_relevant - 1) * (kind === "moment" ? 86_400 : 1);
}

function guardianJoin({ kind }: ResolvedExtract, guardian: number, board: string): string {
  const g = `g${guardian}`;
  return `left join followup.guardian ${g} on ${g}.tenant = ${board}
    and ${g}.row_kind = '${kind}' and ${g}.row_key = r.row_key and ${g}.guardian = ${guardian}`;
}

/**
 * The codes of all sets of a row in one text, each with its variable in one number: one look through the choices for all of
 * them takes a fraction of one look for each. They come as `choice_by_row` has them, so that nothing is sorted.
 */
function setsJoin(
  columns: readonly ExtractColumn[],
  { board, book, add }: { readonly board: string; readonly book: CodeBook; readonly add: Add },
): readonly string[] {
  const variables = columns
    .filter(({ field }) => field.kind === "set")
    .map(({ column }) => book.numberOf(ownLists.variable, column.id) ?? NO_CODE);
  if (variables.length === 0) return [];
  const number = `c.variable::int * ${SET_FACTOR} + c.code + ${SET_OFFSET}`;
  return [
    `left join (select c.row_key, array_to_string(array_agg(${number} order by c.variable, c.code), ' ') as codes
    from followup.choice c where c.tenant = ${board} and c.variable = any(${add(variables)}::smallint[])
    group by c.row_key) s on s.row_key = r.row_key`,
  ];
}
