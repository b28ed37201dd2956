import type { Code, Pack, Text, ValueType, Variable, VariableRow } from "../spec/types.ts";
import { rowKinds, type RowKind } from "./derive/rows.ts";

/** Where a value is kept: on the row, on the row of one guardian, or as rows of chosen codes. */
export type Place = "row" | "guardian" | "choice";

/** One value that is kept and can be asked for: a variable, or a part of one. */
export interface Column {
  /** `AKT-13`, or `AKT-06.main` for a part. */
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
  readonly label: Text;
  /** The row the variable belongs to; background stands on every row. */
  readonly row: RowKind | "background";
  readonly place: Place;
  readonly type: ValueType;
  readonly codelist?: string;
  readonly codeGroup?: string;
}

/** The columns of the variables of a pack that a document gives, in the order of the pack. */
export function columnsOf(pack: Pack): readonly Column[] {
  return pack.variables
    .filter((variable) => variable.available)
    .flatMap((variable) => columnsOfVariable(variable));
}

/** The columns that stand on rows of one kind, background first. */
export function columnsOfRow(columns: readonly Column[], kind: RowKind): readonly Column[] {
  return [
    ...columns.filter((column) => column.row === "background"),
    ...columns.filter((column) => column.row === kind),
  ];
}

/** The codes a column can hold, in the order of the codelist; none for numbers, days and yes or no. */
export function codesOfColumn(column: Column, pack: Pack): readonly Code[] {
  if (column.codelist === undefined) return [];
  const codes = pack.codelists[column.codelist]?.codes ?? [];
  const group = column.codeGroup;
  if (group === undefined) return codes;
  // The groups of factors are areas; which kind a factor is of stands with the factor.
  const ofKind = new Set(
    pack.factors.filter((factor) => factor.kind === group).map((factor) => factor.id),
  );
  return codes.filter((code) => code.group === group || ofKind.has(code.id));
}

/** Whether a column may be shown, counted by and filtered by; the level of protection never is. */
export function isSelectable(column: Column): boolean {
  return column.variable.export !== false;
}

function columnsOfVariable(variable: Variable): readonly Column[] {
  const row = rowOf(variable.row);
  if (row === undefined) return [];
  const main = {
    id: variable.id,
    name: variable.column,
    variable,
    label: variable.label,
    row,
    ...placeAndType(variable),
    ...(variable.codelist === undefined ? {} : { codelist: variable.codelist }),
    ...(variable.codeGroup === undefined ? {} : { codeGroup: variable.codeGroup }),
  };
  const parts = (variable.parts ?? []).map((part) => ({
    id: `${variable.id}.${part.id}`,
    name: part.column,
    variable,
    label: partLabel(variable.label, part.label),
    row,
    place: placeOf(part.type),
    type: part.type,
    ...(part.codelist === undefined ? {} : { codelist: part.codelist }),
  }));
  return [main, ...parts];
}

function placeAndType(variable: Variable): { readonly place: Place; readonly type: ValueType } {
  if (variable.type === "perGuardian") {
    return { place: "guardian", type: variable.valueType ?? "code" };
  }
  return { place: placeOf(variable.type), type: variable.type };
}

function placeOf(type: ValueType): Place {
  return type === "codes" ? "choice" : "row";
}

function partLabel(whole: Text, part: Text): Text {
  return { sv: `${whole.sv}: ${part.sv}`, en: `${whole.en}: ${part.en}` };
}

function rowOf(row: VariableRow): RowKind | "background" | undefined {
  return row === "background" ? row : rowKinds.find((kind) => kind === row);
}
