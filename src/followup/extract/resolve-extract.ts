import type { z } from "zod";

import type { extractDefinition } from "../../contract/followup/download-extract.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../../spec/types.ts";
import { columnsOf, isSelectable, type Column } from "../columns.ts";
import type { RowKind } from "../derive/rows.ts";
import type { ResolvedFilter } from "../engine/resolve.ts";
import type { FollowupSettings } from "../settings.ts";

export type ExtractDefinition = z.infer<typeof extractDefinition>;

/** A definition whose variables have been found, all on rows of its kind. */
export interface ResolvedExtract {
  readonly definition: ExtractDefinition;
  readonly kind: RowKind;
  readonly columns: readonly Column[];
  readonly filters: readonly ResolvedFilter[];
}

/**
 * Finds the variables of a definition. One that leaves in groups (`inGroups`) is given by its group or left out, and
 * chooses no rows. Refuses `followup.unknown-variable`, `followup.not-selectable` (a variable that may never leave),
 * `followup.only-in-groups` (it would choose rows, or nothing else was asked for), `followup.different-grain` (it stands
 * on rows of another kind) and `followup.period`, with a pointer into the definition.
 */
export function resolveExtract(
  definition: ExtractDefinition,
  pack: Pack,
  inGroups: FollowupSettings["leavesInGroups"],
): Result<ResolvedExtract> {
  const known = new Map(columnsOf(pack).map((column) => [column.id, column]));
  const { grain, filters } = definition;
  const variables = [
    ...new Set(
      definition.variables.flatMap((id) =>
        Object.hasOwn(inGroups, id) ? (inGroups[id] ?? []) : id,
      ),
    ),
  ];
  const asked = [
    ...variables.map((id, at) => ({ id, pointer: `/variables/${at}` })),
    ...filters.map(({ variable }, at) => ({ id: variable, pointer: `/filters/${at}/variable` })),
  ];
  const chooses = filters.flatMap(({ variable }, at) =>
    Object.hasOwn(inGroups, variable) ? [onlyInGroups(variable, `/filters/${at}/variable`)] : [],
  );
  const nothing = variables.length === 0 ? definition.variables.slice(0, 1) : [];
  const problems = [
    ...chooses,
    ...nothing.map((id) => onlyInGroups(id, "/variables/0")),
    ...asked.flatMap(({ id, pointer }) => refusals(known.get(id), grain, { id, pointer })),
    ...periodProblems(definition),
  ];
  if (problems.length > 0) return fail(problems);
  return ok({
    definition,
    kind: grain,
    columns: variables.flatMap((id) => known.get(id) ?? []),
    filters: filters.flatMap((filter) => {
      const column = known.get(filter.variable);
      return column === undefined ? [] : [{ column, in: filter.in }];
    }),
  });
}

function onlyInGroups(variable: string, pointer: string): Problem {
  return problem("followup.only-in-groups", { pointer, params: { variable } });
}

function refusals(
  column: Column | undefined,
  grain: RowKind,
  { id, pointer }: { readonly id: string; readonly pointer: string },
): readonly Problem[] {
  const fields = { pointer, params: { variable: id } };
  if (column === undefined) return [problem("followup.unknown-variable", fields)];
  if (!isSelectable(column)) return [problem("followup.not-selectable", fields)];
  const stands = column.row === "background" || column.row === grain;
  return stands ? [] : [problem("followup.different-grain", fields)];
}

function periodProblems({ from, to }: ExtractDefinition): readonly Problem[] {
  const ends = { from, to };
  const wrong = (["from", "to"] as const).filter((end) => {
    const day = ends[end];
    return day !== undefined && parsePlainDate(day) === undefined;
  });
  const turned = from !== undefined && to !== undefined && from > to;
  const pointers = turned ? [...wrong, "to"] : wrong;
  return pointers.map((end) => problem("followup.period", { pointer: `/${end}` }));
}

/** A definition as it is kept: what was not said is left out. */
export function definitionJson(definition: ExtractDefinition): Json {
  const { grain, variables, from, to, units, filters } = definition;
  return {
    grain,
    variables,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(units === undefined ? {} : { units }),
    filters,
  };
}
