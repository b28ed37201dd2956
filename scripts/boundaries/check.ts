import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

import { EXCEPTIONS, LAYERS, PURE_LAYERS, TEST_PACKAGES, isTest, layerOf } from "./layers.ts";
import { readSource } from "./read-source.ts";
import type { Source } from "./read-source.ts";

/** All rules about what a source file may name, for files given as path and text. One line for each fault. */
export function boundaryFaults(files: ReadonlyMap<string, string>): string[] {
  const used = new Set<string>();
  const faults = [...files].flatMap(([file, text]) => {
    const source = readSource(file, text);
    const pure = PURE_LAYERS.includes(layerOf(file) ?? "") && !isTest(file);
    return [
      ...importFaults(file, source, used),
      ...(pure ? source.impurities.map((impurity) => `${file}: ${impurity} in a pure layer`) : []),
      ...source.barrels.map((barrel) => `${file}: ${barrel}`),
      ...(posix.basename(file).startsWith("index.") ? [`${file}: a barrel by its name`] : []),
    ];
  });
  const unused = Object.keys(EXCEPTIONS).filter(
    (name) => !used.has(name) && files.has(name.split(" -> ")[0] ?? ""),
  );
  return [...faults, ...unused.map((name) => `${name}: this exception is not needed`)];
}

function importFaults(file: string, source: Source, used: Set<string>): string[] {
  const layer = layerOf(file);
  if (layer === undefined) return [];
  if (LAYERS[layer] === undefined) return [`${file}: ${layer} is not a layer`];
  return source.imports.flatMap(({ target, line }) => {
    const reason = target.startsWith(".")
      ? relativeFault(file, layer, target, used)
      : packageFault(file, layer, target);
    return reason === undefined ? [] : [`${file}:${line}: ${reason}`];
  });
}

function relativeFault(
  file: string,
  layer: string,
  target: string,
  used: Set<string>,
): string | undefined {
  if (!/\.(tsx?|json|css|svg)(\?\w+)?$/.test(target)) return `${target} lacks its file ending`;
  const path = posix.join(posix.dirname(file), target);
  if (isTest(path) && !isTest(file)) return `${path} is for tests only`;
  const other = layerOf(path);
  if (other === undefined) return outsideFault(file, path);
  if (other === layer || LAYERS[layer]?.layers.includes(other)) return undefined;
  const exception = `${file} -> ${path}`;
  if (exception in EXCEPTIONS) {
    used.add(exception);
    return undefined;
  }
  return `${layer} must not import ${other} (${target})`;
}

/** Data of the specification may be read in by anybody; tests may use the scripts they test. */
function outsideFault(file: string, path: string): string | undefined {
  if (path.startsWith("spec/") || path === "package.json" || isTest(file)) return undefined;
  return `${path} is no part of the program`;
}

function packageFault(file: string, layer: string, target: string): string | undefined {
  const allowed = [...(LAYERS[layer]?.packages ?? []), ...(isTest(file) ? TEST_PACKAGES : [])];
  const fits = (name: string) =>
    name.endsWith("/") || name.endsWith(":")
      ? target.startsWith(name)
      : target === name || target.startsWith(`${name}/`);
  return allowed.some(fits) ? undefined : `${layer} must not import the package ${target}`;
}

/** The sources of the program under `root`, by path. */
export function readSources(root: string): Map<string, string> {
  return readAll(root, "{src,web}/**/*.{ts,tsx}");
}

/** Files under `root` that fit a pattern, by path with forward slashes. */
export function readAll(root: string, pattern: string): Map<string, string> {
  const names = globSync(pattern, { cwd: root }).toSorted();
  return new Map(names.map((name) => [name, readFileSync(join(root, name), "utf8")]));
}
