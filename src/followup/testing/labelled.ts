import type { Pack } from "../../spec/types.ts";
import type { Column } from "../columns.ts";
import type { Values } from "../derive/rows.ts";
import { isMissing } from "../value.ts";

/** Values in Swedish words of the pack, so that a test reads as the acceptance case does. */
export function labelled(
  values: Values,
  columns: readonly Column[],
  pack: Pack,
): Readonly<Record<string, unknown>> {
  const lists = new Map(columns.map((column) => [column.id, column.codelist]));
  return Object.fromEntries(
    Object.entries(values).map(([id, value]): readonly [string, unknown] => {
      const codes = pack.codelists[lists.get(id) ?? ""]?.codes;
      const label = (code: string) => codes?.find((each) => each.id === code)?.label.sv ?? code;
      if (isMissing(value)) return [id, `missing: ${value.missing}`];
      if (typeof value === "string") return [id, label(value)];
      return [id, typeof value === "object" ? value.map(label) : value];
    }),
  );
}
