import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Json } from "../kernel/canonical-json.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { checkPack } from "../spec/check.ts";
import { loadPack } from "../spec/load.ts";
import { parseCatalogue } from "../spec/problem-texts.ts";
import type { ProblemCatalogue } from "../spec/problem-texts.ts";
import type { Pack } from "../spec/types.ts";

/** A pack as it is kept: with its digest, by which documents and values name it for ever. */
export interface InstalledPack {
  /** `<id>/<version>`, for example mittpunkt/2026-1. */
  readonly name: string;
  /** SHA-256 in hex of the canonical JSON of the whole pack, overlay resolved. */
  readonly digest: string;
  readonly pack: Pack;
}

/** All that lies under `spec/`. */
export interface SpecFolder {
  /** In order of name; a pack comes after the one it extends. */
  readonly packs: readonly InstalledPack[];
  /** Path under `spec/law` to parsed JSON, for `loadLaw`. */
  readonly lawFiles: ReadonlyMap<string, unknown>;
  /** SHA-256 in hex of the canonical JSON of the law files, the calendar among them. */
  readonly lawDigest: string;
  readonly problemTexts: ProblemCatalogue;
  /** Path under `spec/texts` to parsed JSON: the words that belong to no pack. */
  readonly texts: ReadonlyMap<string, unknown>;
}

const PACK_FOLDER = "mittpunkt";

/**
 * Reads the folder `spec` of a repository or an installation: packs, law files, problem texts. `overlays` are
 * folders with further overlays (the test version in `spec/fixtures/next`).
 *
 * Refuses what `loadPack`, `checkPack` and `parseCatalogue` refuse, JSON that cannot be read (`spec.not-json`),
 * and an overlay whose base is not there (`spec.base`); each with `params.file` or `params.pack`.
 *
 * @throws Error of the file system where the folder cannot be read.
 */
export async function readSpecFolder(
  root: string,
  overlays: readonly string[] = [],
): Promise<Result<SpecFolder>> {
  const folders = (await readdir(join(root, PACK_FOLDER), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, PACK_FOLDER, entry.name));
  const packs = await resolvePacks([...folders.sort(), ...overlays]);
  if (!packs.ok) return packs;
  const law = await readJsonFiles(join(root, "law"));
  if (!law.ok) return law;
  const texts = await readJsonFiles(join(root, "texts"));
  if (!texts.ok) return texts;
  const problemTexts = parseCatalogue(mergedCatalogue(texts.value));
  if (!problemTexts.ok) return problemTexts;
  return ok({
    packs: packs.value,
    lawFiles: law.value,
    lawDigest: digestOf(Object.fromEntries(law.value)),
    problemTexts: problemTexts.value,
    texts: texts.value,
  });
}

/** Each area may keep the words of its problems in a file of its own: `problems.json`, `problems-<area>.json`. */
function mergedCatalogue(texts: ReadonlyMap<string, unknown>): unknown {
  const files = [...texts].filter(([file]) => /^problems(?:-[a-z]+)?\.json$/u.test(file));
  return Object.assign({}, ...files.map(([, content]) => content));
}

/** The packs an installation knows, by digest and by name. */
export interface InstalledPacks {
  readonly packs: readonly InstalledPack[];
  /** Undefined for a digest never installed. */
  find(digest: string): InstalledPack | undefined;
  /** @throws RangeError where no pack has the name. */
  named(name: string): InstalledPack;
  /** The latest released version: what new documents are written with unless the board says otherwise. */
  readonly latest: InstalledPack;
  /** A later version that is tried beside it; in tests only. */
  readonly tried?: InstalledPack;
}

/**
 * The packs under `root`, for the whole run of the program.
 *
 * @throws Error with the first problems where a pack is not sound: nothing may start on such a specification.
 */
export async function loadInstalledPacks(
  root: string,
  overlays: readonly string[] = [],
): Promise<InstalledPacks> {
  const read = await readSpecFolder(root, overlays);
  if (!read.ok)
    throw new Error(
      `The specification cannot be used: ${JSON.stringify(read.problems.slice(0, 10))}`,
    );
  return installedPacksOf(read.value.packs, overlays.length);
}

/** As {@link loadInstalledPacks}, of packs that are read already. The last `tests` packs are never the latest. */
export function installedPacksOf(packs: readonly InstalledPack[], tests = 0): InstalledPacks {
  const latest = packs.at(-1 - tests);
  const tried = tests === 0 ? undefined : packs.at(-1);
  if (latest === undefined) throw new Error("The specification has no pack");
  return {
    packs,
    latest,
    ...(tried === undefined ? {} : { tried }),
    find: (digest) => packs.find((installed) => installed.digest === digest),
    named: (name) => {
      const found = packs.find((installed) => installed.name === name);
      if (found === undefined) throw new RangeError(`No pack ${name}`);
      return found;
    },
  };
}

/** The digest of a JSON value: SHA-256 in hex of its canonical text. */
export function digestOf(value: unknown): string {
  // Everything here was parsed from JSON or made by `loadPack`, which makes nothing else.
  return createHash("sha256")
    .update(canonicalJson(value as Json), "utf8")
    .digest("hex");
}

async function resolvePacks(folders: readonly string[]): Promise<Result<readonly InstalledPack[]>> {
  const packs: InstalledPack[] = [];
  for (const folder of folders) {
    const files = await readJsonFiles(folder);
    if (!files.ok) return files;
    const base = baseOf(files.value, packs);
    const pack = loadPack(files.value, base);
    if (!pack.ok) return inFolder(pack, folder);
    const problems = checkPack(pack.value, base);
    if (problems.length > 0) return inFolder(fail(problems), folder);
    const { id, version } = pack.value.manifest;
    packs.push({ name: `${id}/${version}`, digest: digestOf(pack.value), pack: pack.value });
  }
  return ok(packs);
}

/** The pack that a manifest says it changes; undefined where it changes none or the base is not there. */
function baseOf(
  files: ReadonlyMap<string, unknown>,
  packs: readonly InstalledPack[],
): Pack | undefined {
  const manifest = files.get("manifest.json");
  if (typeof manifest !== "object" || manifest === null || !("extends" in manifest))
    return undefined;
  return packs.find((installed) => installed.name === manifest.extends)?.pack;
}

/** Says in which folder the problems are. */
function inFolder(refused: { readonly problems: readonly Problem[] }, pack: string): Result<never> {
  return fail(refused.problems.map((found) => ({ ...found, params: { ...found.params, pack } })));
}

/**
 * Every JSON file under a folder: path with `/` to parsed JSON. Refuses what is no JSON (`spec.not-json`).
 *
 * @throws Error of the file system where the folder cannot be read.
 */
export async function readJsonFiles(folder: string): Promise<Result<ReadonlyMap<string, unknown>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = new Map<string, unknown>();
  for (const path of paths) {
    const file = relative(folder, path).split(sep).join("/");
    try {
      files.set(file, JSON.parse(await readFile(path, "utf8")));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return fail(problem("spec.not-json", { params: { file } }));
    }
  }
  return ok(files);
}
