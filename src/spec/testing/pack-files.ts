import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../kernel/problem.ts";
import { loadPack } from "../load.ts";
import type { Pack } from "../types.ts";

const root = fileURLToPath(new URL("../../../spec/", import.meta.url));

/** The JSON files of a folder under spec, by path below it. */
export function readSpecFiles(folder: string): Map<string, unknown> {
  const names = globSync("**/*.json", { cwd: join(root, folder) }).toSorted();
  return new Map(names.map((name) => [name.replaceAll("\\", "/"), readJson(join(folder, name))]));
}

/** One JSON file under spec. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

/** The shipped pack. Throws where it does not load. */
export function readShippedPack(): Pack {
  return packOf(readSpecFiles("mittpunkt/2026-1"));
}

/** The test version that changes the shipped pack. */
export function readNextPack(base: Pack): Pack {
  return packOf(readSpecFiles("fixtures/next"), base);
}

function packOf(files: ReadonlyMap<string, unknown>, base?: Pack): Pack {
  const loaded = loadPack(files, base);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

/** Problems as short lines, `<id> <pointer>`, to compare with what is expected. */
export function linesOf(problems: readonly Problem[]): string[] {
  return problems.map((found) => `${found.id} ${found.pointer ?? ""}`.trim());
}
