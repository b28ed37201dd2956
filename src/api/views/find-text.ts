import { findText } from "../../contract/views/find-text.ts";
import type { AktState } from "../../domain/akt-state.ts";
import { definitions } from "../../domain/definitions.ts";
import { findSentence, wordsSought } from "../../domain/find-sentence.ts";
import { numberOf } from "../../domain/read.ts";
import { isSealed, markOf } from "../../domain/record/apply-mark.ts";
import { CORRECTED } from "../../domain/record/standing-events.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findWithWord } from "../../store/log/find-in-stream.ts";
import { readAktState, readEvents, type EventView } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { sourceOf } from "./chronology-line.ts";
import { staffName } from "./labels.ts";
import { openAkt, readableOf, type OpenedAkt } from "./open-akt.ts";
import { hidesReporter, shownMark } from "./shown-mark.ts";
import { writtenTexts } from "./written-texts.ts";

type Hit = AnswerOf<typeof findText>["hits"][number];

/** As many as one reads; more words find fewer. */
const MOST = 50;
/** Entries are read so many at a time, until there are enough hits. */
const AT_ONCE = 100;

export const findTextHandler = handleInTx(findText, async (ctx, { body }, tx) => {
  const akt = uuidOf(body.akt);
  const opened = await openAkt(tx, ctx, findText, akt);
  if ("problem" in opened) return fail(opened.problem);
  logView(tx, accessEntry(ctx, findText, { akt, persons: [opened.facts.person] }), ctx.now);
  const state = await readAktState(tx, akt);
  const words = wordsSought(body.text);
  const longest = words.toSorted((one, other) => other.length - one.length)[0];
  if (state === undefined || longest === undefined) return ok({ hits: [], more: false });
  const readable = readableOf(opened);
  const matters = readable === undefined ? undefined : [...readable];
  const found = await findWithWord(tx, akt, { matters, word: longest });
  const hits: Hit[] = [];
  for (let from = 0; from < found.length && hits.length <= MOST; from += AT_ONCE) {
    const entries = await entriesOf(tx, state, found.slice(from, from + AT_ONCE));
    for (const entry of entries) hits.push(...hitsIn(ctx, opened, state, entry, words));
  }
  return ok({ hits: hits.slice(0, MOST), more: hits.length > MOST });
});

/** An entry with the event that has its words: itself, or the latest correction of it. */
interface Entry {
  readonly entry: EventView;
  readonly says: EventView;
  /** What became of the entry afterwards. */
  readonly correction: EventView | undefined;
}

/** The entries of some events: that of a correction is what was corrected, while the correction is the latest. */
async function entriesOf(
  tx: Tx,
  state: AktState,
  seqs: readonly number[],
): Promise<readonly Entry[]> {
  const found = await readEvents(tx, state.akt, seqs);
  const views = seqs.flatMap((seq) => found.get(seq) ?? []);
  const others = await readEvents(
    tx,
    state.akt,
    views.flatMap(({ event }) => [
      ...(event.type === CORRECTED ? [numberOf(event.body.data["entry"]) ?? 0] : []),
      ...[marking(state, event.matter, event.seq)?.seq].filter((seq) => seq !== undefined),
    ]),
  );
  return views.flatMap((says) => {
    const { matter, seq, type, body } = says.event;
    const own = {
      entry: says,
      says,
      correction: others.get(marking(state, matter, seq)?.seq ?? 0),
    };
    const corrected = type === CORRECTED ? numberOf(body.data["entry"]) : undefined;
    const entry = corrected === undefined ? undefined : others.get(corrected);
    if (entry === undefined || marking(state, matter, entry.event.seq)?.seq !== seq) return [own];
    return [own, { entry, says, correction: says }];
  });
}

function marking(state: AktState, matter: Uuid | undefined, seq: number) {
  return matter === undefined ? undefined : markOf(state.matters[matter], seq);
}

/** The sentences of an entry that are found, one a text; none where its words are sealed. */
function hitsIn(
  ctx: RequestContext,
  opened: OpenedAkt,
  state: AktState,
  { entry, says, correction }: Entry,
  words: readonly string[],
): readonly Hit[] {
  const { event, specDigest } = entry;
  const { matter, seq } = event;
  const pack = ctx.app.store.packs.find(specDigest)?.pack;
  if (pack === undefined || isSealed(state.matters[matter ?? ""], seq)) return [];
  const definition = Object.values(definitions).find((each) => each.event === event.type);
  const about = { state, mark: marking(state, matter, seq), body: correction?.event.body };
  const reader = {
    pack,
    classes: opened.reading.classes,
    hidesReporter: hidesReporter(ctx, event, about, opened),
  };
  const { data, content = {} } = says.event.body;
  const texts =
    says === entry
      ? [
          ...writtenTexts(data, { ...reader, document: definition?.document }),
          ...writtenTexts(content, { ...reader, document: definition?.content }),
        ]
      : writtenTexts(content, { ...reader, document: definition?.document });
  return texts.flatMap(({ field, text }) => {
    const sentence = findSentence(text, words);
    if (sentence === undefined) return [];
    return {
      seq,
      on: stockholmDate(event.occurredAt),
      by: staffName(ctx, event.actor),
      source: sourceOf(pack, event.type),
      field: { id: field.id, sv: field.label.sv, en: field.label.en },
      sentence,
      mark: says === entry ? shownMark(ctx, state, matter ?? null, seq) : null,
    };
  });
}
