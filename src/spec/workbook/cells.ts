import type { Json } from "../../kernel/canonical-json.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { isArray } from "./nodes.ts";
import type { CellKind } from "./tables.ts";

/** What a cell of a workbook can hold for us; text is text, also where it looks like a formula. */
export type Cell = string | number | boolean | Date | null;

/** A cell of a workbook has no room for more characters. */
const MOST_CHARACTERS = 32_767;

/** Characters that XML cannot hold, or that a workbook does not give back as they were. */
const LOST_CHARACTERS = /(?![\n\t])\p{Cc}|[\uFFFD-\uFFFF]/u;

const YES = ["ja", "yes", "true", "sant"];
const NO = ["nej", "no", "false", "falskt"];

/** What came of reading a cell: a value, nothing where it is empty, or the fault by its id. */
export type Decoded = { readonly value: Json | undefined } | { readonly wrong: CellFault };

export type CellFault = "not-yesno" | "not-number" | "not-date" | "not-json";

/** A value as the text or number of its cell; undefined for one that no such cell can tell. */
export function encodeCell(kind: CellKind, value: Json): string | number | undefined {
  const cell = encode(kind, value);
  if (typeof cell !== "string") return cell;
  const isKept = cell.length <= MOST_CHARACTERS && cell.isWellFormed();
  return isKept && !LOST_CHARACTERS.test(cell) ? cell : undefined;
}

function encode(kind: CellKind, value: Json): string | number | undefined {
  switch (kind) {
    case "number":
      return typeof value === "number" ? value : undefined;
    case "flag":
      return typeof value === "boolean" ? (value ? "ja" : "nej") : undefined;
    case "idOrNull":
      return value === null ? "" : encode("id", value);
    case "idOrEmpty":
      return typeof value === "string" ? value : undefined;
    case "ids":
    case "someIds":
      return encodeList(value, ", ", /^[^\s,]+$/u);
    case "lines":
      return encodeList(value, "\n", /^\S(?:[^\n]*\S)?$/u);
    case "condition":
      return JSON.stringify(value);
    default:
      return typeof value === "string" && value !== "" ? value : undefined;
  }
}

function encodeList(value: Json, separator: string, each: RegExp): string | undefined {
  if (!isArray(value)) return undefined;
  const texts = value.filter((part) => typeof part === "string").filter((part) => each.test(part));
  return texts.length === value.length ? texts.join(separator) : undefined;
}

/** The value of a cell. An empty list that must be there is an empty list; else an empty cell is nothing. */
export function decodeCell(kind: CellKind, cell: Cell): Decoded {
  const text = cellText(cell);
  if (text.trim() === "") return { value: emptyValue(kind) };
  const trimmed = text.trim();
  switch (kind) {
    case "words":
      return { value: text };
    case "number":
      return Number.isFinite(Number(trimmed))
        ? { value: Number(trimmed) }
        : { wrong: "not-number" };
    case "flag":
      return decodeFlag(trimmed.toLowerCase());
    case "date":
      return parsePlainDate(trimmed) === undefined ? { wrong: "not-date" } : { value: trimmed };
    case "ids":
    case "someIds":
      return { value: trimmed.split(/[\s,]+/u).filter((id) => id !== "") };
    case "lines":
      return { value: linesOf(trimmed) };
    case "condition":
      return decodeCondition(trimmed);
    case "print":
      return { value: undefined };
    default:
      return { value: trimmed };
  }
}

/** What JSON.parse gives is JSON. */
export function parseJson(text: string): Json {
  return JSON.parse(text) as Json;
}

function emptyValue(kind: CellKind): Json | undefined {
  if (kind === "idOrNull") return null;
  if (kind === "idOrEmpty") return "";
  return kind === "ids" ? [] : undefined;
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function decodeFlag(text: string): Decoded {
  if (YES.includes(text)) return { value: true };
  return NO.includes(text) ? { value: false } : { wrong: "not-yesno" };
}

function decodeCondition(text: string): Decoded {
  try {
    return { value: parseJson(text) };
  } catch {
    return { wrong: "not-json" };
  }
}

/** The text of a cell, lines ended alike: programs make dates, numbers and yes of what looks like it. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).replace(/\r\n?/gu, "\n");
}
