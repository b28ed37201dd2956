import fc from "fast-check";
import type { TableQuery } from "../../contract/followup/make-table.ts";
import type { Pack } from "../../spec/types.ts";
import { codesOfColumn, columnsOf, isSelectable, type Column } from "../columns.ts";
import { rowKinds, type RowKind } from "../derive/rows.ts";
import { randomUnits } from "./random-akts.ts";

export interface RandomQuestion {
  readonly query: TableQuery;
  /** The one unit that may be counted, or undefined for the whole board. */
  readonly unit: string | undefined;
}

/** Any question the contract allows, of variables that stand on the same row. */
export function anyQuestion(pack: Pack): fc.Arbitrary<RandomQuestion> {
  const columns = columnsOf(pack).filter(isSelectable);
  return fc.constantFrom(...rowKinds).chain((kind) => questionOf(kind, columns, pack));
}

function questionOf(
  kind: RowKind,
  columns: readonly Column[],
  pack: Pack,
): fc.Arbitrary<RandomQuestion> {
  const fitting = columns.filter((column) => column.row === kind || column.row === "background");
  const column = fc.constantFrom(...fitting.map(({ id }) => id));
  const rows = fitting.filter((each) => each.row === kind).map(({ id }) => id);
  const unit = fc.constantFrom(...randomUnits);
  return fc
    .record({
      rows: fc.constantFrom(...rows),
      columns: fc.option(column, { nil: undefined }),
      layers: fc.option(column, { nil: undefined, freq: 2 }),
      filters: fc.array(filterOf(fitting, pack), { maxLength: 2 }),
      period: anyPeriod,
      units: fc.option(fc.uniqueArray(unit, { minLength: 1 }), { nil: undefined, freq: 3 }),
      series: fc.option(fc.constantFrom("month", "quarter", "half-year", "year"), {
        nil: undefined,
      }),
      unit: fc.option(unit, { nil: undefined, freq: 2 }),
    })
    .map(({ period, unit: only, ...rest }) => ({
      query: fitted({ ...rest, ...period }),
      unit: only,
    }));
}

/** A table has three places: what would not fit is left out. */
function fitted({
  columns,
  series,
  compare,
  layers,
  from,
  to,
  units,
  ...rest
}: Wanted): TableQuery {
  const taken = (...values: readonly unknown[]) =>
    values.filter((value) => value !== undefined).length;
  const hasLayers = layers !== undefined && taken(columns, series, compare) < 2;
  return {
    ...rest,
    ...(columns === undefined ? {} : { columns }),
    ...(series === undefined ? {} : { series }),
    ...(compare === undefined || taken(columns, series) > 1 ? {} : { compare }),
    ...(hasLayers ? { layers } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(units === undefined ? {} : { units }),
  };
}

interface Wanted extends Pick<TableQuery, "rows" | "filters"> {
  readonly columns: string | undefined;
  readonly layers: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly units: string[] | undefined;
  readonly series: TableQuery["series"];
  readonly compare?: TableQuery["compare"];
}

const days = ["2024-06-15", "2025-01-01", "2025-06-30"] as const;
const day = fc.option(fc.constantFrom(...days), { nil: undefined });

const anyPeriod: fc.Arbitrary<Pick<Wanted, "from" | "to" | "compare">> = fc.oneof(
  fc
    .record({ from: day, to: day, compare: fc.constantFrom(undefined, { by: "units" as const }) })
    .filter(({ from, to }) => from === undefined || to === undefined || from <= to),
  fc.constant({
    from: "2024-02-10",
    to: "2024-12-31",
    compare: { by: "periods" as const, from: "2025-02-10", to: "2025-12-31" },
  }),
);

function filterOf(fitting: readonly Column[], pack: Pack) {
  return fc.constantFrom(...fitting).chain((each) => {
    const codes = [
      ...codesOfColumn(each, pack).map((code) => code.id),
      ...(each.type === "yesno" ? ["yes", "no"] : []),
      ...(each.type === "integer" || each.type === "days" ? ["0", "1", "2", "7"] : []),
      ...(each.type === "date" || each.type === "datetime" ? ["2024-05", "2025-01"] : []),
      "not_asked",
      "unknown",
      "not_relevant",
    ];
    return fc
      .uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 8 })
      .map((chosen) => ({ variable: each.id, in: chosen }));
  });
}
