import type { Words } from "../../contract/shapes.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import { withoutCitations } from "../../domain/sources/citations.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { findCode } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { EventView } from "../../store/views/read-akt.ts";
import type { RequestContext } from "../http/handler.ts";
import { latestBasis } from "./child-sources.ts";
import { wordsOf } from "./labels.ts";

export interface ChildsWords {
  readonly text: string;
  readonly on: PlainDate;
  readonly source: Words;
}

const MOST_WORDS = 12;
const CHILDS_WORDS = "childs-words";

/** What the child has said, newest first: in talks and meetings, and in the latest decision basis. */
export function childsWordsOf(
  ctx: RequestContext,
  pack: Pack,
  events: readonly EventView[],
): readonly ChildsWords[] {
  const spoken = events.flatMap(({ event }) => spokenIn(ctx, pack, event));
  const basis = latestBasis(events);
  const quoted = basis === undefined ? [] : quotedIn(ctx, basis);
  const known = new Set(spoken.map(({ text }) => text));
  return [...spoken, ...quoted.filter(({ text }) => !known.has(text))]
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, MOST_WORDS);
}

function spokenIn(ctx: RequestContext, pack: Pack, event: RecordedEvent): readonly ChildsWords[] {
  const text = textOf(event.body.data["childsWords"]);
  if (text === undefined) return [];
  const on = stockholmDate(event.occurredAt);
  const place = textOf(event.body.data["place"]) ?? "";
  const kind = textOf(event.body.data["kind"]) ?? "";
  if (event.type === "letter.answered") {
    return [{ text, on, source: wordsOf(ctx, "source.letter", {}) }];
  }
  return [
    { text, on, source: kind === "" ? wordsOf(ctx, "source.talk", { place }) : ofAct(pack, kind) },
  ];
}

/** The kind of act in which the child spoke. */
function ofAct(pack: Pack, kind: string): Words {
  const { sv, en } = findCode(pack, "act-kind", kind)?.label ?? { sv: kind, en: kind };
  return { id: kind, sv, en };
}

function quotedIn(ctx: RequestContext, basis: RecordedEvent): readonly ChildsWords[] {
  const on = stockholmDate(basis.occurredAt);
  return itemsOf(withoutCitations(basis.body.content ?? {})["statements"]).flatMap((statement) => {
    const text = textOf(statement["text"]);
    if (text === undefined || textOf(statement["kind"]) !== CHILDS_WORDS) return [];
    const source = textOf(statement["sourceText"]) ?? "";
    return [{ text, on, source: wordsOf(ctx, "source.basis", { source }) }];
  });
}
