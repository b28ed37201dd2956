import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../../spec/types.ts";
import { isObject } from "../../spec/workbook/nodes.ts";
import { readJsonFiles, type InstalledPacks } from "../../store/spec-files.ts";

/** A pack with the files it was read from. */
export interface PackFolder {
  readonly name: string;
  /** Path in the folder to parsed JSON. */
  readonly files: ReadonlyMap<string, unknown>;
  readonly pack: Pack;
}

/**
 * The files of an installed pack, by `<id>/<version>`; without a name of the latest. They are looked for in
 * `<root>/mittpunkt` and in the folders of overlays. Refuses a name nobody has (`workbook.unknown-pack`).
 *
 * @throws Error of the file system where a folder cannot be read.
 */
export async function findPackFolder(
  root: string,
  overlays: readonly string[],
  packs: InstalledPacks,
  name: string = packs.latest.name,
): Promise<Result<PackFolder>> {
  const found = packs.packs.find((installed) => installed.name === name);
  const released = join(root, "mittpunkt");
  const entries = await readdir(released, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  for (const folder of [...folders.map((entry) => join(released, entry.name)), ...overlays]) {
    const files = await readJsonFiles(folder);
    if (!files.ok) return files;
    if (found === undefined || !isOf(found.pack, files.value.get("manifest.json"))) continue;
    return ok({ name, files: files.value, pack: found.pack });
  }
  const known = packs.packs.map((installed) => installed.name).join(", ");
  return fail(problem("workbook.unknown-pack", { params: { pack: name, known } }));
}

function isOf({ manifest }: Pack, json: unknown): boolean {
  return isObject(json) && json["id"] === manifest.id && json["version"] === manifest.version;
}
