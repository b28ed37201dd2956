import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The script a page loads before it can show itself. */
export interface ScriptSize {
  readonly files: readonly string[];
  /** Of each file by itself, as it is sent. */
  readonly gzipBytes: number;
}

const STATIC_IMPORT = /(?:from|import)\s*"(\.\/[\w.-]+\.js)"/gu;
const ENTRY = /<script[^>]+src="\/assets\/([\w.-]+\.js)"/u;

/**
 * Sums the scripts that a page of the built application needs: the entry named in `index.html`, the chunk of the
 * page (`<page>-<hash>.js`, where the page has one), and whatever those import statically, each counted once.
 */
export function scriptSizeOf(webFolder: string, page: string): ScriptSize {
  const assets = join(webFolder, "assets");
  const entry = ENTRY.exec(readFileSync(join(webFolder, "index.html"), "utf8"))?.[1];
  if (entry === undefined) throw new Error("index.html names no script");
  const own = readdirSync(assets).filter(
    (file) => file.startsWith(`${page}-`) && file.endsWith(".js"),
  );
  const needed = new Set<string>();
  const waiting = [entry, ...own];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (needed.has(file)) continue;
    needed.add(file);
    const text = readFileSync(join(assets, file), "utf8");
    for (const [, path] of text.matchAll(STATIC_IMPORT)) waiting.push((path ?? "").slice(2));
  }
  const files = [...needed];
  const gzipBytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length,
    0,
  );
  return { files, gzipBytes };
}
