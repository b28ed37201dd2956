import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, open, rm, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileCell, FileColumn, FileTable } from "../../contract/followup/file-table.ts";
import { codesByNumber, remembered, setTexts } from "./cell-texts.ts";
import { isMade, type ParquetOrder } from "./parquet-message.ts";
import { parquetSql } from "./parquet-sql.ts";

/** What the file says of itself. */
export type ParquetAbout = Readonly<Record<"title" | "cut_off" | "columns", string>>;

/** The process could not start here, or could not make the file: nothing of it has gone out. */
export class ParquetFailed extends Error {
  constructor() {
    super("The Parquet file could not be made");
  }
}

const childFile = fileURLToPath(new URL("parquet-child.ts", import.meta.url));
const MEMORY = "400MB";
const TIMEOUT_MS = 300_000;

/**
 * A table as a Parquet file, packed with zstd. The rows go to a file that only this program may read,
 * a process of its own makes the Parquet file of it, and both are gone before the first byte is read. The same table
 * gives the same bytes. Throws {@link ParquetFailed} before the first byte.
 */
export async function* parquetFile(
  table: FileTable,
  about: ParquetAbout,
): AsyncGenerator<Uint8Array> {
  const made = await makeFile(table, about);
  yield* made.createReadStream();
}

/** The open file: it and the rows have no name any more, so that nothing stays behind whatever happens. */
async function makeFile(table: FileTable, about: ParquetAbout): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "mp-parquet-"));
  try {
    const places = { rows: join(folder, "rows.csv"), file: join(folder, "made.parquet") };
    await writeRows(table, places.rows);
    const sql = parquetSql(table.columns, places, about);
    await carryOut({ sql, folder, memory: MEMORY });
    return await open(places.file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Numbers, texts and ids of codes, a line a row. */
async function writeRows({ columns, rows }: FileTable, path: string): Promise<void> {
  const texts = columns.map(rowText);
  const file = await open(path, "wx", 0o600);
  try {
    for await (const batch of rows) {
      let lines = "";
      for (const row of batch) {
        for (let at = 0; at < texts.length; at += 1) {
          if (at > 0) lines += ",";
          lines += texts[at]?.(row[at] ?? "") ?? "";
        }
        lines += "\n";
      }
      await file.appendFile(Buffer.from(lines));
    }
  } finally {
    await file.close();
  }
}

function rowText({ kind, codes }: FileColumn): (cell: FileCell) => string {
  if (kind === "text") return quoted;
  if (kind !== "set") return remembered(String);
  // Ids of codes: the same as in a CSV file.
  const text = setTexts(codesByNumber(codes), ({ id }) => id, " ");
  return remembered((cell) => quoted(text(cell)));
}

function quoted(cell: FileCell): string {
  return `"${String(cell).toWellFormed().replaceAll('"', '""')}"`;
}

async function carryOut(order: ParquetOrder): Promise<void> {
  const child = fork(childFile, [], { stdio: "ignore", serialization: "advanced", env: {} });
  const deadline = setTimeout(() => child.kill("SIGKILL"), TIMEOUT_MS);
  try {
    await answered(child, order);
  } finally {
    clearTimeout(deadline);
    child.kill("SIGKILL");
  }
}

/** The columns are the file's, the words are ours: what the process wrote in its fault is never told. */
function answered(child: ChildProcess, order: ParquetOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new ParquetFailed());
    child.once("message", (answer) => (isMade(answer) ? resolve() : failed()));
    child.once("error", failed);
    child.once("exit", failed);
    child.send(order);
  });
}
