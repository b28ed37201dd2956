import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { isOverlay } from "../overlay.ts";
import { idOf, isObject, valueAt, type JsonObject, type Node } from "./nodes.ts";
import {
  inside,
  openChanges,
  openList,
  openObject,
  openThing,
  openThings,
  refuseMember,
  type Place,
} from "./open-things.ts";
import type { TableId } from "./tables.ts";

type Open = (json: unknown, place: Place, name: string) => readonly Node[];

/** What each file of a pack holds. */
const OPENERS: readonly (readonly [RegExp, Open])[] = [
  [/^manifest\.json$/u, (json, place) => [openThing("manifest", [], json, place)]],
  [/^areas\.json$/u, openTwo("sides", "areas")],
  [/^factors\.json$/u, openListFile("factors")],
  [/^process\.json$/u, openTwo("steps", "acts")],
  [/^recording\.json$/u, openListFile("recording")],
  [/^maps\.json$/u, (json, place) => openThings("maps", [], json, place)],
  [/^letters\/recipients\.json$/u, (json, place) => openThings("audiences", [], json, place)],
  [/^letters\/([^/]+)\.json$/u, openOne("letters")],
  [/^codelists\/([^/]+)\.json$/u, openCodelist],
  [/^documents\/([^/]+)\.json$/u, openDocument],
  [/^variables\/([^/]+)\.json$/u, openPartOfList("variables")],
  [/^instruments\/([^/]+)\.json$/u, openPartOfList("instruments")],
  [/^beside\/([^/]+)\.json$/u, openPartOfList("beside")],
];

const TEXT_FILE = /^texts\/(?:sv|en)\.json$/u;

/**
 * The things in the files of a pack (relative path to parsed JSON), as rows of a workbook. Files under
 * `fixtures/` are not part of a pack. Refuses a file and a member that have no place in the workbook
 * (`spec.unknown-file`, `workbook.unknown-member`), so that nothing can vanish.
 */
export function openFiles(files: ReadonlyMap<string, unknown>): Result<readonly Node[]> {
  const problems: Place["problems"] = [];
  const nodes: Node[] = [];
  for (const [file, json] of files) {
    if (file.startsWith("fixtures/") || TEXT_FILE.test(file)) continue;
    const opener = OPENERS.find(([pattern]) => pattern.test(file));
    if (opener === undefined) {
      problems.push(problem("spec.unknown-file", { params: { file } }));
      continue;
    }
    const [pattern, open] = opener;
    nodes.push(...open(json, { file, pointer: "", problems }, pattern.exec(file)?.[1] ?? ""));
  }
  nodes.push(...openTexts(files, problems));
  return problems.length > 0 ? fail(problems) : ok(nodes);
}

function openListFile(table: TableId): Open {
  return (json, place) =>
    isOverlay(json)
      ? openChanges(table, [], changesIn(json, place), inside(place, "$overlay"))
      : openThings(table, [], json, place);
}

/** A file with a list that stays and one that a later version may change. */
function openTwo(fixed: TableId, changed: TableId): Open {
  return (json, place) => {
    if (isOverlay(json)) return openListFile(changed)(json, place, "");
    const both = openObject(json, [fixed, changed], place);
    return [fixed, changed].flatMap((table) =>
      openThings(table, [], both[table], inside(place, table)),
    );
  };
}

/** A file of one thing is named as the thing. */
function openOne(table: TableId): Open {
  return (json, place, name) => {
    const node = openThing(table, [], json, place);
    if (idOf(node) !== name) refuseMember(inside(place, "id"));
    return [node];
  };
}

function openCodelist(json: unknown, place: Place, name: string): readonly Node[] {
  return isOverlay(json)
    ? openChanges("codes", [name], changesIn(json, place), inside(place, "$overlay"))
    : openOne("codelists")(json, place, name);
}

function openDocument(json: unknown, place: Place, name: string): readonly Node[] {
  if (!isOverlay(json)) return openOne("documents")(json, place, name);
  const at = inside(place, "$overlay");
  const { sections, fields } = openObject(changesIn(json, place), ["sections", "fields"], at);
  const bySection = fields === undefined ? {} : openMembers(fields, inside(at, "fields"));
  return [
    ...openChanges("sections", [name], sections ?? {}, inside(at, "sections")),
    ...Object.entries(bySection).flatMap(([section, changes]) =>
      openChanges("fields", [name, section, ""], changes, inside(inside(at, "fields"), section)),
    ),
  ];
}

/** A list that stands in several files; the name of the file is the key of its rows. */
function openPartOfList(table: TableId): Open {
  return (json, place, name) =>
    isOverlay(json)
      ? openChanges(table, [name], changesIn(json, place), inside(place, "$overlay"))
      : openThings(table, [name], json, place);
}

function changesIn(json: unknown, place: Place): Json {
  return openObject(json, ["$overlay"], place)["$overlay"] ?? {};
}

function openMembers(json: unknown, place: Place): JsonObject {
  return openObject(json, isObject(json) ? Object.keys(json) : [], place);
}

/** Both languages of a text are one row, in the order of the Swedish file. */
function openTexts(
  files: ReadonlyMap<string, unknown>,
  problems: Place["problems"],
): readonly Node[] {
  const [sv, en] = (["sv", "en"] as const).map((lang) => {
    const file = `texts/${lang}.json`;
    return openTextFile(files.get(file), { file, pointer: "", problems });
  });
  const read = [sv, en].filter((each) => each !== undefined);
  const ids = new Set(read.flatMap(({ texts }) => Object.keys(texts)));
  const changes = read.some(({ overlay }) => overlay);
  const kept = [...ids].map((id): Node => {
    const words = { sv: valueAt(sv?.texts, [id]), en: valueAt(en?.texts, [id]) };
    const item = { id, ...withoutMissing(words) };
    return { table: "texts", keys: [], item, children: {}, ...(changes && { change: "replace" }) };
  });
  const removed = new Set(read.flatMap(({ remove }) => remove));
  return [
    ...kept,
    ...[...removed].map((id): Node => ({
      table: "texts",
      keys: [],
      item: { id },
      children: {},
      change: "remove",
    })),
  ];
}

interface TextFile {
  readonly overlay: boolean;
  readonly texts: JsonObject;
  readonly remove: readonly string[];
}

function openTextFile(json: unknown, place: Place): TextFile | undefined {
  if (json === undefined) return undefined;
  if (!isOverlay(json)) return { overlay: false, texts: openMembers(json, place), remove: [] };
  const changes = openObject(changesIn(json, place), ["set", "remove"], place);
  const remove = openList(changes["remove"], inside(place, "remove"));
  return {
    overlay: true,
    texts: openMembers(changes["set"] ?? {}, inside(place, "set")),
    remove: remove.map((id) => (typeof id === "string" ? id : "")),
  };
}

function withoutMissing(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const there = Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(there);
}
