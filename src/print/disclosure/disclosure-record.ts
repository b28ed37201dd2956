import type { OmissionReason, Recipient } from "../../domain/copy.ts";
import type { DisclosureState } from "../../domain/disclosure/disclosure-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { PersonName, SecretText } from "../facts.ts";
import type { PrintSpec } from "../print-spec.ts";
import type { EntryPart } from "./entry-parts.ts";

/** An entry of the akt, whole and as far as whoever asks may have it at most. */
export interface DisclosureEntry {
  readonly seq: number;
  readonly on: PlainDate;
  readonly type: string;
  readonly title: string;
  readonly author: string;
  readonly parts: readonly EntryPart[];
  /** Without what is hidden from the recipient already; a part may be shorter here. */
  readonly open: readonly EntryPart[];
  /** Why a part is missing or shorter in `open`, by its id. */
  readonly hidden: ReadonlyMap<string, OmissionReason>;
  /** A document came in with it, which is copied by itself. */
  readonly original: boolean;
}

/** Everything an examination and its copy are made from. */
export interface DisclosureRecord {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly disclosure: DisclosureState;
  readonly board: { readonly name: string; readonly synthetic: boolean };
  readonly child: { readonly person: Uuid; readonly name: string };
  readonly request: Answers;
  /** Absent until it has been examined. */
  readonly decision?: { readonly answers: Answers; readonly by: PersonName; readonly at: Instant };
  /** Whom the copy is for. Somebody who is no party gets nothing that is kept from anybody. */
  readonly recipient: Extract<Recipient, { kind: "party" }>;
  readonly recipientName: string;
  readonly isParty: boolean;
  /** What is registered about a party that asks for its own data, beside the entries; else nothing. */
  readonly ownData: readonly EntryPart[];
  readonly entries: readonly DisclosureEntry[];
  readonly secrets: readonly SecretText[];
  /** Names of others in the family, who may be spoken of. */
  readonly othersNames: readonly string[];
  /** The specification of today, for the words of codes. */
  readonly spec: PrintSpec;
  readonly lawTexts: ReadonlyMap<string, { readonly sv: string }>;
}
