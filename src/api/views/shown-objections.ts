import type { z } from "zod";
import type { chronologyEntry } from "../../contract/views/chronology.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { textOf } from "../../domain/read.ts";
import { objectionsTo } from "../../domain/record/objections.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAktState, readEvents } from "../../store/views/read-akt.ts";
import type { Given, RequestContext } from "../http/handler.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { personLabel } from "./labels.ts";
import type { OpenedAkt } from "./open-akt.ts";

type Shown = Given<z.input<typeof chronologyEntry.answer>["objections"][number]>;

/** What objections are asked for: a line of the story, and the document it made a version of. */
interface About {
  readonly event: RecordedEvent;
  readonly document: Uuid | undefined;
}

/** The objections to a line, in the words of who made them, for those who may read what is written. */
export async function shownObjections(
  tx: Tx,
  ctx: RequestContext,
  { facts, reading }: OpenedAkt,
  { event, document }: About,
): Promise<readonly Shown[]> {
  if (event.matter === undefined) return [];
  const state = await readAktState(tx, facts.akt);
  const noted = objectionsTo(state?.matters[event.matter], { seq: event.seq, document });
  if (noted.length === 0) return [];
  const seqs = noted.map(({ seq }) => seq);
  const persons = noted.flatMap(({ by }) => by);
  const [events, briefs] = await Promise.all([
    readEvents(tx, facts.akt, seqs),
    findBriefs(tx, persons),
  ]);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  const narrative = reading.classes.includes("narrative");
  const labelsOf = (by: readonly Uuid[]) =>
    by
      .flatMap((person) => briefs.get(person) ?? [])
      .map((brief) => personLabel(ctx, brief, !hidden.has(brief.person)));
  return noted.map(({ objection, seq, on, by, item, field }) => ({
    objection,
    seq,
    on,
    by: labelsOf(by)
      .map(({ name }) => name)
      .join(", "),
    byEn: labelsOf(by)
      .map(({ name, nameEn }) => nameEn ?? name)
      .join(", "),
    item: item ?? null,
    field: field ?? null,
    text: narrative ? (textOf(events.get(seq)?.event.body.data["text"]) ?? null) : null,
  }));
}
