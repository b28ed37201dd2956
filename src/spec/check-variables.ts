import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { unknown } from "./check-ids.ts";
import { columnsOf, everyField, findCodelist } from "./lookup.ts";
import type { Pack, Variable } from "./types.ts";

/** A column name that needs no quotes in SQL. */
const COLUMN = /^[a-z][a-z0-9_]{0,62}$/;
const VARIABLE_ID = /^[A-Z]{3}-\d{2}[A-Z]?$/;

/** Every variable: its column, its codes, where its answers come from. */
export function checkVariables(pack: Pack): Problem[] {
  const asked = new Set(
    Object.values(pack.documents)
      .flatMap(everyField)
      .flatMap(({ field }) => field.variable ?? []),
  );
  return [
    ...duplicateColumns(pack.variables),
    ...pack.variables.flatMap((variable) =>
      checkVariable(pack, variable, asked, `/variables/${variable.id}`),
    ),
  ];
}

function checkVariable(
  pack: Pack,
  variable: Variable,
  asked: ReadonlySet<string>,
  pointer: string,
): Problem[] {
  const refuse = (id: string) => problem(id, { pointer, params: { item: variable.id } });
  return [
    ...(VARIABLE_ID.test(variable.id) ? [] : [refuse("spec.id-form")]),
    ...(pack.process.steps.some((step) => step.id === variable.step)
      ? []
      : [unknown("step", variable.step, `${pointer}/step`)]),
    ...checkCodes(pack, variable, pointer),
    ...(variable.grain === grainOf(variable) ? [] : [refuse("spec.variable-grain")]),
    ...((variable.type === "perGuardian") === (variable.valueType !== undefined)
      ? []
      : [refuse("spec.variable-value-type")]),
    ...(variable.starter && !variable.available ? [refuse("spec.starter-unavailable")] : []),
    // Somebody must give the answer: a field, or the events it is derived from.
    ...(variable.available &&
    !variable.derived &&
    !asked.has(variable.id) &&
    !isNamedByRow(variable, asked)
      ? [refuse("spec.variable-unasked")]
      : []),
  ];
}

/** Background of others than the child, and the others of several variables from one field. */
function isNamedByRow(variable: Variable, asked: ReadonlySet<string>): boolean {
  if (variable.row === "background") return true;
  if (variable.codelist === "area-level") return asked.has("UTR-21");
  return variable.codelist === "factor" && asked.has("UTR-33");
}

function checkCodes(pack: Pack, variable: Variable, pointer: string): Problem[] {
  const own = { type: variable.valueType ?? variable.type, codelist: variable.codelist };
  const parts = variable.parts ?? [];
  const each = [own, ...parts].flatMap(({ type, codelist }) => {
    const coded = type === "code" || type === "codes";
    if (coded !== (codelist !== undefined)) {
      return [problem("spec.variable-codelist", { pointer, params: { item: variable.id } })];
    }
    return codelist === undefined || findCodelist(pack, codelist) !== undefined
      ? []
      : [unknown("codelist", codelist, pointer)];
  });
  return [...each, ...checkGroup(pack, variable, pointer)];
}

function checkGroup(
  pack: Pack,
  { codelist = "", codeGroup }: Variable,
  pointer: string,
): Problem[] {
  if (codeGroup === undefined) return [];
  const known =
    codelist === "factor"
      ? pack.factors.some((factor) => factor.kind === codeGroup)
      : (findCodelist(pack, codelist)?.codes ?? []).some((code) => code.group === codeGroup);
  return known ? [] : [unknown("group", codeGroup, `${pointer}/codeGroup`)];
}

function grainOf(variable: Variable): Variable["grain"] {
  if (variable.type === "codes") return "choice";
  return variable.type === "perGuardian" ? "guardian" : variable.row;
}

function duplicateColumns(variables: readonly Variable[]): Problem[] {
  const columns = variables.flatMap((variable) =>
    columnsOf(variable).map(({ column }) => ({ column, variable })),
  );
  return columns.flatMap(({ column, variable }, index) => {
    const refuse = (id: string) =>
      problem(id, { pointer: "/variables", params: { item: variable.id, column } });
    const first = columns.findIndex((other) => other.column === column);
    return [
      ...(first === index ? [] : [refuse("spec.duplicate-column")]),
      ...(COLUMN.test(column) ? [] : [refuse("spec.column-name")]),
    ];
  });
}
