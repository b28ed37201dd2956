import type { Json } from "../../kernel/canonical-json.ts";
import type { Problem } from "../../kernel/problem.ts";
import { thingOf } from "./check-nodes.ts";
import { idOf, type JsonObject, type Node } from "./nodes.ts";
import { problemAt } from "./row-problems.ts";
import { TABLES, type TableId } from "./tables.ts";

/** Names of files: nothing that leads to another folder. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*$/u;
/** The file of the recipients stands among the letters. */
const TAKEN = "recipients";

/**
 * The files of a pack (relative path to JSON) from its things. A list with marked rows becomes an overlay.
 * Refuses names that no file can have, and a workbook without exactly one row of the specification itself.
 */
export function closeFiles(roots: readonly Node[], problems: Problem[]): ReadonlyMap<string, Json> {
  const of = (table: TableId) => roots.filter((node) => node.table === table);
  const files = new Map<string, Json>();
  const put = (file: string, json: Json | undefined) =>
    json === undefined ? files : files.set(file, json);
  const [manifest, ...others] = of("manifest");
  if (manifest === undefined || others.length > 0) {
    const count = others.length + (manifest === undefined ? 0 : 1);
    problems.push(problemAt("workbook.one-row", { table: "manifest" }, { count }));
  }
  const alone = manifest?.item["extends"] === null;
  if (manifest !== undefined) put("manifest.json", thingOf(manifest));
  put("areas.json", twoLists("sides", of("sides"), "areas", of("areas"), alone));
  put("factors.json", list(of("factors"), alone));
  put("process.json", twoLists("steps", of("steps"), "acts", of("acts"), alone));
  put("recording.json", list(of("recording"), alone));
  put("maps.json", list(of("maps"), false));
  put("letters/recipients.json", list(of("audiences"), false));
  refuseNames(roots, problems);
  for (const table of ["letters", "codelists", "documents"] as const) {
    for (const node of of(table)) put(`${table}/${idOf(node)}.json`, thingOf(node));
  }
  for (const [name, nodes] of byFirstKey(of("codes"))) put(`codelists/${name}.json`, list(nodes));
  for (const [name, nodes] of byFirstKey([...of("sections"), ...of("fields")])) {
    put(`documents/${name}.json`, documentChanges(nodes));
  }
  for (const table of ["variables", "instruments", "beside"] as const) {
    for (const [name, nodes] of byFirstKey(of(table))) put(`${table}/${name}.json`, list(nodes));
  }
  for (const lang of ["sv", "en"] as const) {
    put(`texts/${lang}.json`, textFile(of("texts"), lang, alone));
  }
  return files;
}

/** A list, or what changes in it; nothing where there is neither and none must be. */
function list(nodes: readonly Node[], always = false): Json | undefined {
  if (nodes.length === 0) return always ? [] : undefined;
  return nodes.some(({ change }) => change !== undefined)
    ? { $overlay: changesOf(nodes) }
    : nodes.map(thingOf);
}

function twoLists(
  fixed: string,
  fixedNodes: readonly Node[],
  changed: string,
  changedNodes: readonly Node[],
  always: boolean,
): Json | undefined {
  if (changedNodes.some(({ change }) => change !== undefined)) return list(changedNodes);
  if (fixedNodes.length + changedNodes.length === 0 && !always) return undefined;
  return { [fixed]: fixedNodes.map(thingOf), [changed]: changedNodes.map(thingOf) };
}

function changesOf(nodes: readonly Node[]): JsonObject {
  const marked = (change: Node["change"]) => nodes.filter((node) => node.change === change);
  const add = marked("add").map((node): Json => {
    const item = thingOf(node);
    return node.after === undefined ? { item } : { after: node.after, item };
  });
  return withoutEmpty({
    add,
    replace: marked("replace").map(thingOf),
    remove: marked("remove").map(idOf),
  });
}

function withoutEmpty(lists: Readonly<Record<string, readonly Json[]>>): JsonObject {
  return Object.fromEntries(Object.entries(lists).filter(([, each]) => each.length > 0));
}

function documentChanges(nodes: readonly Node[]): Json {
  const sections = nodes.filter(({ table }) => table === "sections");
  const fields = Map.groupBy(
    nodes.filter(({ table }) => table === "fields"),
    ({ keys }) => keys[1] ?? "",
  );
  const bySection = [...fields].map(([section, each]) => [section, changesOf(each)] as const);
  return {
    $overlay: {
      ...(sections.length > 0 && { sections: changesOf(sections) }),
      ...(bySection.length > 0 && { fields: Object.fromEntries(bySection) }),
    },
  };
}

function textFile(nodes: readonly Node[], lang: "sv" | "en", always: boolean): Json | undefined {
  const texts = nodes.flatMap((node) => {
    const words = node.change === "remove" ? undefined : node.item[lang];
    return words === undefined ? [] : [[idOf(node), words] as const];
  });
  const remove = nodes.filter(({ change }) => change === "remove").map(idOf);
  const changes = nodes.some(({ change }) => change !== undefined);
  if (!changes) return texts.length > 0 || always ? Object.fromEntries(texts) : undefined;
  const $overlay = {
    ...(texts.length > 0 && { set: Object.fromEntries(texts) }),
    ...(remove.length > 0 && { remove }),
  };
  return Object.keys($overlay).length === 0 ? undefined : { $overlay };
}

function byFirstKey(nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  return Map.groupBy(nodes, ({ keys }) => keys[0] ?? "");
}

function refuseNames(roots: readonly Node[], problems: Problem[]): void {
  for (const node of roots) {
    const { table, keys, row } = node;
    const [column = "id"] = TABLES[table].keys;
    const named = ["letters", "codelists", "documents"].includes(table);
    const value = column === "id" ? idOf(node) : (keys[0] ?? "");
    const inFile = named || column !== "id";
    if (!inFile || (FILE_NAME.test(value) && !(table === "letters" && value === TAKEN))) continue;
    if (value === "" && named) continue;
    const place = { table, column, ...(row === undefined ? {} : { row }) };
    problems.push(problemAt("workbook.file-name", place, { value }));
  }
}
