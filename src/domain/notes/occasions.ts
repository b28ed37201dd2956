import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { MatterState } from "../akt-state.ts";
import type { ContentFilling } from "../command-definition.ts";
import type { AnswerItem, Answers, AnswerValue, RecordedEvent } from "../event.ts";
import { codesOf, itemsOf, numberOf, textOf, truthOf } from "../read.ts";
import { withoutCitations } from "../sources/citations.ts";

/** The list of the decision basis that holds how the child took part, each time, as the record tells it. */
export const OCCASIONS = "participationEntries";

/** The matter with an entry noted that tells how the child took part, or why it did not. */
export function withOccasion(
  matter: MatterState,
  { seq }: Pick<RecordedEvent, "seq">,
): MatterState {
  const { talks } = matter;
  return { ...matter, talks: { ...talks, occasions: [...(talks.occasions ?? []), seq] } };
}

/** What each type of event is called here, by code of codelist `citation-kind`. */
const KIND: Readonly<Record<string, string>> = {
  "talk.signed": "talk",
  "note.signed": "note",
  "act.recorded": "act",
};

/**
 * How the child took part, in the order it happened: who, when and how, with what consent, or why not. Derived by
 * the numbers of entries; they stand in a fixed version as they counted then (SoL 11:1). Pure.
 *
 * @param entries the entries of `MatterState.talks.occasions`, as they count.
 */
export function occasionItems(akt: Uuid, entries: readonly RecordedEvent[]): readonly AnswerItem[] {
  return entries
    .toSorted((a, b) => (a.occurredAt === b.occurredAt ? a.seq - b.seq : byTime(a, b)))
    .map((entry) => occasionItem(akt, entry));
}

function byTime(a: RecordedEvent, b: RecordedEvent): number {
  return a.occurredAt < b.occurredAt ? -1 : 1;
}

function occasionItem(akt: Uuid, { seq, type, occurredAt, body }: RecordedEvent): AnswerItem {
  const data = withoutCitations(body.data);
  const talk = type === "talk.signed";
  const [act, code] = [textOf(data["kind"]), textOf(data["childParticipation"])];
  const [consent, reason] = [textOf(data["consent"]), textOf(data["participationReason"])];
  const present = codesOf(data[talk ? "withPersons" : "participants"]);
  const hidden = codesOf(data["hiddenFrom"]);
  const how = talk && truthOf(data["alone"]) === true ? "alone" : code;
  const item: Record<string, AnswerValue | undefined> = {
    entry: seq,
    kind: KIND[type] ?? "act",
    act: type === "act.recorded" ? act : undefined,
    on: stockholmDate(occurredAt),
    how,
    with: present.length === 0 ? undefined : present,
    homeVisit: talk && truthOf(data["homeVisit"]) === true ? true : undefined,
    reason,
    talkConsent: talk ? consent : undefined,
    hiddenFrom: hidden.length === 0 ? undefined : hidden,
  };
  const given = Object.entries(item).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  );
  return { ...Object.fromEntries(given), id: occasionId(akt, seq) };
}

/** The id of an occasion: always the same one for an entry, so that a version which says the same is the same. */
function occasionId(akt: Uuid, seq: number): string {
  const end = seq.toString(16).padStart(12, "0");
  return `${akt.slice(0, 14)}8${akt.slice(15, 24)}${end}`;
}

/** An occasion is also kept from those from whom its entry is hidden now: a correction may have said so. */
export function withOccasionSecrecy(
  content: Answers,
  hiddenFrom: (entry: number) => readonly string[],
): Answers {
  const items = itemsOf(content[OCCASIONS]);
  if (items.length === 0) return content;
  const marked = items.map((item) => {
    const more = hiddenFrom(numberOf(item["entry"]) ?? 0);
    const all = [...new Set([...codesOf(item["hiddenFrom"]), ...more])];
    return all.length === 0 ? item : { ...item, hiddenFrom: all };
  });
  return { ...content, [OCCASIONS]: marked };
}

/** The decision basis tells the child's participation by the record, and not by what somebody writes of it. */
export const occasionFilling: ContentFilling = {
  field: OCCASIONS,
  entries: ({ talks }) => talks.occasions ?? [],
  items: occasionItems,
};
