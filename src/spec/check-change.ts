import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { findCodelist, findDocument, findVariable, fieldsOf } from "./lookup.ts";
import type { Pack, Variable } from "./types.ts";

/**
 * What a version may not do to the one before it: take away a code or a variable without saying what became of
 * it (`spec.map-missing`), change what a variable means (`spec.variable-changed`: another meaning is another
 * id), or let a field change its type (`spec.field-changed`).
 */
export function checkChange(pack: Pack, base: Pack): Problem[] {
  return [
    ...goneCodes(pack, base),
    ...checkVariableChanges(pack, base),
    ...checkFieldChanges(pack, base),
  ];
}

function goneCodes(pack: Pack, base: Pack): Problem[] {
  return Object.values(base.codelists).flatMap((list) => {
    const kept = new Set(findCodelist(pack, list.id)?.codes.map((code) => code.id));
    return list.codes
      .filter((code) => !kept.has(code.id) && !isMapped(pack, code.id, list.id))
      .map((code) => missingMap(code.id, `/codelists/${list.id}`));
  });
}

function checkVariableChanges(pack: Pack, base: Pack): Problem[] {
  return base.variables.flatMap((before): Problem[] => {
    const now = findVariable(pack, before.id);
    const pointer = "/variables";
    if (now === undefined)
      return isMapped(pack, before.id, undefined) ? [] : [missingMap(before.id, pointer)];
    return meaningOf(now) === meaningOf(before)
      ? []
      : [problem("spec.variable-changed", { pointer, params: { item: before.id } })];
  });
}

/** What makes two variables count the same thing. Words of help may be made better, the definition may not. */
function meaningOf(variable: Variable): string {
  const { row, grain, column, type, valueType, codelist, codeGroup, definition, parts } = variable;
  return JSON.stringify([
    row,
    grain,
    column,
    type,
    valueType,
    codelist,
    codeGroup,
    definition,
    parts,
  ]);
}

function checkFieldChanges(pack: Pack, base: Pack): Problem[] {
  return Object.values(base.documents).flatMap((document) => {
    const now = findDocument(pack, document.id);
    return fieldsOf(document).flatMap((before) => {
      const field = now && fieldsOf(now).find((each) => each.id === before.id);
      if (field === undefined) return [];
      const same =
        field.type === before.type &&
        field.codelist === before.codelist &&
        field.class === before.class;
      return same
        ? []
        : [
            problem("spec.field-changed", {
              pointer: `/documents/${document.id}`,
              params: { item: before.id },
            }),
          ];
    });
  });
}

function isMapped(pack: Pack, from: string, codelist: string | undefined): boolean {
  return pack.maps.some((map) => map.from === from && map.codelist === codelist);
}

function missingMap(item: string, pointer: string): Problem {
  return problem("spec.map-missing", { pointer, params: { item } });
}
