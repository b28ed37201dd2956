import type { Uuid } from "../kernel/ids.ts";
import type { AnswerItem, Answers, AnswerValue } from "./event.ts";
import { codesOf, itemsOf, textOf } from "./read.ts";
import { EVERYBODY } from "./received/citations.ts";
import { CITATIONS } from "./sources/citations.ts";
import { maskSources } from "./sources/mask-sources.ts";

/** For whom a copy is made. `audience` is the code of codelist `visible-to` that fits the recipient. */
export type Recipient =
  | { readonly kind: "internal" }
  | { readonly kind: "party"; readonly person: Uuid; readonly audience: string };

export type OmissionReason =
  | "hidden-from-recipient"
  | "childs-words-not-shared"
  | "shielded-reporter";

/** Something the recipient does not get: where it stood, and why. Listed in the internal copy only. */
export interface Omission {
  readonly pointer: string;
  readonly reason: OmissionReason;
}

export interface Copy {
  readonly content: Answers;
  readonly omitted: readonly Omission[];
}

/** Answers for follow-up alone: never on anybody's copy. */
const forFollowUpOnly: readonly string[] = ["areaLevels"];
/** Source kind (codelist `source-kind`) of what a reporter has told. */
const reporterSource = "reporter";
/** Statement kind (codelist `statement-kind`) of the child's own words. */
const childsWords = "childs-words";
/** Put instead of a source that the recipient may not know; its text is in the specification. */
export const shieldedSource = "shielded-reporter";

/**
 * A document as one named recipient may have it (OSL 26:1, 26:5; OSL 12:3): statements hidden from the
 * recipient are left out, the child's own words are shown only to those the child has allowed, and what a
 * shielded reporter has said has its source replaced. A source that the recipient may not see is neither cited
 * nor numbered in a text. The internal copy is the content as it is.
 */
export function copyFor(content: Answers, recipient: Recipient, shielded: boolean): Copy {
  if (recipient.kind === "internal") return { content, omitted: [] };
  const omitted: Omission[] = [];
  const copy: Record<string, AnswerValue> = {};
  const own = withheldWords(content, recipient);
  for (const [field, value] of Object.entries(content)) {
    if (WORKING_FIELDS.has(field) || forFollowUpOnly.includes(field)) continue;
    if (field === own) {
      omitted.push({ pointer: `/${field}`, reason: "childs-words-not-shared" });
      continue;
    }
    const items = itemsOf(value);
    copy[field] =
      items.length === 0
        ? value
        : items.flatMap((item, index) =>
            copyItem(item, `/${field}/${index}`, recipient, shielded, omitted),
          );
  }
  const masked = maskSources(content, copy);
  for (const index of masked.statementsGone) {
    omitted.push({ pointer: `/${CITATIONS}/${index}`, reason: "hidden-from-recipient" });
  }
  return { content: masked.content, omitted };
}

/** From whom something is hidden is itself no business of the recipient. */
const WORKING_FIELDS: ReadonlySet<string> = new Set(["hiddenFrom", "visibleTo"]);

/** Who knew of a talk is written for those who work with the child. */
const CONSENT_TO_TALK: readonly string[] = ["talkConsent"];

/** What the child says, in a document that asks as a whole whom it may be shown to. */
function withheldWords(
  content: Answers,
  { audience }: Extract<Recipient, { kind: "party" }>,
): string | undefined {
  const asked = Object.hasOwn(content, "visibleTo");
  const said = textOf(content["childsView"]) !== undefined;
  return asked && said && !codesOf(content["visibleTo"]).includes(audience)
    ? "childsView"
    : undefined;
}

/** Whether the whole document is kept from a recipient. */
export function isHiddenFrom(content: Answers, recipient: Recipient): boolean {
  if (recipient.kind === "internal") return false;
  const hidden = codesOf(content["hiddenFrom"]);
  return hidden.includes(recipient.person) || hidden.includes(EVERYBODY);
}

function copyItem(
  item: AnswerItem,
  pointer: string,
  recipient: Extract<Recipient, { kind: "party" }>,
  shielded: boolean,
  omitted: Omission[],
): AnswerItem[] {
  const hiddenFrom = codesOf(item["hiddenFrom"]);
  if (hiddenFrom.includes(recipient.person) || hiddenFrom.includes(EVERYBODY)) {
    omitted.push({ pointer, reason: "hidden-from-recipient" });
    return [];
  }
  const mayShare = codesOf(item["visibleTo"]).includes(recipient.audience);
  if (textOf(item["kind"]) === childsWords && !mayShare) {
    omitted.push({ pointer, reason: "childs-words-not-shared" });
    return [];
  }
  let kept = withoutWorkingFields(item);
  if (textOf(item["childsWords"]) !== undefined && !mayShare) {
    omitted.push({ pointer: `${pointer}/childsWords`, reason: "childs-words-not-shared" });
    kept = without(kept, ["childsWords"]);
  }
  if (shielded && textOf(item["sourceKind"]) === reporterSource) {
    omitted.push({ pointer: `${pointer}/sourceText`, reason: "shielded-reporter" });
    kept = {
      ...without(kept, ["sourceText", "sourcePerson", "sourceOn"]),
      sourceKind: shieldedSource,
    };
  }
  return [kept];
}

function withoutWorkingFields(item: AnswerItem): AnswerItem {
  return without(item, [...WORKING_FIELDS, ...CONSENT_TO_TALK]);
}

function without(item: AnswerItem, fields: readonly string[]): AnswerItem {
  const kept: Record<string, AnswerValue> = {};
  for (const [field, value] of Object.entries(item)) {
    if (!fields.includes(field)) kept[field] = value;
  }
  return { ...kept, id: item.id };
}
