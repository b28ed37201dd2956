import type { AktState } from "../../domain/akt-state.ts";
import { documentsOf } from "../../domain/documents-of.ts";
import type { Answers, AnswerValue } from "../../domain/event.ts";
import { textOf, truthOf } from "../../domain/read.ts";
import { isSealed } from "../../domain/record/apply-mark.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { fieldsOf, findDocument } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { Store } from "../../store/deps.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readChronology } from "../../store/views/chronology-page.ts";
import { type EventView, readEvents } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import type { Wording } from "../build-context.ts";
import type { PersonName } from "../facts.ts";
import { codeLabel } from "../field-values.ts";
import { printSpec } from "../print-spec.ts";
import type { DisclosureEntry } from "./disclosure-record.ts";
import { openParts, type OpenParts, type Reader } from "./open-parts.ts";

/** More than this is asked for a matter at a time. */
const MOST_ENTRIES = 2000;
/** What is said of the disclosure itself is about it, not in it. */
const OWN = "disclosure.";

export interface EntriesWanted {
  readonly matters: ReadonlySet<Uuid>;
  readonly reader: Reader;
  readonly people: ReadonlyMap<string, PersonName>;
  /** Names of the others that the answers refer to by id. */
  readonly named: (answers: Answers) => Promise<ReadonlyMap<string, PersonName>>;
}

/**
 * The entries of an akt that say something, newest first, as they count now: corrected ones with what they shall
 * say; what was undone, moved away or destroyed is none.
 */
export async function readEntries(
  store: Store,
  tx: Tx,
  state: AktState,
  { matters, reader, people, named }: EntriesWanted,
): Promise<readonly DisclosureEntry[]> {
  const page = await readChronology(tx, state.akt, {
    limit: MOST_ENTRIES,
    only: { readable: matters },
  });
  const lines = page.lines.filter(({ type, matter }) => matter !== null && !type.startsWith(OWN));
  const found = await readEvents(
    tx,
    state.akt,
    lines.map(({ seq }) => seq),
  );
  const views = await standingViews(
    tx,
    state,
    lines.flatMap(({ seq }) => found.get(seq) ?? []),
  );
  const bodies = views.flatMap(({ event: { body } }) => [body.data, body.content ?? {}]);
  const all = new Map([...people, ...(await named(together(bodies)))]);
  return views
    .filter(({ event }) => !isSealed(state.matters[event.matter ?? ""], event.seq))
    .flatMap((view) => entryOf(store, view, reader, all));
}

/** The answers of several documents as one, to look for persons in. */
function together(bodies: readonly Answers[]): Answers {
  return Object.fromEntries(
    bodies.flatMap((body, at) =>
      Object.entries(body).map(([field, value]): [string, AnswerValue] => [
        `${at}.${field}`,
        value,
      ]),
    ),
  );
}

function entryOf(
  store: Store,
  { event, specDigest }: EventView,
  reader: Reader,
  people: ReadonlyMap<string, PersonName>,
): readonly DisclosureEntry[] {
  const pack = store.packs.find(specDigest)?.pack;
  if (pack === undefined) throw new Error(`The specification ${specDigest} is not installed`);
  const spec = printSpec(pack);
  const wording: Wording = { facts: { spec, people } };
  const { answers, content } = documentsOf(event.type);
  const { data } = event.body;
  const given = openParts(
    wording,
    spec.document(answers ?? ""),
    withoutShielded(pack, answers, data),
    reader,
  );
  const written =
    content === undefined || event.body.content === undefined
      ? undefined
      : openParts(wording, spec.document(content), event.body.content, reader);
  const { parts, open, hidden } = written === undefined ? given : both(given, written);
  if (parts.length === 0) return [];
  const kind = answers === "act" ? textOf(data["kind"]) : undefined;
  const named = spec.document(content ?? answers ?? "")?.name ?? "";
  return [
    {
      seq: event.seq,
      on: stockholmDate(event.occurredAt),
      type: event.type,
      title: kind === undefined ? named : codeLabel(wording, "act-kind", kind),
      author: people.get(event.actor)?.name ?? "",
      parts,
      open,
      hidden,
      original: event.body.ids["file"] !== undefined,
    },
  ];
}

/** Who a shielded reporter is stands in no examination: not even whoever examines needs it (OSL 26:5). */
function withoutShielded(pack: Pack, document: string | undefined, data: Answers): Answers {
  const spec = findDocument(pack, document ?? "");
  if (truthOf(data["reporterShielded"]) !== true || spec === undefined) return data;
  const secret = new Set(
    fieldsOf(spec)
      .filter((field) => field.class === "reporter")
      .map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(data).filter(([field]) => !secret.has(field)));
}

/** The answers about a document and what stands in it; a part of the document is named apart. */
function both(given: OpenParts, written: OpenParts): OpenParts {
  const apart = <T extends { readonly id: string }>(parts: readonly T[]) =>
    parts.map((part) => ({ ...part, id: `${CONTENT}${part.id}` }));
  return {
    parts: [...given.parts, ...apart(written.parts)],
    open: [...given.open, ...apart(written.open)],
    hidden: new Map([
      ...given.hidden,
      ...[...written.hidden].map(([id, why]) => [`${CONTENT}${id}`, why] as const),
    ]),
  };
}

const CONTENT = "content/";
