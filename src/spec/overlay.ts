import { z } from "zod";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { readShape } from "./read-shape.ts";
import * as shapes from "./shapes.ts";
import type { Codelist, DocumentSpec, Section } from "./types.ts";

/**
 * A later version of the specification is written as what changed: `{"$overlay": {...}}` in place of the whole
 * file. Items are found by id, so a change says what it means and not where it stands.
 */
export interface Changes<T> {
  /** New items; `after` names the item it stands behind, without it the item comes last. */
  readonly add?: readonly { readonly item: T; readonly after?: string }[];
  /** New words or settings for items that stay. */
  readonly replace?: readonly T[];
  readonly remove?: readonly string[];
}

export function isOverlay(json: unknown): boolean {
  return typeof json === "object" && json !== null && "$overlay" in json;
}

/** The shape of the changes to a list of items. */
function changesOf<T>(item: z.ZodType<T>): z.ZodType<Changes<T>> {
  return z.strictObject({
    add: z.array(z.strictObject({ item, after: z.string().exactOptional() })).exactOptional(),
    replace: z.array(item).exactOptional(),
    remove: z.array(z.string()).exactOptional(),
  });
}

/** The shape of an overlay file whose list holds items of one shape. */
function overlayOf<T>(changes: z.ZodType<T>): z.ZodType<{ $overlay: T }> {
  return z.strictObject({ $overlay: changes });
}

/**
 * Makes the changes to a list. Refuses an added id that is there already (`overlay.known-id`) and a replaced,
 * removed or named id that is not (`overlay.unknown-id`).
 */
export function applyChanges<T extends { readonly id: string }>(
  base: readonly T[],
  changes: Changes<T>,
  file: string,
): Result<readonly T[]> {
  const problems: Problem[] = [];
  const refuse = (id: string, item: string) =>
    problems.push(problem(id, { params: { file, item } }));
  let items = [...base];
  for (const item of changes.replace ?? []) {
    if (!items.some((known) => known.id === item.id)) refuse("overlay.unknown-id", item.id);
    items = items.map((known) => (known.id === item.id ? item : known));
  }
  for (const { item, after } of changes.add ?? []) {
    if (items.some((known) => known.id === item.id)) refuse("overlay.known-id", item.id);
    const at =
      after === undefined ? items.length - 1 : items.findIndex((known) => known.id === after);
    if (after !== undefined && at < 0) refuse("overlay.unknown-id", after);
    items.splice(at + 1, 0, item);
  }
  for (const id of changes.remove ?? []) {
    if (!items.some((known) => known.id === id)) refuse("overlay.unknown-id", id);
    items = items.filter((known) => known.id !== id);
  }
  return problems.length > 0 ? fail(problems) : ok(items);
}

/** Reads the changes of an overlay file and makes them to a list. */
export function overlayList<T extends { readonly id: string }>(
  base: readonly T[],
  item: z.ZodType<T>,
  file: string,
  json: unknown,
): Result<readonly T[]> {
  const read = readShape(overlayOf(changesOf(item)), file, json);
  return read.ok ? applyChanges(base, read.value.$overlay, file) : read;
}

/** The changes to the codes of a list. */
export function overlayCodelist(base: Codelist, file: string, json: unknown): Result<Codelist> {
  const codes = overlayList(base.codes, shapes.code, file, json);
  return codes.ok ? ok({ ...base, codes: codes.value }) : codes;
}

const documentChanges = overlayOf(
  z.strictObject({
    sections: changesOf(shapes.section).exactOptional(),
    fields: z.record(z.string(), changesOf(shapes.field)).exactOptional(),
  }),
);

/** The changes to a document: to its list of sections, and to the fields of named sections. */
export function overlayDocument(
  base: DocumentSpec,
  file: string,
  json: unknown,
): Result<DocumentSpec> {
  const read = readShape(documentChanges, file, json);
  if (!read.ok) return read;
  const changes = read.value.$overlay;
  const sections = applyChanges(base.sections, changes.sections ?? {}, file);
  if (!sections.ok) return sections;
  return overlayFields({ ...base, sections: sections.value }, changes.fields ?? {}, file);
}

function overlayFields(
  document: DocumentSpec,
  changes: Readonly<Record<string, Changes<Section["fields"][number]>>>,
  file: string,
): Result<DocumentSpec> {
  const problems: Problem[] = [];
  for (const id of Object.keys(changes)) {
    if (!document.sections.some((section) => section.id === id)) {
      problems.push(problem("overlay.unknown-id", { params: { file, item: id } }));
    }
  }
  const sections = document.sections.map((section) => {
    const changed = changes[section.id];
    if (changed === undefined) return section;
    const fields = applyChanges(section.fields, changed, file);
    if (fields.ok) return { ...section, fields: fields.value };
    problems.push(...fields.problems);
    return section;
  });
  return problems.length > 0 ? fail(problems) : ok({ ...document, sections });
}

const textChanges = overlayOf(
  z.strictObject({
    set: shapes.textMap.exactOptional(),
    remove: z.array(z.string()).exactOptional(),
  }),
);

/** The changes to a map of texts: those set (new or reworded) and those removed. */
export function overlayTexts(
  base: Readonly<Record<string, string>>,
  file: string,
  json: unknown,
): Result<Readonly<Record<string, string>>> {
  const read = readShape(textChanges, file, json);
  if (!read.ok) return read;
  const { set = {}, remove = [] } = read.value.$overlay;
  const kept = Object.entries({ ...base, ...set }).filter(([id]) => !remove.includes(id));
  return ok(Object.fromEntries(kept));
}
