import { isMissingCode } from "../kernel/expression/types.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { checkChange } from "./check-change.ts";
import { checkDocuments } from "./check-documents.ts";
import { checkId, duplicates, unknown } from "./check-ids.ts";
import { checkLetters } from "./check-letters.ts";
import { checkVariables } from "./check-variables.ts";
import { checkBeside } from "./beside.ts";
import { checkInstruments } from "./instruments.ts";
import { checkRecording } from "./recording.ts";
import { findCodelist, findDocument } from "./lookup.ts";
import type { Codelist, Pack } from "./types.ts";

/** The words of the reasons why an answer is missing. */
const MISSING_LIST = "missing";

/** Words of others that may not stand in a text of the pack: trademarks and figures we hold no licence for. */
const FORBIDDEN_WORDS = [/\bbbic\b/i, /barns behov i centrum/i, /triang(?:el|le)/i];

/**
 * Whether the parts of a pack fit together: every problem, with a pointer into the pack. Empty for a sound pack.
 *
 * Ids are unique (`spec.duplicate-id`) and of the right form (`spec.id-form`); every codelist, variable,
 * document, area, step and group that is referred to exists (`spec.unknown-<thing>`); both languages are there
 * and say something (`spec.text-missing`), and use no word of others (`spec.forbidden-word`); conditions are of
 * the right type and look at answers only (`spec.condition`, `expression.*`); columns are unique
 * (`spec.duplicate-column`); what a board starts with is available (`spec.starter-unavailable`). With the pack
 * it was made from, also: nothing changed its meaning, and what is gone is mapped (`checkChange`).
 */
export function checkPack(pack: Pack, base?: Pack): Problem[] {
  return [
    ...checkTexts(pack, ""),
    ...checkTextMaps(pack),
    ...duplicates(pack.sides, "/sides"),
    ...duplicates(pack.areas, "/areas"),
    ...duplicates(pack.factors, "/factors"),
    ...duplicates(pack.variables, "/variables"),
    ...duplicates(pack.process.steps, "/process/steps"),
    ...duplicates(pack.process.acts, "/process/acts"),
    ...checkFactors(pack),
    ...Object.values(pack.codelists).flatMap(checkCodelist),
    ...checkProcess(pack),
    ...checkRecording(pack),
    ...checkInstruments(pack),
    ...checkDocuments(pack),
    ...checkBeside(pack),
    ...checkLetters(pack),
    ...checkVariables(pack),
    ...checkMaps(pack),
    ...(base === undefined ? [] : checkChange(pack, base)),
  ];
}

/** Every pair of words in the pack says something in both languages, and nothing that is not ours. */
function checkTexts(value: unknown, pointer: string): Problem[] {
  if (typeof value !== "object" || value === null) return [];
  const own = isText(value)
    ? [checkWords(value.sv, `${pointer}/sv`), checkWords(value.en, `${pointer}/en`)].flat()
    : [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    checkTexts(part, `${pointer}/${key}`),
  );
  return [...own, ...inner];
}

function isText(value: object): value is { readonly sv: string; readonly en: string } {
  return (
    "sv" in value && "en" in value && typeof value.sv === "string" && typeof value.en === "string"
  );
}

function checkWords(words: string, pointer: string): Problem[] {
  if (words.trim() === "") return [problem("spec.text-missing", { pointer })];
  const forbidden = FORBIDDEN_WORDS.find((pattern) => pattern.test(words));
  return forbidden === undefined ? [] : [problem("spec.forbidden-word", { pointer })];
}

/** The flat texts have the same ids in both languages. */
function checkTextMaps(pack: Pack): Problem[] {
  const { sv, en } = pack.texts;
  return [...new Set([...Object.keys(sv), ...Object.keys(en)])].flatMap((id) => [
    ...checkWords(sv[id] ?? "", `/texts/sv/${id}`),
    ...checkWords(en[id] ?? "", `/texts/en/${id}`),
  ]);
}

function checkFactors(pack: Pack): Problem[] {
  const areas = pack.areas.flatMap((area, index) =>
    pack.sides.some((side) => side.id === area.side)
      ? []
      : [unknown("side", area.side, `/areas/${index}/side`)],
  );
  const factors = pack.factors.flatMap((factor, index) => [
    ...(pack.areas.some((area) => area.id === factor.area)
      ? []
      : [unknown("area", factor.area, `/factors/${index}/area`)]),
    ...checkId(factor.id, `/factors/${index}/id`),
  ]);
  return [...areas, ...factors];
}

function checkCodelist(list: Codelist): Problem[] {
  const pointer = `/codelists/${list.id}`;
  const groups = list.groups ?? [];
  return [
    ...duplicates(list.codes, `${pointer}/codes`),
    ...duplicates(groups, `${pointer}/groups`),
    ...(list.codes.length === 0 ? [problem("spec.codelist-empty", { pointer })] : []),
    ...list.codes.flatMap((code, index) => {
      const at = `${pointer}/codes/${index}`;
      const sameWords = list.codes.findIndex(
        (other) => other.group === code.group && other.label.sv === code.label.sv,
      );
      return [
        ...checkCodeId(list, code.id, `${at}/id`),
        ...(code.group === undefined || groups.some((group) => group.id === code.group)
          ? []
          : [unknown("group", code.group, `${at}/group`)]),
        ...(sameWords === index
          ? []
          : [problem("spec.same-words", { pointer: at, params: { item: code.id } })]),
      ];
    }),
  ];
}

/** A code may not be one of the reasons for a missing answer: it would be counted as no answer at all. */
function checkCodeId(list: Codelist, id: string, pointer: string): Problem[] {
  if (list.id === MISSING_LIST) return [];
  if (isMissingCode(id))
    return [problem("spec.code-is-missing", { pointer, params: { item: id } })];
  return checkId(id, pointer);
}

function checkProcess(pack: Pack): Problem[] {
  return pack.process.acts.flatMap((act, index) => {
    const at = `/process/acts/${index}`;
    const stepKnown = pack.process.steps.some((step) => step.id === act.step);
    const documentKnown =
      act.document === undefined || findDocument(pack, act.document) !== undefined;
    return [
      ...(stepKnown ? [] : [unknown("step", act.step, `${at}/step`)]),
      ...(documentKnown ? [] : [unknown("document", act.document ?? "", `${at}/document`)]),
    ];
  });
}

/** A map leads from something that is gone to things that are there. */
function checkMaps(pack: Pack): Problem[] {
  return pack.maps.flatMap((map, index) => {
    const at = `/maps/${index}`;
    const ids =
      map.codelist === undefined
        ? pack.variables.map((variable) => variable.id)
        : (findCodelist(pack, map.codelist)?.codes ?? []).map((code) => code.id);
    return [
      ...(ids.includes(map.from)
        ? [problem("spec.map-from-exists", { pointer: `${at}/from`, params: { item: map.from } })]
        : []),
      ...map.to
        .filter((id) => !ids.includes(id))
        .map((id) => unknown("map-target", id, `${at}/to`)),
      ...(map.kind === "dropped" || map.to.length > 0
        ? []
        : [problem("spec.map-to-nothing", { pointer: at })]),
      ...(map.kind === "split" && map.to.length < 2
        ? [problem("spec.map-split", { pointer: at })]
        : []),
    ];
  });
}
