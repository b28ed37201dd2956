import type { BodyOf } from "../../api/client.ts";
import type { makeTable } from "../../../src/contract/followup/make-table.ts";

/** A question as the program takes it, on the page, as a file and as a command. */
export type TableQuery = BodyOf<typeof makeTable>;
export type Filter = NonNullable<TableQuery["filters"]>[number];

/** A question as an address carries it: ids of variables and codes, days, and nothing else. */
export type QuestionSearch = Partial<TableQuery>;

const variableId = /^[A-Z]{2,6}-\d{1,3}(?:\.[a-z-]{1,20})?$/u;
const codeId = /^[\w-]{1,80}$/u;
const day = /^\d{4}-\d{2}-\d{2}$/u;
const mostFilters = 10;
const mostCodes = 50;

/**
 * The question of an address. What is no id of a variable, no code and no day is left out, so that an address can
 * never carry a name or a text.
 */
export function parseQuestion(search: Readonly<Record<string, unknown>>): QuestionSearch {
  return {
    ...one("rows", search, variableId),
    ...one("columns", search, variableId),
    ...one("from", search, day),
    ...one("to", search, day),
    ...filtersOf(search["filters"]),
  };
}

function one<K extends string>(
  name: K,
  search: Readonly<Record<string, unknown>>,
  shape: RegExp,
): { readonly [key in K]?: string } {
  const value = search[name];
  const fits = typeof value === "string" && shape.test(value);
  return fits ? pair(name, value) : {};
}

function pair<K extends string>(name: K, value: string): { readonly [key in K]?: string } {
  const made: { [key in K]?: string } = {};
  made[name] = value;
  return made;
}

function filtersOf(value: unknown): Pick<QuestionSearch, "filters"> {
  if (!Array.isArray(value)) return {};
  const filters = value.slice(0, mostFilters).flatMap((each) => filterOf(each));
  return filters.length === 0 ? {} : { filters };
}

function filterOf(value: unknown): Filter[] {
  if (typeof value !== "object" || value === null) return [];
  const { variable, in: codes }: { variable?: unknown; in?: unknown } = value;
  if (typeof variable !== "string" || !variableId.test(variable) || !Array.isArray(codes)) {
    return [];
  }
  const given: readonly unknown[] = codes;
  const known = given.flatMap((code) =>
    typeof code === "string" && codeId.test(code) ? [code] : [],
  );
  return [{ variable, in: known.slice(0, mostCodes) }];
}
