import type { handover } from "../../contract/views/handover.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { codesOf, textOf, truthOf } from "../../domain/read.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { AnswerOf, RequestContext } from "../http/handler.ts";
import { codeWords, type HandoverSources } from "./handover-sources.ts";
import { staffName, wordsOf } from "./labels.ts";

type Contact = AnswerOf<typeof handover>["contacts"][number];

const MOST_CONTACTS = 3;

/** The last times somebody met the child, newest first, in the words that were written then. */
export function contactsWithChild(
  ctx: RequestContext,
  sources: HandoverSources,
): readonly Contact[] {
  return sources.events
    .map(({ event }) => event)
    .filter((event) => metBy(event).includes(sources.child))
    .map((event) => contactOf(ctx, event, sources))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, MOST_CONTACTS);
}

function metBy({ type, body: { data } }: RecordedEvent): readonly string[] {
  if (type === "talk.signed") return codesOf(data["withPersons"]);
  return type === "act.recorded" ? codesOf(data["participants"]) : [];
}

function contactOf(ctx: RequestContext, event: RecordedEvent, sources: HandoverSources): Contact {
  const { data } = event.body;
  const reads = sources.classes.includes("narrative");
  const kind = textOf(data["kind"]);
  const place = reads ? (textOf(data["place"]) ?? "") : "";
  return {
    on: stockholmDate(event.occurredAt),
    what:
      kind === undefined
        ? wordsOf(ctx, "handover.talk", { place })
        : codeWords(sources, "act-kind", kind),
    by: staffName(ctx, event.actor),
    alone: truthOf(data["alone"]) ?? null,
    summary: reads ? (textOf(data["summary"]) ?? textOf(data["text"]) ?? null) : null,
    childsWords: reads ? (textOf(data["childsWords"]) ?? null) : null,
  };
}
