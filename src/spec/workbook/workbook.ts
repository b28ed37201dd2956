import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { checkPack } from "../check.ts";
import { loadPack } from "../load.ts";
import type { Pack } from "../types.ts";
import { parseJson } from "./cells.ts";
import { checkNodes } from "./check-nodes.ts";
import { closeFiles } from "./close-files.ts";
import { locateChanges, locateProblems } from "./locate.ts";
import { nestRows } from "./nest-rows.ts";
import { openFiles } from "./open-files.ts";
import { readRows, type RawSheet, type Row } from "./read-rows.ts";
import { TABLE_IDS } from "./tables.ts";
import { toSheets, type Sheet } from "./to-sheets.ts";
import { sheetName } from "./words.ts";

/** The files of a pack, relative path to JSON. */
export type PackFiles = ReadonlyMap<string, Json>;

/**
 * The sheets of a workbook for the files of a pack; `pack` is the pack they make, for the words of conditions.
 * The sheets are read back before they are given: what a workbook would lose or change is refused
 * (`workbook.unknown-member`, `workbook.not-kept`, `workbook.file-not-kept`, `spec.unknown-file`).
 */
export function packToSheets(
  files: ReadonlyMap<string, unknown>,
  pack: Pack,
): Result<readonly Sheet[]> {
  const nodes = openFiles(files);
  if (!nodes.ok) return nodes;
  const sheets = toSheets(nodes.value, pack);
  if (!sheets.ok) return sheets;
  const lost = lostFiles(files, sheets.value.map(rawSheet));
  return lost.length > 0 ? fail(lost) : sheets;
}

/** A sheet as it would be read. */
function rawSheet({ name, heading, rows }: Sheet): RawSheet {
  return { name, rows: [heading, ...rows] };
}

/** Which files of a pack the sheets do not give back as they are (`workbook.file-not-kept`). */
export function lostFiles(
  files: ReadonlyMap<string, unknown>,
  sheets: readonly RawSheet[],
): Problem[] {
  const back = sheetsToFiles(sheets);
  if (!back.ok) return back.problems;
  const kept = back.value.files;
  const names = new Set([...files.keys(), ...kept.keys()]);
  return [...names]
    .filter((file) => !file.startsWith("fixtures/"))
    .filter((file) => textOf(files.get(file)) !== textOf(kept.get(file)))
    .map((file) => problem("workbook.file-not-kept", { params: { file } }));
}

function textOf(json: unknown): string | undefined {
  return json === undefined ? undefined : canonicalJson(parseJson(JSON.stringify(json)));
}

/** The files that sheets make, and the rows they were made of. */
export interface ReadSheets {
  readonly files: PackFiles;
  readonly rows: readonly Row[];
}

/**
 * Reads the sheets of a workbook. Refuses, each with sheet, row and column: sheets and columns that are missing
 * or unknown, an id that is there twice, a row that belongs to nothing, and cells of another shape
 * (`workbook.*`, `expression.*`).
 */
export function sheetsToFiles(sheets: readonly RawSheet[]): Result<ReadSheets> {
  const problems: Problem[] = [];
  const rows = readRows(sheets, problems);
  // Without its columns a sheet says nothing: faults of its rows would only hide that.
  if (problems.some(isOfSheets)) return fail(problems.filter(isOfSheets));
  const nodes = nestRows(rows, problems);
  checkNodes(nodes, problems);
  const files = closeFiles(nodes, problems);
  return problems.length > 0 ? fail(inOrder(problems)) : ok({ files, rows });
}

/**
 * The pack that sheets make, over `base` where it changes one, with its files. Refuses as
 * {@link sheetsToFiles}, `loadPack` and `checkPack` do, with the row where it is known.
 */
export function checkSheets({ files, rows }: ReadSheets, base?: Pack): Result<Pack> {
  const pack = loadPack(files, base);
  if (!pack.ok) return fail(inOrder(locateChanges(pack.problems, rows)));
  const problems = locateProblems(checkPack(pack.value, base), pack.value, rows);
  return problems.length > 0 ? fail(inOrder(problems)) : pack;
}

function isOfSheets({ id }: Problem): boolean {
  return /^workbook\.(?:(?:missing|unknown)-sheet|(?:missing|unknown|duplicate)-column)$/u.test(id);
}

/** By sheet and row, as one goes through the workbook. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const sheets: readonly string[] = TABLE_IDS.map(sheetName);
  const place = ({ params }: Problem): number => {
    const row = params?.["row"];
    const sheet = sheets.indexOf(String(params?.["sheet"] ?? ""));
    return sheet * 1_000_000 + (typeof row === "number" ? row : 0);
  };
  return problems.toSorted((a, b) => place(a) - place(b));
}
