import type { AktState, MarkState, MatterState } from "../domain/akt-state.ts";
import type { Answers, RecordedEvent } from "../domain/event.ts";
import { OCCASIONS } from "../domain/notes/occasions.ts";
import { itemsOf, numberOf } from "../domain/read.ts";
import { EVERYBODY } from "../domain/received/citations.ts";
import { markOf } from "../domain/record/apply-mark.ts";
import { citationsOf } from "../domain/sources/citations.ts";
import { stockholmDate } from "../kernel/instant.ts";
import type { Tx } from "../store/in-tenant.ts";
import { readEvents } from "../store/views/read-akt.ts";
import { standingViews } from "../store/views/standing-views.ts";
import type { CitedEntry } from "./facts.ts";

/**
 * The entries that a content cites, or tells the child's participation by, by their number, as they count now: corrected ones with what they shall
 * say. One that was undone keeps what it said, with its mark; of one that was moved nothing is told, since it is
 * about another child. Entries of other matters are none.
 */
export async function citedEntries(
  tx: Tx,
  state: AktState,
  matter: MatterState,
  content: Answers,
): Promise<ReadonlyMap<number, CitedEntry>> {
  const told = itemsOf(content[OCCASIONS]).flatMap((item) => numberOf(item["entry"]) ?? []);
  const asked = [...citationsOf(content).flatMap(({ entry }) => entry ?? []), ...told];
  const found = [...(await readEvents(tx, state.akt, asked)).values()].filter(
    ({ event }) => event.matter === matter.matter,
  );
  const standing = new Map(
    (await standingViews(tx, state, found)).map(({ event }) => [event.seq, event]),
  );
  return new Map(
    found.map(({ event: written }): [number, CitedEntry] => {
      const event = standing.get(written.seq) ?? written;
      const mark = markOf(matter, written.seq);
      return [
        written.seq,
        {
          type: event.type,
          on: stockholmDate(event.occurredAt),
          author: event.actor,
          ...wordsOf(event, mark),
          ...(mark === undefined ? {} : { mark: { kind: mark.kind, on: mark.on } }),
        },
      ];
    }),
  );
}

function wordsOf(
  { body }: RecordedEvent,
  mark: MarkState | undefined,
): Pick<CitedEntry, "data" | "content"> {
  if (mark?.kind === "moved") return { data: { hiddenFrom: [EVERYBODY] } };
  return { data: body.data, ...(body.content === undefined ? {} : { content: body.content }) };
}
