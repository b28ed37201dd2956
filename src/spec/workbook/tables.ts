import { z } from "zod";
import { instrument } from "../instrument-shapes.ts";
import { audiences, letter } from "../letter-shapes.ts";
import * as shapes from "../shapes.ts";

/** How the value of a member stands in its cell. `print` is for reading only and made from another member. */
export type CellKind =
  | "id"
  | "idOrNull"
  | "idOrEmpty"
  | "words"
  | "number"
  | "flag"
  | "date"
  | "ids"
  | "someIds"
  | "lines"
  | "condition"
  | "print";

/** A column of a sheet: the member of the item that it shows, by its path. */
export interface Column {
  /** The path with slashes; `print:` before it in a column for reading only. */
  readonly id: string;
  readonly path: readonly string[];
  readonly kind: CellKind;
}

/** A kind of thing in a pack, and the sheet where each one is a row. */
export interface Table {
  readonly id: TableId;
  /** What the thing stands in: columns before its own. */
  readonly keys: readonly string[];
  /** A later version may add, replace and remove single ones. */
  readonly changes: boolean;
  readonly columns: readonly Column[];
  /** Lists inside the thing that have a sheet of their own. */
  readonly children: Readonly<Record<string, TableId>>;
  /** The shape of a whole thing; absent for those that are always inside another. */
  readonly shape?: z.ZodType;
}

const KINDS: Readonly<Record<string, CellKind>> = {
  "": "id",
  null: "idOrNull",
  empty: "idOrEmpty",
  number: "number",
  flag: "flag",
  date: "date",
  ids: "ids",
  someIds: "someIds",
  lines: "lines",
  condition: "condition",
  print: "print",
};

/** Columns from a short form: `name*` is words in both languages, `max:number` has another kind than an id. */
function columns(text: string): readonly Column[] {
  return text.split(/\s+/u).flatMap((each): Column[] => {
    if (each.endsWith("*")) {
      const member = each.slice(0, -1);
      return ["sv", "en"].map((lang) => column([...member.split("/"), lang], "words"));
    }
    const [path = "", kind = ""] = each.split(":");
    return [column(path.split("/"), KINDS[kind] ?? "id")];
  });
}

function column(path: readonly string[], kind: CellKind): Column {
  return { id: `${kind === "print" ? "print:" : ""}${path.join("/")}`, path, kind };
}

/** The two columns that say how a thing differs from the version that is changed. */
export const CHANGE_COLUMNS: readonly string[] = ["change", "after"];

const text = z.strictObject({
  id: z.string(),
  sv: z.string().exactOptional(),
  en: z.string().exactOptional(),
});

interface Made {
  readonly keys?: readonly string[];
  readonly changes?: true;
  readonly children?: Readonly<Record<string, TableId>>;
  readonly shape?: z.ZodType;
}

function table(id: TableId, short: string, made: Made = {}): Table {
  const { keys = [], changes = false, children = {}, shape } = made;
  const own = { id, keys, changes, columns: columns(short), children };
  return shape === undefined ? own : { ...own, shape };
}

export const TABLE_IDS = [
  "manifest",
  "documents",
  "sections",
  "fields",
  "facts",
  "codelists",
  "groups",
  "codes",
  "variables",
  "parts",
  "texts",
  "maps",
  "sides",
  "areas",
  "factors",
  "steps",
  "acts",
  "recording",
  "recordingActs",
  "audiences",
  "letters",
  "blocks",
  "instruments",
  "subscales",
  "cutoffs",
  "beside",
] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** Every sheet of the workbook, in the order in which they stand. */
export const TABLES: Readonly<Record<TableId, Table>> = {
  manifest: table(
    "manifest",
    "id version extends:null name* validFrom:date licence matterNumber source*",
    {
      shape: shapes.manifest,
    },
  ),
  documents: table("documents", "id code name* phase kind cites:flag", {
    children: { facts: "facts", sections: "sections" },
    shape: shapes.documentSpec,
  }),
  sections: table(
    "sections",
    "id title* help* perArea:flag visibleWhen:condition visibleWhen:print",
    {
      keys: ["document"],
      changes: true,
      children: { fields: "fields" },
      shape: shapes.section,
    },
  ),
  fields: table(
    "fields",
    "id label* help* type codelist max:number required/level required/when:condition required/when:print required/rule visibleWhen:condition visibleWhen:print class variable print:flag choiceOf",
    {
      keys: ["document", "section", "within"],
      changes: true,
      children: { items: "fields" },
      shape: shapes.field,
    },
  ),
  facts: table("facts", "id type label*", { keys: ["document"] }),
  codelists: table("codelists", "id name* source*", {
    children: { groups: "groups", codes: "codes" },
    shape: shapes.codelist,
  }),
  groups: table("groups", "id label*", { keys: ["codelist"] }),
  codes: table(
    "codes",
    "id label* group short help* legacy:lines exclusive:flag validFrom:date validTo:date",
    { keys: ["codelist"], changes: true, shape: shapes.code },
  ),
  variables: table(
    "variables",
    "id row grain column step area label* definition* guidance* type valueType codelist codeGroup derived:flag starter:flag status source* available:flag difficulty* export:flag never:someIds",
    { keys: ["file"], changes: true, children: { parts: "parts" }, shape: shapes.variable },
  ),
  parts: table("parts", "id column label* type codelist", { keys: ["variable"] }),
  texts: {
    ...table("texts", "id", { changes: true, shape: text }),
    columns: [...columns("id"), column(["sv"], "words"), column(["en"], "words")],
  },
  maps: table("maps", "kind codelist from to:ids note*", { shape: shapes.codeMap }),
  sides: table("sides", "id name*", { shape: shapes.side }),
  areas: table("areas", "id side name* help* perCarer:flag", {
    changes: true,
    shape: shapes.area,
  }),
  factors: table("factors", "id area kind label* ages:someIds", {
    changes: true,
    shape: shapes.factor,
  }),
  steps: table("steps", "id name*", { shape: shapes.step }),
  acts: table("acts", "id step name* verb* document", { changes: true, shape: shapes.act }),
  recording: table(
    "recording",
    "id roles:ids qualified:flag correctable:someIds undoable:someIds movable:someIds ask*",
    {
      changes: true,
      children: { acts: "recordingActs" },
      shape: shapes.recordingRule,
    },
  ),
  recordingActs: table("recordingActs", "act decision", { keys: ["rule"] }),
  audiences: table("audiences", "id role label* fromAge:number sees:ids source*", {
    shape: audiences.element,
  }),
  letters: table(
    "letters",
    "id code name* title* step about recipients:ids act enclosure answer inputs:ids demands:ids look",
    { children: { blocks: "blocks" }, shape: letter },
  ),
  blocks: table(
    "blocks",
    "id heading* text* law:someIds for:someIds when fromAge:number belowAge:number space",
    { keys: ["letter"] },
  ),
  instruments: table(
    "instruments",
    "id version:empty owner licence* respondents:ids ageFrom:number ageTo:number total/min:number total/max:number total/direction",
    {
      keys: ["file"],
      changes: true,
      children: { subscales: "subscales", cutoffs: "cutoffs" },
      shape: instrument,
    },
  ),
  subscales: table("subscales", "id name* min:number max:number direction", {
    keys: ["instrument"],
  }),
  cutoffs: table(
    "cutoffs",
    "scale from:number respondent ageFrom:number ageTo:number label* source year:number",
    { keys: ["instrument"] },
  ),
  beside: table("beside", "id guidance* earlier:someIds", {
    keys: ["file"],
    changes: true,
    shape: shapes.beside,
  }),
};

/** All columns of a sheet by id, from left to right; a pack that changes no other needs none for changes. */
export function columnIdsOf(
  { keys, changes, columns: own }: Table,
  withChanges: boolean,
): readonly string[] {
  return [...(changes && withChanges ? CHANGE_COLUMNS : []), ...keys, ...own.map(({ id }) => id)];
}

/** The keys of the things inside one thing: the question an item is part of is told by its whole way. */
export function keysWithin(
  parent: TableId,
  keys: readonly string[],
  id: string,
): readonly string[] {
  if (parent === "sections") return [...keys, id, ""];
  if (parent !== "fields") return [id];
  const [document = "", section = "", within = ""] = keys;
  return [document, section, within === "" ? id : `${within}/${id}`];
}
