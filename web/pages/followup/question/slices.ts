import type { AnswerOf } from "../../../api/client.ts";
import type { makeTable } from "../../../../src/contract/followup/make-table.ts";

export type TableAnswer = AnswerOf<typeof makeTable>;
export type Slice = TableAnswer["slices"][number];
export type Entry = TableAnswer["rows"][number];
export type Share = NonNullable<Slice["shares"][number][number]>;

/** A cell, or a total where a code is left out, by the codes of its row, column and layer. */
export interface Place {
  readonly row?: string;
  readonly column?: string;
  readonly layer?: string;
}

/** A table to be shown: the whole, or one layer of it. */
export interface ShownSlice {
  /** Undefined where there are no layers. */
  readonly layer: Entry | undefined;
  readonly slice: Slice;
}

/** The tables of an answer: one, or one a layer that holds anything. */
export function slicesOf(table: TableAnswer): readonly ShownSlice[] {
  const { n, cells, rowTotals, columnTotals, shares } = table;
  if (table.layers.length === 0) {
    return [{ layer: undefined, slice: { n, cells, rowTotals, columnTotals, shares } }];
  }
  return table.layers.flatMap((layer, at) => {
    const slice = table.slices[at];
    return slice === undefined || slice.n === 0 ? [] : [{ layer, slice }];
  });
}

/** A share as a percentage without decimals, with one where it is under one percent and not nought. */
export function percentOf(share: number, lang: string): string {
  const digits = share > 0 && share < 0.01 ? 1 : 0;
  return new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: digits }).format(
    share,
  );
}

/** The interval of a share: "33–53 %". */
export function intervalOf({ low, high }: Pick<Share, "low" | "high">, lang: string): string {
  return `${Math.round(low * 100)}–${percentOf(high, lang)}`;
}
