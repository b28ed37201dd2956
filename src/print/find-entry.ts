import type { AktState, MatterState } from "../domain/akt-state.ts";
import type { AnswerItem, Answers, AnswerValue, RecordedEvent } from "../domain/event.ts";
import { goalsOf } from "../domain/measure/find-measure.ts";
import { markOf } from "../domain/record/apply-mark.ts";
import { itemsOf, textOf } from "../domain/read.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import { readEvents } from "../store/views/read-akt.ts";
import { standingViews } from "../store/views/standing-views.ts";
import { contentHash } from "../store/projections/document.ts";
import type { PrintRequest } from "./make-print.ts";
import { documentOfEvent, printDocument } from "./print-documents.ts";
import type { Found } from "./print-source.ts";

const ENTRIES = statement(
  "print_entries_of_matter",
  `select c.seq from chronology c
   where c.tenant = $1 and c.akt = $2 and c.matter = $3 and c.type = any ($4::text[]) and c.seq <= $5
   order by c.seq`,
);

/** Ids that an event of a document of a measure may carry; the first is the one of its own. */
const OWN_IDS = ["followUp", "measure"];

/**
 * A document of a measure as it counts: the words of goals and needs in the place of their ids, and its number among
 * the versions there are. Undefined for an entry that is no such document, or was undone.
 */
export async function findEntry(
  tx: Tx,
  request: PrintRequest,
  state: AktState,
): Promise<Found | undefined> {
  const seq = request.entry;
  const view = seq === undefined ? undefined : (await readEvents(tx, state.akt, [seq])).get(seq);
  const standing = view === undefined ? [] : await standingViews(tx, state, [view]);
  const read = standing[0];
  const document = read === undefined ? undefined : documentOfEvent(read.event.type);
  const matter = read?.event.matter === undefined ? undefined : state.matters[read.event.matter];
  if (read === undefined || document === undefined || matter === undefined) return undefined;
  const { event } = read;
  const id = OWN_IDS.map((name) => event.body.ids[name]).find((one) => one !== undefined);
  if (id === undefined) return undefined;
  const corrected = markOf(matter, event.seq)?.seq;
  return {
    matter,
    content: await inWords(tx, state.akt, matter, event.body.data),
    document,
    seq: event.seq,
    version: {
      document: id,
      version: await versionOf(tx, state.akt, event, document),
      status: "signed",
      at: event.occurredAt,
      contentHash: contentHash(event.body.data).toString("hex"),
      ...(corrected === undefined ? {} : { corrected }),
    },
    specDigest: read.specDigest,
    author: event.actor,
  };
}

/** The how manieth it is of those about the same thing. */
async function versionOf(
  tx: Tx,
  akt: Uuid,
  event: RecordedEvent,
  document: string,
): Promise<number> {
  const types = printDocument(document)?.events ?? [];
  const rows = await tx.rows<{ seq: number }>(ENTRIES, [
    tx.tenant,
    akt,
    event.matter ?? null,
    types,
    event.seq,
  ]);
  const found = await readEvents(
    tx,
    akt,
    rows.map(({ seq }) => seq),
  );
  const { measure } = event.body.ids;
  return [...found.values()].filter((one) => one.event.body.ids["measure"] === measure).length;
}

/** Goals and needs are named by their ids in the chain; paper has their words. */
async function inWords(tx: Tx, akt: Uuid, matter: MatterState, data: Answers): Promise<Answers> {
  const goals = goalsOf(matter);
  const seqs = [
    ...goals.map(({ seq }) => seq),
    ...(matter.basis === undefined ? [] : [matter.basis.seq]),
  ];
  const events = await readEvents(tx, akt, seqs);
  const lists = [...events.values()].flatMap(({ event: { body } }) => [
    ...itemsOf(body.content?.["goals"]),
    ...itemsOf(body.content?.["centralNeeds"]),
    ...itemsOf(body.data["newGoals"]),
  ]);
  const words = new Map(lists.map((item) => [item.id, textOf(item["words"]) ?? ""]));
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, valueInWords(value, words)]),
  );
}

function valueInWords(value: AnswerValue, words: ReadonlyMap<string, string>): AnswerValue {
  const items = itemsOf(value);
  return items.length === 0 ? value : items.map((item) => named(item, words));
}

/** An item with the words of its goal and its need. */
function named(item: AnswerItem, words: ReadonlyMap<string, string>): AnswerItem {
  const [goal, need] = [
    words.get(textOf(item["goal"]) ?? ""),
    words.get(textOf(item["need"]) ?? ""),
  ];
  return {
    ...item,
    ...(goal === undefined ? {} : { goal }),
    ...(need === undefined ? {} : { need }),
  };
}
