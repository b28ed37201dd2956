import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../../spec/types.ts";
import { valueAt } from "../../spec/workbook/nodes.ts";
import { checkSheets, sheetsToFiles, type PackFiles } from "../../spec/workbook/workbook.ts";
import { digestOf, type InstalledPacks } from "../../store/spec-files.ts";
import { jsonText } from "./json-text.ts";
import { readWorkbook } from "./read-workbook.ts";

/** A pack that was read from a workbook, with the text of each of its files. */
export interface ReadPack {
  readonly name: string;
  readonly pack: Pack;
  readonly files: PackFiles;
  readonly texts: ReadonlyMap<string, string>;
  /** What should be known before the pack is used, though it is sound. */
  readonly notes: readonly Problem[];
}

/**
 * Reads a workbook and checks the pack it makes, over the installed one that it changes. Refuses bytes that
 * are no workbook (`workbook.not-a-workbook`), a base that is not there (`workbook.unknown-base`), and what
 * `sheetsToFiles` and `checkSheets` refuse, each with sheet, row and column.
 */
export async function importPack(
  bytes: Uint8Array,
  file: string,
  packs: InstalledPacks,
): Promise<Result<ReadPack>> {
  const sheets = await readWorkbook(bytes, file);
  if (!sheets.ok) return sheets;
  const read = sheetsToFiles(sheets.value);
  if (!read.ok) return read;
  const base = findBase(read.value.files, packs);
  if (!base.ok) return base;
  const pack = checkSheets(read.value, base.value);
  if (!pack.ok) return pack;
  const { id, version } = pack.value.manifest;
  const { files } = read.value;
  const texts = new Map([...files].map(([name, json]) => [name, jsonText(json)]));
  const name = `${id}/${version}`;
  return ok({ name, pack: pack.value, files, texts, notes: notesOn(name, pack.value, packs) });
}

/** A released pack is never edited: other content needs another version. */
function notesOn(name: string, pack: Pack, packs: InstalledPacks): readonly Problem[] {
  const same = packs.packs.find((installed) => installed.name === name);
  if (same === undefined || same.digest === digestOf(pack)) return [];
  return [problem("workbook.same-version", { severity: "tell", params: { pack: name } })];
}

function findBase(files: PackFiles, packs: InstalledPacks): Result<Pack | undefined> {
  const extended = valueAt(files.get("manifest.json"), ["extends"]);
  if (typeof extended !== "string") return ok(undefined);
  const found = packs.packs.find((installed) => installed.name === extended);
  if (found !== undefined) return ok(found.pack);
  const known = packs.packs.map((installed) => installed.name).join(", ");
  return fail(problem("workbook.unknown-base", { params: { pack: extended, known } }));
}
