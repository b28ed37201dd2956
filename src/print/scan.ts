import reporting from "../../spec/print/reporting.json" with { type: "json" };
import { copyFor, type Recipient } from "../domain/copy.ts";
import type { Answers } from "../domain/event.ts";
import { itemsOf, textOf } from "../domain/read.ts";
import { foldName } from "../kernel/fold.ts";
import { type Problem, problem } from "../kernel/problem.ts";
import type { PrintFacts, SecretText } from "./facts.ts";
import type { PrintModel } from "./model.ts";
import { type ModelText, textsOf } from "./model-texts.ts";

/** A hidden text shorter than this (folded) may stand somewhere else by chance. */
const shortestHiddenText = 24;
/** Shorter words of an address say nothing by themselves. */
const shortestStreet = 5;

/**
 * Every place where a name or contact of a shielded reporter stands in a text (OSL 26:5), one problem
 * `print.reporter-named-in-text` a field. Tolerant of case, accents, hyphens and the genitive s; whole
 * words only. Telephone numbers are compared digit by digit.
 */
export function scanForIdentity(model: PrintModel, names: readonly string[]): readonly Problem[] {
  return scan(model, names, "print.reporter-named-in-text", "OSL 26:5");
}

/**
 * Every text with a sentence that speaks of reporting and of what a shielded reporter is to the family: "mormor"
 * says nothing, "mormor anmälde" says who. The words of reporting are those of `spec/print/reporting.json`.
 */
export function scanForRelation(
  model: PrintModel,
  relations: readonly string[],
): readonly Problem[] {
  const wanted = relations.map(foldFully).filter((relation) => relation !== "");
  if (wanted.length === 0) return [];
  const tells = ({ text }: ModelText): boolean =>
    text.split(/[.!?\n]+/).some((sentence) => {
      const folded = ` ${foldFully(sentence)}`;
      return (
        reporting.stems.some((stem) => folded.includes(` ${foldFully(stem)}`)) &&
        wanted.some((relation) => folded.includes(` ${relation}`))
      );
    });
  return problemsAt(textsOf(model).filter(tells), "print.reporter-named-in-text", "OSL 26:5");
}

/** As {@link scanForIdentity}, for an address, telephone or school that is secret towards the recipient. */
export function scanForDetails(model: PrintModel, details: readonly string[]): readonly Problem[] {
  return scan(model, details.flatMap(partsOfAddress), "print.protected-detail-in-text", "OSL 26:1");
}

/** As {@link scanForIdentity}, for what is kept from the recipient in another place. */
export function scanForHidden(model: PrintModel, texts: readonly string[]): readonly Problem[] {
  return scan(model, texts, "print.hidden-text-repeated", "OSL 26:1");
}

/** What a copy is looked through for. */
export type ScannedFacts = Pick<PrintFacts, "content" | "reporterShielded" | "secrets" | "spoken">;

/**
 * Why a copy must not reach its recipient, though it is masked: people write the same thing in several
 * places. Empty for the internal copy.
 */
export function scanCopy(
  model: PrintModel,
  facts: ScannedFacts,
  recipient: Recipient,
): readonly Problem[] {
  if (recipient.kind === "internal") return [];
  const secret = (kind: SecretText["kind"]) =>
    facts.secrets
      .filter((one) => one.kind === kind && (one.towards?.includes(recipient.person) ?? true))
      .map((one) => one.text);
  return [
    ...scanForIdentity(model, secret("reporter")),
    ...scanForRelation(model, secret("reporter-relation")),
    ...scanForDetails(model, secret("protected-detail")),
    ...scanForHidden(model, [...hiddenTexts(facts, recipient), ...secret("hidden-text")]),
  ];
}

function scan(
  model: PrintModel,
  needles: readonly string[],
  id: string,
  section: string,
): readonly Problem[] {
  const found = needles.map(needleOf).filter((needle) => needle !== undefined);
  if (found.length === 0) return [];
  const told = textsOf(model).filter((text) => found.some((needle) => needle(text)));
  return problemsAt(told, id, section);
}

/** One problem a field, however many texts of it tell. */
function problemsAt(texts: readonly ModelText[], id: string, section: string): readonly Problem[] {
  const places = new Set(texts.map(({ pointer }) => pointer ?? ""));
  return [...places].map((pointer) =>
    problem(id, { status: 409, section, ...(pointer === "" ? {} : { pointer }) }),
  );
}

type Needle = (text: ModelText) => boolean;

function needleOf(secret: string): Needle | undefined {
  const digits = nationalDigits(secret);
  if (digits !== undefined) return ({ text }) => phonesIn(text).includes(digits);
  const words = foldFully(secret);
  if (words === "") return undefined;
  return ({ text }) => {
    const folded = ` ${foldFully(text)} `;
    return folded.includes(` ${words} `) || folded.includes(` ${words}s `);
  };
}

/** Names as people may have misspelt them: å, ä and ö count as a and o here. */
function foldFully(text: string): string {
  return foldName(text).replace(/[åä]/g, "a").replace(/ö/g, "o");
}

const phoneShape = /(?:\+|00)?\d[\d\s\-–/()]{5,20}\d/g;

/** The digits of a text that is a telephone number, without the prefix of the country. */
function nationalDigits(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.replace(phoneShape, "") === "" ? digitsOf(trimmed) : undefined;
}

function phonesIn(text: string): readonly string[] {
  return (text.match(phoneShape) ?? []).map(digitsOf);
}

function digitsOf(text: string): string {
  return text
    .replace(/\D/g, "")
    .replace(/^(?:00)?46/, "")
    .replace(/^0/, "");
}

/** An address is told by its street alone, and by its postcode: each is looked for. */
function partsOfAddress(detail: string): readonly string[] {
  if (nationalDigits(detail) !== undefined) return [detail];
  const street = detail.split(",")[0]?.trim() ?? "";
  const name = street.replace(/\s+\d+\s*[A-Za-z]?$/, "");
  const postcode = /\b\d{3} ?\d{2}\b/.exec(detail)?.[0];
  return [
    detail,
    street,
    ...(name !== street && name.length >= shortestStreet ? [name] : []),
    ...(postcode === undefined ? [] : [postcode, postcode.replace(" ", "")]),
  ].filter((part) => part !== "");
}

/**
 * Texts the recipient does not get, long enough to be known again. Words the child has shared with the
 * recipient in one place are not secret because they are repeated where nobody was asked.
 */
function hiddenTexts(facts: ScannedFacts, recipient: Recipient): readonly string[] {
  const { content, omitted } = copyFor(facts.content, recipient, facts.reporterShielded);
  const shared = sharedWords(facts, content, recipient).map((text) => ` ${foldFully(text)} `);
  return omitted.flatMap(({ pointer, reason }) => {
    const [, field = "", index = "", part] = pointer.split("/");
    const item = itemsOf(facts.content[field])[Number(index)];
    const texts =
      index === ""
        ? [textOf(facts.content[field])]
        : part === undefined
          ? [textOf(item?.["text"]), textOf(item?.["childsWords"])]
          : [textOf(item?.[part])];
    return texts
      .filter((text) => text !== undefined)
      .filter((text) => foldFully(text).length >= shortestHiddenText)
      .filter(
        (text) =>
          reason !== "childs-words-not-shared" ||
          !shared.some((words) => words.includes(` ${foldFully(text)} `)),
      );
  });
}

/** The child's own words that the recipient gets: in the document, and from talks on the first page. */
function sharedWords(facts: ScannedFacts, copy: Answers, recipient: Recipient): readonly string[] {
  const written = itemsOf(copy["statements"])
    .filter((item) => item["kind"] === "childs-words")
    .map((item) => textOf(item["text"]) ?? "");
  const spoken = facts.spoken
    .filter(({ visibleTo }) => recipient.kind === "party" && visibleTo.includes(recipient.audience))
    .map(({ text }) => text);
  return [...written, ...spoken];
}
