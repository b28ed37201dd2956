import type { Change } from "../local-copy/types.ts";
import type { AnswerItem, Answers, AnswerValue } from "../../src/domain/event.ts";

/** One field of a draft in the browser: what the server has, and what has been typed since. */
export interface LocalField {
  readonly rev: number;
  readonly value: unknown;
  readonly other?: unknown;
  /** Typed but not yet acknowledged, with the revision it was written over and the id of the change. */
  readonly pending?: Omit<Change, "path">;
}

export type LocalFields = ReadonlyMap<string, LocalField>;

/** What the user sees in a field: the latest typed, else the stored. */
export function shownValue(field: LocalField | undefined): unknown {
  return field?.pending === undefined ? field?.value : field.pending.value;
}

/** The answers of a draft as forms read them: fields by id, list items in the order of their keys. */
export function answersOf(fields: LocalFields): Answers {
  const answers: Record<string, AnswerValue> = {};
  const items = new Map<string, Map<string, Record<string, AnswerValue>>>();
  for (const [path, field] of fields) {
    const value = asAnswer(shownValue(field));
    const [list = "", id, name] = path.split("/");
    if (id === undefined || name === undefined) {
      if (value !== undefined) answers[list] = value;
      continue;
    }
    const ofList = items.get(list) ?? new Map<string, Record<string, AnswerValue>>();
    items.set(list, ofList);
    const item = ofList.get(id) ?? {};
    ofList.set(id, item);
    if (value !== undefined) item[name] = value;
  }
  for (const [list, ofList] of items) {
    answers[list] = [...ofList.entries()]
      .filter(([, item]) => typeof item["order"] === "string")
      .toSorted(([, a], [, b]) => (orderKey(a) < orderKey(b) ? -1 : 1))
      .map(([id, { order: _order, ...item }]): AnswerItem => ({ ...item, id }));
  }
  return answers;
}

function orderKey(item: Readonly<Record<string, AnswerValue>>): string {
  const key = item["order"];
  return typeof key === "string" ? key : "";
}

function asAnswer(value: unknown): AnswerValue | undefined {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value)) return value.filter((code): code is string => typeof code === "string");
  return undefined;
}

/** The order keys of a list, first to last. */
export function orderOf(fields: LocalFields, list: string): readonly string[] {
  return [...fields.entries()]
    .filter(([path]) => path.startsWith(`${list}/`) && path.endsWith("/order"))
    .map(([, field]) => shownValue(field))
    .filter((key): key is string => typeof key === "string")
    .toSorted();
}

export interface StoredField {
  readonly path: string;
  readonly rev: number;
  readonly value?: unknown;
  readonly other?: unknown;
}

/** Takes what the server stored, without a value where it is what was sent; what was typed after the save stays pending on the new revision. */
export function acknowledge(
  fields: Map<string, LocalField>,
  sent: readonly Change[],
  stored: readonly StoredField[],
): void {
  const ids = new Set(sent.map((change) => change.changeId));
  const sentLast = new Map(sent.map(({ path, value }) => [path, value]));
  for (const field of stored) {
    const { pending } = fields.get(field.path) ?? {};
    const still =
      pending === undefined || ids.has(pending.changeId)
        ? undefined
        : { ...pending, ...(ids.size === 0 ? {} : { base: field.rev }) };
    fields.set(field.path, {
      rev: field.rev,
      value: "value" in field ? field.value : sentLast.get(field.path),
      ...(field.other === undefined ? {} : { other: field.other }),
      ...(still === undefined ? {} : { pending: still }),
    });
  }
}

/**
 * Takes what was saved since, by this editor or another. What is being typed here stays: where both wrote,
 * saving shows both texts. Gives whether anything was new.
 */
export function hear(fields: Map<string, LocalField>, stored: readonly StoredField[]): boolean {
  const fresh = stored.filter(({ path, rev }) => {
    const now = fields.get(path);
    return now === undefined || (now.pending === undefined && now.rev < rev);
  });
  for (const { path, rev, value, other } of fresh) {
    fields.set(path, { rev, value, ...(other === undefined ? {} : { other }) });
  }
  return fresh.length > 0;
}

/** Where somebody else's text stands beside one's own. */
export function conflictsOf(fields: LocalFields): ReadonlyMap<string, unknown> {
  return new Map(
    [...fields].flatMap(([path, field]) =>
      field.other === undefined || field.pending?.choose === true
        ? []
        : [[path, field.other] as const],
    ),
  );
}
