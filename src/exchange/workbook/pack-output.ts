import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** A workbook of the shipped pack has a quarter of a megabyte; one of this size is something else. */
const MOST_MEGABYTES = 20;

/** The bytes of a file that somebody gives. Refuses one that cannot be read or is far too large. */
export async function readGiven(file: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(file);
    if (size > MOST_MEGABYTES * 1_048_576) {
      return fail(problem("workbook.too-large", { params: { file, max: MOST_MEGABYTES } }));
    }
    return ok(await readFile(file));
  } catch {
    return fail(problem("workbook.no-file", { params: { file } }));
  }
}

/** Writes a new file. Refuses to write over one that is there: somebody's work may be in it. */
export async function writeNew(file: string, bytes: Uint8Array): Promise<Result<undefined>> {
  try {
    await writeFile(file, bytes, { flag: "wx" });
    return ok(undefined);
  } catch {
    return fail(problem("workbook.cannot-write", { params: { file } }));
  }
}

/** Refuses a folder that has something in it (`workbook.folder-not-empty`); it need not be there. */
export async function refuseFilled(folder: string): Promise<Result<undefined>> {
  const entries = await readdir(folder).catch(() => []);
  return entries.length === 0
    ? ok(undefined)
    : fail(problem("workbook.folder-not-empty", { params: { file: folder } }));
}

/** Writes files (path in the folder to text) below a folder, which is made where it is not there. */
export async function writeFiles(
  folder: string,
  texts: ReadonlyMap<string, string>,
): Promise<Result<undefined>> {
  try {
    for (const [name, text] of texts) {
      const file = join(folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { flag: "wx" });
    }
    return ok(undefined);
  } catch {
    return fail(problem("workbook.cannot-write", { params: { file: folder } }));
  }
}
