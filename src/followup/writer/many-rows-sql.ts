import type { RowKind } from "../derive/rows.ts";

/** What rows of one kind are that are written together. */
export interface RowShape {
  readonly kind: RowKind;
  /** Their keys are there already. */
  readonly isKnown: boolean;
  /** Those whose values are given, of the row and of a guardian. */
  readonly columns: readonly NamedColumn[];
  readonly guardianColumns: readonly NamedColumn[];
  /** How many guardians each has. */
  readonly guardians: number;
}

interface NamedColumn {
  readonly column_name: string;
  readonly type: string;
}

/**
 * Writes several rows of one kind as the statement of one does, with the parameters of that one for each, row after
 * row: tenant, key, matter, hash, for a new one akt and subject, three lists of choices, the row, its guardians.
 */
export function manyRowsSql(shape: RowShape, count: number): string {
  const { kind, isKnown, columns } = shape;
  const names = columns.map(({ column_name: name }) => name);
  const parts = [
    `given (tenant, row_key, ${[...keyNames(isKnown), ...names].join(", ")}) as materialized (values ${repeated(count, (at) => `(${givenOf(shape, at)})`, ",\n       ")})`,
    `chosen (tenant, row_key, variable, code, place) as materialized (${repeated(count, (at) => chosenOf(shape, at), "\n       union all ")})`,
    isKnown
      ? `keys as (update followup_key k set matter = g.matter, content_hash = g.content_hash
           from given g where k.tenant = g.tenant and k.row_key = g.row_key)`
      : `keys as (insert into followup_key (tenant, row_key, matter, content_hash, akt, kind, subject)
           select tenant, row_key, matter, content_hash, akt, '${kind}', subject from given)`,
    ...(isKnown ? CHANGED_CHOICES : [NEW_CHOICES]),
    ...guardianParts(shape, count),
  ];
  const change = isKnown
    ? `update followup.${kind} r set ${names.map((name) => `${name} = g.${name}`).join(", ")}
       from given g where r.tenant = g.tenant and r.row_key = g.row_key`
    : `insert into followup.${kind} (tenant, row_key, ${names.join(", ")})
       select tenant, row_key, ${names.join(", ")} from given`;
  return `with ${parts.join(",\n     ")}\n     ${change}`;
}

function keyNames(isKnown: boolean): readonly string[] {
  return isKnown ? ["matter", "content_hash"] : ["matter", "content_hash", "akt", "subject"];
}

const LISTS = 3;

/** Where the parameters of a row begin: those of its key, of its choices, of its columns, of its guardians. */
function placesOf(shape: RowShape, at: number) {
  const keys = 2 + keyNames(shape.isKnown).length;
  const width =
    keys + LISTS + shape.columns.length + shape.guardians * shape.guardianColumns.length;
  const key = at * width;
  return {
    key,
    lists: key + keys,
    row: key + keys + LISTS,
    guardians: key + keys + LISTS + shape.columns.length,
  };
}

function givenOf(shape: RowShape, at: number): string {
  const { key, row } = placesOf(shape, at);
  const types = ["int", "bigint", "uuid", "bytea", ...(shape.isKnown ? [] : ["uuid", "uuid"])];
  const keys = types.map((type, index) => `$${key + 1 + index}::${type}`);
  const values = shape.columns.map(({ type }, index) => `$${row + 1 + index}::${type}`);
  return [...keys, ...values].join(", ");
}

function chosenOf(shape: RowShape, at: number): string {
  const { key, lists } = placesOf(shape, at);
  const given = [1, 2, 3].map((list) => `$${lists + list}::smallint[]`).join(", ");
  return `select $${key + 1}::int, $${key + 2}::bigint, n.* from unnest(${given}) as n`;
}

const SAME_CHOICE = `c.tenant = n.tenant and c.row_key = n.row_key
           and c.variable = n.variable and c.code = n.code`;

const NEW_CHOICES = `choices as (
       insert into followup.choice (tenant, variable, row_key, code, place)
       select tenant, variable, row_key, code, place from chosen)`;

const CHANGED_CHOICES: readonly string[] = [
  `left_choices as (
       delete from followup.choice c using given g
       where c.tenant = g.tenant and c.row_key = g.row_key
         and not exists (select from chosen n where ${SAME_CHOICE}))`,
  `choices as (
       insert into followup.choice (tenant, variable, row_key, code, place)
       select tenant, variable, row_key, code, place from chosen n
       where not exists (select from followup.choice c where ${SAME_CHOICE} and c.place = n.place)
       on conflict (tenant, variable, row_key, code) do update set place = excluded.place)`,
];

function guardianParts(shape: RowShape, count: number): readonly string[] {
  const { kind, isKnown, guardians } = shape;
  const names = shape.guardianColumns.map(({ column_name: name }) => name);
  const changes = names.map((name) => `${name} = excluded.${name}`).join(", ");
  const left = `left_guardians as (delete from followup.guardian d using given g
         where d.tenant = g.tenant and d.row_kind = '${kind}' and d.row_key = g.row_key
           and d.guardian > ${guardians})`;
  if (guardians === 0) return isKnown ? [left] : [];
  const written = `guardians as (
       insert into followup.guardian (tenant, row_kind, row_key, guardian, ${names.join(", ")})
       values ${repeated(count, (at) => guardiansOf(shape, at), ",\n         ")}
       ${isKnown ? `on conflict (tenant, row_kind, row_key, guardian) do update set ${changes}` : ""})`;
  return isKnown ? [left, written] : [written];
}

function guardiansOf(shape: RowShape, at: number): string {
  const { key, guardians } = placesOf(shape, at);
  const width = shape.guardianColumns.length;
  const rows = Array.from({ length: shape.guardians }, (_, index) => {
    const values = shape.guardianColumns.map(
      (__, each) => `$${guardians + index * width + each + 1}`,
    );
    return `($${key + 1}, '${shape.kind}', $${key + 2}, ${[index + 1, ...values].join(", ")})`;
  });
  return rows.join(", ");
}

function repeated(count: number, part: (at: number) => string, between: string): string {
  return Array.from({ length: count }, (_, at) => part(at)).join(between);
}
