import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { findDocument } from "../../spec/lookup.ts";
import type { PackSource } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import {
  applyChanges,
  type DraftChange,
  momentOfChange,
  neighboursOf,
  takenAwayBy,
} from "./apply-changes.ts";
import type { DraftField } from "./assemble-draft.ts";
import { hasDraftPath, parseDraftPath } from "./draft-path.ts";
import {
  draftField,
  lockDrafts,
  readFieldsOf,
  readItemsOf,
  type DraftHead,
  type StoredField,
} from "./draft-rows.ts";
import { isDraftValue } from "./draft-value.ts";
import { writeFields, type FieldOfDraft, type Touched } from "./save-rows.ts";

export interface SaveDraft {
  readonly draft: Uuid;
  readonly changes: readonly DraftChange[];
  readonly by: Uuid;
  readonly at: Instant;
}

/** A field that was saved; its value is left out where it is the one that was sent and no other stands beside it. */
export type SavedField = Omit<DraftField, "value"> & { readonly value?: unknown };

/** Drafts that are locked for saving, with what is about to be changed in them. */
export interface DraftsToSave {
  /** The draft without its fields; undefined for one that is gone, or that was to be left where somebody holds it. */
  head(draft: Uuid): DraftHead | undefined;
  /**
   * One save: the fields as they then stand, those before it in the same transaction counted. Refuses with
   * `draft.path-unknown` and `draft.value-unreadable`, and then changes nothing.
   */
  apply(request: SaveDraft): Result<readonly SavedField[]>;
  /** Writes what was applied. */
  write(): void;
}

/**
 * Locks the drafts of some saves and reads the fields they name, all sent in one piece. With `leaveHeld` a
 * draft that somebody holds is left out instead of waited for.
 */
export async function lockToSave(
  tx: Tx,
  packs: PackSource,
  requests: readonly SaveDraft[],
  { leaveHeld }: { readonly leaveHeld: boolean },
): Promise<DraftsToSave> {
  const drafts = [...new Set(requests.map(({ draft }) => draft))];
  const named = requests.flatMap(({ draft, changes }) =>
    [...changes.map(({ path }) => path), ...neighboursOf(changes)].map((path) => ({ draft, path })),
  );
  const taken = requests.flatMap(({ draft, changes }) =>
    takenAwayBy(changes).map((beginning) => ({ draft, beginning })),
  );
  const [found, fields, items] = await Promise.all([
    lockDrafts(tx, drafts, leaveHeld),
    readFieldsOf(tx, named),
    readItemsOf(tx, taken),
  ]);
  const heads = new Map(found.map((head) => [head.draft, head]));
  const before = new Map(drafts.map((draft) => [draft, new Map<string, StoredField>()]));
  for (const field of [...fields, ...items]) before.get(field.draft)?.set(field.path, field);
  const changed = new Map<string, FieldOfDraft>();
  const touched = new Map<Uuid, Touched>();
  const kept: FieldOfDraft[] = [];
  return {
    head: (draft) => heads.get(draft),
    apply: ({ draft, changes, by, at: now }) => {
      const head = heads.get(draft);
      const known = before.get(draft);
      if (head === undefined || known === undefined) return fail(gone());
      const problems = checkChanges(packs, head, changes);
      if (problems.length > 0) return fail(problems);
      const at = momentOfChange(now, head.changedAt);
      const { after, past } = applyChanges(known, changes, { by, at });
      for (const field of past) kept.push({ ...field, draft });
      for (const field of after.values()) {
        if (known.get(field.path) === field) continue;
        known.set(field.path, field);
        changed.set(`${draft} ${field.path}`, { ...field, draft });
        touched.set(draft, { draft, by, at });
      }
      return ok([...after.values()].map((field) => savedField(field, changes)));
    },
    write: () => writeFields(tx, [...touched.values()], [...changed.values()], kept),
  };
}

/**
 * Saves changed fields of a draft and gives them as they now stand. A change sent twice is saved once; one
 * written over an older revision keeps both values. Refuses with `draft.not-found` (signed or
 * discarded), `draft.path-unknown` and `draft.value-unreadable`, and then saves nothing.
 */
export async function saveDraft(
  tx: Tx,
  packs: PackSource,
  request: SaveDraft,
): Promise<Result<readonly SavedField[]>> {
  const locked = await lockToSave(tx, packs, [request], { leaveHeld: false });
  const saved = locked.apply(request);
  locked.write();
  return saved;
}

function savedField(field: StoredField, changes: readonly DraftChange[]): SavedField {
  const sent = changes.findLast(({ path }) => path === field.path);
  if (sent === undefined || JSON.stringify(sent.value) !== field.value) return draftField(field);
  const { path, rev, by, at, others } = field;
  if (others.length > 0) return draftField(field);
  return { path, rev, by, at };
}

function gone(): Problem {
  return problem("draft.not-found", { status: 404 });
}

function checkChanges(
  packs: PackSource,
  head: DraftHead,
  changes: readonly DraftChange[],
): Problem[] {
  const pack = packs.find(head.specDigest)?.pack;
  const document = pack === undefined ? undefined : findDocument(pack, head.document);
  return changes.flatMap((change, index) => {
    const path = parseDraftPath(change.path);
    const pointer = `/changes/${index}`;
    if (path === undefined || document === undefined || !hasDraftPath(document, path)) {
      return [problem("draft.path-unknown", { status: 422, pointer: `${pointer}/path` })];
    }
    if (isDraftValue(change.value)) return [];
    return [problem("draft.value-unreadable", { status: 422, pointer: `${pointer}/value` })];
  });
}
