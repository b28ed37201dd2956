import type { BodyOf } from "../../api/client.ts";
import type { makeTable } from "../../../src/contract/followup/make-table.ts";

/** A question as the program takes it, on the page, as a file and as a command. */
export type TableQuery = BodyOf<typeof makeTable>;
export type Filter = NonNullable<TableQuery["filters"]>[number];
export type Compare = NonNullable<TableQuery["compare"]>;

/** A question as an address carries it: ids of variables, codes and units, days, and nothing else. */
export type QuestionSearch = Partial<TableQuery>;

export const seriesOf = ["month", "quarter", "half-year", "year"] as const;
export const percentsOf = ["column", "row", "all"] as const;

const variableId = /^[A-Z]{2,6}-\d{1,3}(?:\.[a-z-]{1,20})?$/u;
const codeId = /^[\w-]{1,80}$/u;
const unitId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
const day = /^\d{4}-\d{2}-\d{2}$/u;
const mostFilters = 10;
const mostOf = 50;

type Raw = Readonly<Record<string, unknown>>;

/**
 * The question of an address. What is no id, no code and no day is left out, so that an address can never carry a
 * name or a text.
 */
export function parseQuestion(search: Raw): QuestionSearch {
  const rows = shaped(search["rows"], variableId);
  const columns = shaped(search["columns"], variableId);
  const layers = shaped(search["layers"], variableId);
  const from = shaped(search["from"], day);
  const to = shaped(search["to"], day);
  const series = oneOf(search["series"], seriesOf);
  const percent = oneOf(search["percent"], percentsOf);
  const compare = compareOf(search["compare"]);
  const units = listOf(search["units"], unitId);
  const filters = filtersOf(search["filters"]);
  return {
    ...(rows === undefined ? {} : { rows }),
    ...(columns === undefined ? {} : { columns }),
    ...(layers === undefined ? {} : { layers }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(filters.length === 0 ? {} : { filters }),
    ...(units.length === 0 ? {} : { units }),
    ...(series === undefined ? {} : { series }),
    ...(search["pool"] === true ? { pool: true } : {}),
    ...(compare === undefined ? {} : { compare }),
    ...(percent === undefined ? {} : { percent }),
    ...(search["withMissing"] === true ? { withMissing: true } : {}),
  };
}

/** The question that is sent: a condition nobody has chosen anything for yet is none. */
export function askedOf(query: TableQuery): TableQuery {
  const { filters = [], ...rest } = query;
  const whole = filters.filter((filter) => filter.in.length > 0);
  return whole.length === 0 ? rest : { ...rest, filters: whole };
}

function shaped(value: unknown, shape: RegExp): string | undefined {
  return typeof value === "string" && shape.test(value) ? value : undefined;
}

function oneOf<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((each) => each === value);
}

function listOf(value: unknown, shape: RegExp): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => shaped(each, shape) ?? []).slice(0, mostOf);
}

function isRaw(value: unknown): value is Raw {
  return typeof value === "object" && value !== null;
}

function filtersOf(value: unknown): Filter[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostFilters).flatMap((each) => {
    const variable = isRaw(each) ? shaped(each["variable"], variableId) : undefined;
    if (!isRaw(each) || variable === undefined) return [];
    return [{ variable, in: listOf(each["in"], codeId) }];
  });
}

function compareOf(value: unknown): Compare | undefined {
  if (!isRaw(value)) return undefined;
  if (value["by"] === "units") return { by: "units" };
  const from = shaped(value["from"], day);
  const to = shaped(value["to"], day);
  if (value["by"] !== "periods" || from === undefined || to === undefined) return undefined;
  return { by: "periods", from, to };
}
