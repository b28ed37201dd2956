import type { OmissionReason } from "../../domain/copy.ts";
import type { Answers } from "../../domain/event.ts";
import { itemsOf, numberOf, textOf } from "../../domain/read.ts";
import type { Problem } from "../../kernel/problem.ts";
import { textBlock } from "../blocks.ts";
import type { Block, PrintModel } from "../model.ts";
import { scanCopy, scanForIdentity } from "../scan.ts";
import type { DisclosureEntry, DisclosureRecord } from "./disclosure-record.ts";
import type { EntryPart } from "./entry-parts.ts";

/** Why a part is likely not to be disclosed: a code of codelist `secrecy-ground`. */
export type Ground =
  | "somebody-else"
  | "reporter"
  | "whereabouts"
  | "child-towards-guardian"
  | "harm";

/** A part of an entry as whoever examines sees it. */
export interface ExaminedPart extends EntryPart {
  /** Left out whatever is decided, because of what was said when it was written. */
  readonly closed: Ground | undefined;
  /** What somebody should look at: a text that tells what is secret, or speaks of somebody else. */
  readonly hints: readonly Ground[];
}

export interface ExaminedEntry extends Omit<DisclosureEntry, "parts" | "open" | "hidden"> {
  readonly parts: readonly ExaminedPart[];
}

/** What the decision leaves out: by entry, the ground of each part, or of the whole entry under an empty id. */
export type Withheld = ReadonlyMap<number, ReadonlyMap<string, string>>;

const closedBecause: Readonly<Record<OmissionReason, Ground>> = {
  "hidden-from-recipient": "harm",
  "childs-words-not-shared": "child-towards-guardian",
  "shielded-reporter": "reporter",
};

const hintOf: Readonly<Record<string, Ground>> = {
  "print.reporter-named-in-text": "reporter",
  "print.protected-detail-in-text": "whereabouts",
  "print.hidden-text-repeated": "harm",
};

/** Every part with what speaks against disclosing it. Nothing is decided by it: people examine (OSL 26:1). */
export function examine(record: DisclosureRecord): readonly ExaminedEntry[] {
  const hints = hintsOf(record);
  return record.entries.map(({ parts, open, hidden, ...entry }) => {
    const there = new Set(open.map(({ id }) => id));
    return {
      ...entry,
      parts: parts.map((part) => {
        const why = hidden.get(part.id);
        const closed = why === undefined || there.has(part.id) ? undefined : closedBecause[why];
        return { ...part, closed, hints: hints.get(pointerOf(entry.seq, part.id)) ?? [] };
      }),
    };
  });
}

function hintsOf(record: DisclosureRecord): ReadonlyMap<string, readonly Ground[]> {
  const parts = record.entries.flatMap(({ seq, open }) =>
    open.map(({ id, text }) => textBlock({ strong: "", lines: [] }, text, pointerOf(seq, id))),
  );
  const model = modelOf(parts);
  const found: readonly (readonly [string | undefined, Ground])[] = [
    ...secretsIn(model, record).map(({ id, pointer }) => [pointer, hintOf[id] ?? "harm"] as const),
    ...scanForIdentity(
      model,
      record.othersNames.filter((name) => name !== ""),
    ).map(({ pointer }) => [pointer, "somebody-else"] as const),
  ];
  const hints = new Map<string, Ground[]>();
  for (const [pointer, ground] of found) {
    if (pointer === undefined) continue;
    const known = hints.get(pointer) ?? [];
    if (!known.includes(ground)) hints.set(pointer, [...known, ground]);
  }
  return hints;
}

/** Texts of a copy that tell what its recipient must not know, one problem a place. */
export function secretsIn(model: PrintModel, record: DisclosureRecord): readonly Problem[] {
  const facts = { content: {}, reporterShielded: false, secrets: record.secrets, spoken: [] };
  return scanCopy(model, facts, record.recipient);
}

/** The place of a part, as problems and the page name it. */
export function pointerOf(seq: number, part: string): string {
  return `/entries/${seq}/${part}`;
}

/** A model of nothing but some blocks, to be looked through. */
function modelOf(body: readonly Block[]): PrintModel {
  return {
    format: 1,
    kind: "disclosure",
    title: "",
    subtitle: "",
    documentTitle: "",
    signedAt: { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 },
    marks: [],
    sender: { board: "" },
    masthead: [],
    front: [],
    body,
    footer: { running: "", left: [], pageWord: "", ofWord: "" },
  };
}

/** What a decision leaves out. */
export function withheldIn(decision: Answers): Withheld {
  const all = new Map<number, Map<string, string>>();
  for (const item of itemsOf(decision["withheld"])) {
    const entry = numberOf(item["entry"]);
    if (entry === undefined) continue;
    const parts = all.get(entry) ?? new Map<string, string>();
    parts.set(textOf(item["part"]) ?? "", textOf(item["ground"]) ?? "");
    all.set(entry, parts);
  }
  return all;
}
