import type { z } from "zod";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import {
  isOverlay,
  overlayCodelist,
  overlayDocument,
  overlayList,
  overlayTexts,
} from "./overlay.ts";
import { instrument } from "./instrument-shapes.ts";
import { readShape } from "./read-shape.ts";
import * as letterShapes from "./letter-shapes.ts";
import * as shapes from "./shapes.ts";
import { withSourceSections } from "./source-sections.ts";
import type { Area, Codelist, Factor, Pack, Variable } from "./types.ts";

/** A pack while its files are read one by one. */
interface Draft {
  pack: Pack;
  readonly problems: Problem[];
}

/** Reads one file into the draft. */
type Reader = (draft: Draft, file: string, json: unknown) => void;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^manifest\.json$/, readManifest],
  [/^areas\.json$/, readAreas],
  [/^factors\.json$/, readFactors],
  [/^process\.json$/, readProcess],
  [/^recording\.json$/, readRecording],
  [/^instruments\/[^/]+\.json$/, readInstruments],
  [/^beside\/[^/]+\.json$/, readBeside],
  [/^maps\.json$/, readMaps],
  [/^codelists\/[^/]+\.json$/, readCodelist],
  [/^documents\/[^/]+\.json$/, readDocument],
  [/^letters\/recipients\.json$/, readAudiences],
  [/^letters\/[^/]+\.json$/, readLetter],
  [/^variables\/[^/]+\.json$/, readVariables],
  [/^texts\/(?:sv|en)\.json$/, readTexts],
];

/** Without these there is no pack; an overlay needs only its manifest. */
const REQUIRED = [
  "areas.json",
  "factors.json",
  "process.json",
  "recording.json",
  "texts/sv.json",
  "texts/en.json",
];

/**
 * Makes a pack of its files (relative path to parsed JSON). With `base` the files are what changed since that
 * pack. Files under `fixtures/` are not part of a pack.
 *
 * Refuses an unknown file or key (`spec.unknown-file`, `spec.unknown-key`), another shape (`spec.shape`,
 * `expression.*`), a missing file (`spec.missing-file`), a wrong base (`spec.base`), and changes to things
 * that are not there (`overlay.*`); each with `params.file` and a pointer. Whether the parts of the pack fit
 * together is for `checkPack`.
 */
export function loadPack(files: ReadonlyMap<string, unknown>, base?: Pack): Result<Pack> {
  const manifest = files.get("manifest.json");
  if (manifest === undefined) return fail(missingFile("manifest.json"));
  const read = readShape(shapes.manifest, "manifest.json", manifest);
  if (!read.ok) return read;
  const draft: Draft = {
    pack: { ...(base ?? emptyPack()), manifest: read.value, maps: [] },
    problems: baseProblems(read.value.extends, base),
  };
  if (base === undefined) {
    draft.problems.push(...REQUIRED.filter((file) => !files.has(file)).map(missingFile));
  }
  for (const [file, json] of files) {
    if (file.startsWith("fixtures/")) continue;
    const reader = READERS.find(([pattern]) => pattern.test(file))?.[1];
    if (reader === undefined)
      draft.problems.push(problem("spec.unknown-file", { params: { file } }));
    else reader(draft, file, json);
  }
  return draft.problems.length > 0 ? fail(draft.problems) : ok(completed(draft.pack));
}

/** Reads a pack that was kept or sent whole. Refuses as {@link loadPack} does. */
export function parsePack(json: unknown): Result<Pack> {
  return readShape(shapes.pack, "pack", json);
}

function emptyPack(): Omit<Pack, "manifest"> {
  return {
    sides: [],
    areas: [],
    factors: [],
    documents: {},
    codelists: {},
    variables: [],
    process: { steps: [], acts: [] },
    letters: { audiences: [], letters: {} },
    recording: [],
    instruments: [],
    beside: [],
    texts: { sv: {}, en: {} },
    maps: [],
  };
}

function missingFile(file: string): Problem {
  return problem("spec.missing-file", { params: { file } });
}

function baseProblems(extended: string | null, base: Pack | undefined): Problem[] {
  const given = base === undefined ? null : `${base.manifest.id}/${base.manifest.version}`;
  if (extended === given) return [];
  return [problem("spec.base", { pointer: "/extends", params: { file: "manifest.json" } })];
}

/** Areas and factors can be chosen like any code, so they are codelists too. */
function completed(pack: Pack): Pack {
  return {
    ...pack,
    codelists: {
      ...pack.codelists,
      area: areaList(pack.areas, pack),
      factor: factorList(pack.factors, pack),
    },
    documents: withSourceSections(pack.documents),
    variables: [...pack.variables].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function areaList(areas: readonly Area[], pack: Pack): Codelist {
  return {
    id: "area",
    name: { sv: "Delområde", en: "Area" },
    groups: pack.sides.map((side) => ({ id: side.id, label: side.name })),
    codes: areas.map((area) => ({ id: area.id, label: area.name, group: area.side })),
  };
}

function factorList(factors: readonly Factor[], pack: Pack): Codelist {
  return {
    id: "factor",
    name: { sv: "Faktor", en: "Factor" },
    groups: pack.areas.map((area) => ({ id: area.id, label: area.name })),
    codes: factors.map((factor) => ({ id: factor.id, label: factor.label, group: factor.area })),
  };
}

/** Takes what was read, or notes why not. */
function take<T>(
  draft: Draft,
  read: Result<T>,
  change: (value: T, pack: Pack) => Partial<Pack>,
): void {
  if (read.ok) draft.pack = { ...draft.pack, ...change(read.value, draft.pack) };
  else draft.problems.push(...read.problems);
}

function readManifest(): void {
  // Read before all other files, since it says what they are changes of.
}

function readAreas(draft: Draft, file: string, json: unknown): void {
  if (isOverlay(json)) {
    take(draft, overlayList(draft.pack.areas, shapes.area, file, json), (areas) => ({ areas }));
  } else take(draft, readShape(shapes.areas, file, json), (read) => read);
}

function readFactors(draft: Draft, file: string, json: unknown): void {
  take(draft, listOrOverlay(draft.pack.factors, shapes.factor, file, json), (factors) => ({
    factors,
  }));
}

function readProcess(draft: Draft, file: string, json: unknown): void {
  if (isOverlay(json)) {
    take(draft, overlayList(draft.pack.process.acts, shapes.act, file, json), (acts, pack) => ({
      process: { ...pack.process, acts },
    }));
  } else take(draft, readShape(shapes.process, file, json), (process) => ({ process }));
}

function readRecording(draft: Draft, file: string, json: unknown): void {
  take(
    draft,
    listOrOverlay(draft.pack.recording, shapes.recordingRule, file, json),
    (recording) => ({
      recording,
    }),
  );
}

function readInstruments(draft: Draft, file: string, json: unknown): void {
  const read = listOrOverlay(draft.pack.instruments, instrument, file, json);
  take(draft, read, (instruments, pack) => ({
    instruments: isOverlay(json) ? instruments : [...pack.instruments, ...instruments],
  }));
}

function readBeside(draft: Draft, file: string, json: unknown): void {
  const read = listOrOverlay(draft.pack.beside, shapes.beside, file, json);
  take(draft, read, (beside, pack) => ({
    beside: isOverlay(json) ? beside : [...pack.beside, ...beside],
  }));
}

function readMaps(draft: Draft, file: string, json: unknown): void {
  take(draft, readShape(shapes.codeMap.array(), file, json), (maps) => ({ maps }));
}

function readCodelist(draft: Draft, file: string, json: unknown): void {
  const known = draft.pack.codelists[idOfFile(file)];
  const read =
    isOverlay(json) && known !== undefined
      ? overlayCodelist(known, file, json)
      : readShape(shapes.codelist, file, json);
  take(draft, named(read, file), (list, pack) => ({
    codelists: { ...pack.codelists, [list.id]: list },
  }));
}

function readDocument(draft: Draft, file: string, json: unknown): void {
  const known = draft.pack.documents[idOfFile(file)];
  const read =
    isOverlay(json) && known !== undefined
      ? overlayDocument(known, file, json)
      : readShape(shapes.documentSpec, file, json);
  take(draft, named(read, file), (document, pack) => ({
    documents: { ...pack.documents, [document.id]: document },
  }));
}

/** A later version replaces a letter as a whole, and the list of audiences too. */
function readAudiences(draft: Draft, file: string, json: unknown): void {
  take(draft, readShape(letterShapes.audiences, file, json), (audiences, pack) => ({
    letters: { ...pack.letters, audiences },
  }));
}

function readLetter(draft: Draft, file: string, json: unknown): void {
  take(draft, named(readShape(letterShapes.letter, file, json), file), (letter, pack) => ({
    letters: {
      ...pack.letters,
      letters: { ...pack.letters.letters, [letter.id]: letter },
    },
  }));
}

/** Variables stand in several files that make one list. */
function readVariables(draft: Draft, file: string, json: unknown): void {
  const read: Result<readonly Variable[]> = isOverlay(json)
    ? overlayList(draft.pack.variables, shapes.variable, file, json)
    : readShape(shapes.variable.array(), file, json);
  take(draft, read, (variables, pack) => ({
    variables: isOverlay(json) ? variables : [...pack.variables, ...variables],
  }));
}

function readTexts(draft: Draft, file: string, json: unknown): void {
  const lang = file === "texts/sv.json" ? "sv" : "en";
  const read = isOverlay(json)
    ? overlayTexts(draft.pack.texts[lang], file, json)
    : readShape(shapes.textMap, file, json);
  take(draft, read, (texts, pack) => ({ texts: { ...pack.texts, [lang]: texts } }));
}

function listOrOverlay<T extends { readonly id: string }>(
  base: readonly T[],
  item: z.ZodType<T>,
  file: string,
  json: unknown,
): Result<readonly T[]> {
  return isOverlay(json)
    ? overlayList(base, item, file, json)
    : readShape(item.array(), file, json);
}

/** A file of one thing is named as the thing. */
function named<T extends { readonly id: string }>(read: Result<T>, file: string): Result<T> {
  if (!read.ok || read.value.id === idOfFile(file)) return read;
  return fail(problem("spec.file-name", { pointer: "/id", params: { file } }));
}

function idOfFile(file: string): string {
  return file.slice(file.indexOf("/") + 1, -".json".length);
}
