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

/** Whether anything typed is not acknowledged yet. */
export function hasPending(fields: LocalFields): boolean {
  return [...fields.values()].some((field) => field.pending !== undefined);
}

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
      .toSorted(byPlace)
      .map(([id, { order: _order, ...item }]): AnswerItem => ({ ...item, id }));
  }
  return answers;
}

/** Two who added an item at once gave it the same place: then by id, as everywhere the list is read. */
function byPlace(
  [oneId, one]: readonly [string, Readonly<Record<string, AnswerValue>>],
  [otherId, other]: readonly [string, Readonly<Record<string, AnswerValue>>],
): number {
  const [key, otherKey] = [orderKey(one), orderKey(other)];
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  return oneId < otherId ? -1 : 1;
}

function orderKey(item: Readonly<Record<string, AnswerValue>>): string {
  const key = item["order"];
  return typeof key === "string" ? key : "";
}

/** A stored value as an answer; undefined where nothing is answered. */
export function asAnswer(value: unknown): AnswerValue | undefined {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return Array.isArray(value) ? codesIn(value) : undefined;
}

const codesOf = new WeakMap<readonly unknown[], readonly string[]>();

/** The codes of a set: the same object for the same set, so that nothing is drawn anew for it. */
function codesIn(value: readonly unknown[]): readonly string[] {
  const codes = codesOf.get(value) ?? value.filter((code) => typeof code === "string");
  codesOf.set(value, codes);
  return codes;
}

/** What is known of each field of an item, by its name: its revision, or the change of it that is on its way. */
export function seenIn(
  fields: LocalFields,
  item: string,
): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    [...fields]
      .filter(([path]) => path.startsWith(item) && path !== `${item}order`)
      .map(([path, { rev, pending }]) => [path.slice(item.length), pending?.changeId ?? rev]),
  );
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
  const known = new Map(sent.map((change) => [change.changeId, change]));
  const sentLast = new Map(sent.map(({ path, value }) => [path, value]));
  for (const field of stored) {
    const { rev, other } = field;
    const value = "value" in field ? field.value : sentLast.get(field.path);
    const { pending } = fields.get(field.path) ?? {};
    const still =
      pending === undefined || known.has(pending.changeId)
        ? undefined
        : settled(pending, known.get(pending.over ?? ""), { rev, value });
    fields.set(field.path, {
      rev,
      value,
      ...(other === undefined ? {} : { other }),
      ...(still === undefined ? {} : { pending: still }),
    });
  }
}

/** What is typed over a change that has been saved now: on its revision, unless somebody has written there since. */
function settled(
  pending: Omit<Change, "path">,
  over: Change | undefined,
  { rev, value }: { readonly rev: number; readonly value: unknown },
): Omit<Change, "path"> {
  if (over === undefined || JSON.stringify(over.value) !== JSON.stringify(value)) return pending;
  const { over: _over, ...rest } = pending;
  return { ...rest, base: rev };
}

/**
 * Takes what was saved since, by this editor or another. What is being typed here stays: where both wrote,
 * saving shows both texts. Gives whether anything was new, and whether anything has to be asked for again when
 * what is typed here has been saved.
 */
export function hear(
  fields: Map<string, LocalField>,
  stored: readonly StoredField[],
): { readonly isNew: boolean; readonly isPassedOver: boolean } {
  const newer = stored.filter(({ path, rev }) => (fields.get(path)?.rev ?? 0) < rev);
  const fresh = newer.filter(({ path }) => fields.get(path)?.pending === undefined);
  for (const { path, rev, value, other } of fresh) {
    fields.set(path, { rev, value, ...(other === undefined ? {} : { other }) });
  }
  return { isNew: fresh.length > 0, isPassedOver: fresh.length < newer.length };
}

/**
 * Items that were taken away while somebody wrote in them, by the path of their place: whoever has the draft says
 * whether they come back.
 */
export function takenAwayOf(fields: LocalFields): ReadonlyMap<string, AnswerItem> {
  const gone = new Map<string, AnswerItem>();
  for (const path of conflictsOf(fields).keys()) {
    const [list = "", id, name] = path.split("/");
    if (id === undefined || name !== "order") continue;
    const own = [...fields].filter(([each]) => each.startsWith(`${list}/${id}/`) && each !== path);
    const texts = own.flatMap(([each, field]) => {
      const value = asAnswer(shownValue(field));
      return value === undefined ? [] : [[each.split("/")[2] ?? "", value] as const];
    });
    gone.set(path, { ...Object.fromEntries(texts), id });
  }
  return gone;
}

/** Where somebody else's text stands beside one's own. */
export function conflictsOf(fields: LocalFields): ReadonlyMap<string, unknown> {
  return new Map(
    [...fields].flatMap(([path, field]) => {
      const other = conflictAt(field);
      return other === undefined ? [] : [[path, other] as const];
    }),
  );
}

/** Somebody else's text that stands beside one's own in a field, until one of them is chosen. */
export function conflictAt(field: LocalField | undefined): unknown {
  return field?.pending?.choose === true ? undefined : field?.other;
}
