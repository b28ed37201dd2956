import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import type { DocumentSpec, Field } from "../../spec/types.ts";

/** Where a value of a draft belongs. The place of an item in its list is its `order`, a fractional key. */
export type DraftPath =
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "item"; readonly list: string; readonly item: Uuid; readonly field: string }
  | { readonly kind: "order"; readonly list: string; readonly item: Uuid };

/** Reads `field`, `list/<uuid>/<field>` or `list/<uuid>/order`; undefined for any other text. */
export function parseDraftPath(path: string): DraftPath | undefined {
  const [list = "", id, field, ...rest] = path.split("/");
  if (list === "" || rest.length > 0) return undefined;
  if (id === undefined) return { kind: "field", field: list };
  const item = parseUuid(id);
  if (item === undefined || field === undefined || field === "") return undefined;
  // One written form only, or the same field could have two rows.
  if (item !== id) return undefined;
  return field === "order" ? { kind: "order", list, item } : { kind: "item", list, item, field };
}

/** Whether a document of the specification has the field a path names. */
export function hasDraftPath(document: DocumentSpec, path: DraftPath): boolean {
  const top = path.kind === "field" ? path.field : path.list;
  const field = document.sections.flatMap((section) => section.fields).find(isNamed(top));
  if (field === undefined) return false;
  if (path.kind === "field") return field.type !== "list";
  if (field.type !== "list") return false;
  return path.kind === "order" || (field.items ?? []).some(isNamed(path.field));
}

function isNamed(id: string): (field: Field) => boolean {
  return (field) => field.id === id;
}
