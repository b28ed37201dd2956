import { copyFor, type Omission, type Recipient } from "../domain/copy.ts";
import type { Answers } from "../domain/event.ts";
import { itemsOf } from "../domain/read.ts";
import type { PartyFacts, PrintFacts } from "./facts.ts";
import { numberedInOrder } from "./number-sources.ts";

/** What it takes to put an answer into words: the specification, and the names of those it refers to. */
export interface Wording {
  readonly facts: Pick<PrintFacts, "spec" | "people">;
}

/** What every part of a builder works on: the facts, and the content as the recipient may have it. */
export interface BuildContext {
  readonly facts: PrintFacts;
  readonly recipient: Recipient;
  /** The party the copy is for; absent in the internal copy. */
  readonly party?: PartyFacts;
  readonly content: Answers;
  readonly omitted: readonly Omission[];
}

/**
 * Masks the content for the recipient (`copyFor`); from here on nothing else of it is read. Its sources are
 * numbered anew, so that no gap tells of one that is left out.
 */
export function buildContext(
  facts: PrintFacts,
  recipient: Recipient,
  document: string,
): BuildContext {
  const masked = copyFor(facts.content, recipient, facts.reporterShielded);
  const party =
    recipient.kind === "party"
      ? facts.parties.find((one) => one.person === recipient.person)
      : undefined;
  const content = numberedInOrder(masked.content, facts.spec, document);
  const { omitted } = masked;
  return { facts, recipient, content, omitted, ...(party === undefined ? {} : { party }) };
}

/** The recipient of a party: who, and which of the child's words the party may read. */
export function recipientOf(party: PartyFacts): Recipient {
  return { kind: "party", person: party.person, audience: party.audience };
}

/**
 * JSON pointer to an item of a list answer in the document as it was signed. Masking takes items away,
 * so the index is that of the whole document, found by the item's id.
 */
export function itemPointer(ctx: BuildContext, field: string, item: string, part?: string): string {
  const index = itemsOf(ctx.facts.content[field]).findIndex((one) => one.id === item);
  return `/${field}/${index}${part === undefined ? "" : `/${part}`}`;
}
