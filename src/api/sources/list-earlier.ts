import { listEarlier } from "../../contract/sources/list-earlier.ts";
import { definitions } from "../../domain/definitions.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { earlierDocuments } from "../../spec/beside.ts";
import { findDocument } from "../../spec/lookup.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readAktState, readLatestButNotes, type EventView } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { staffName } from "../views/labels.ts";
import { openAkt, type OpenedAkt } from "../views/open-akt.ts";
import { visibleAnswers } from "../views/visible-answers.ts";

type Version = AnswerOf<typeof listEarlier>["versions"][number];

/** As many as one reads beside a text. */
const MOST_VERSIONS = 12;

export const listEarlierHandler = handle(listEarlier, async (ctx, { params }) => {
  const [akt, matter] = [uuidOf(params.akt), uuidOf(params.matter)];
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, listEarlier, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    const state = await readAktState(tx, akt);
    if (state === undefined || !reading.matters.has(matter)) {
      return fail(problem("matter.not-found", { status: 404 }));
    }
    const pack = ctx.app.store.packs.current(ctx.tenant, matter).pack;
    const wanted = earlierDocuments(pack, params.document);
    const found = await readLatestButNotes(tx, akt, {
      types: typesOf(wanted),
      matters: [...reading.matters],
      limit: MOST_VERSIONS * 2,
    });
    const standing = await standingViews(tx, state, found);
    logView(tx, accessEntry(ctx, listEarlier, { akt, matter, persons: [facts.person] }), ctx.now);
    const versions = standing.flatMap((view) => {
      if (isOwnDraft(view, matter, params.document)) return [];
      return versionOf(ctx, view, opened) ?? [];
    });
    return ok({ versions: versions.slice(0, MOST_VERSIONS) });
  });
});

/** The types of events that carry some documents. */
function typesOf(documents: readonly string[]): readonly string[] {
  const carried = (document: string | undefined) =>
    document !== undefined && documents.includes(document);
  return [
    ...new Set(
      Object.values(definitions)
        .filter(({ document, content }) => carried(document) || carried(content))
        .map(({ event }) => event),
    ),
  ];
}

/** A version that was fixed is what its draft says already. */
function isOwnDraft({ event }: EventView, matter: Uuid, document: string): boolean {
  return event.matter === matter && documentOf(event.type)?.content === document;
}

function documentOf(type: string) {
  return Object.values(definitions).find(({ event }) => event === type);
}

function versionOf(
  ctx: RequestContext,
  { event, specDigest }: EventView,
  { reading }: OpenedAkt,
): Version | undefined {
  const definition = documentOf(event.type);
  const id = definition?.content ?? definition?.document;
  const pack = ctx.app.store.packs.find(specDigest)?.pack;
  const document = pack === undefined || id === undefined ? undefined : findDocument(pack, id);
  const given = definition?.content === undefined ? event.body.data : event.body.content;
  if (pack === undefined || document === undefined || event.matter === undefined) return undefined;
  // Signing what was fixed, unchanged, carries no text of its own.
  if (given === undefined) return undefined;
  return {
    entry: event.seq,
    matter: event.matter,
    document: document.id,
    sv: document.name.sv,
    en: document.name.en,
    on: stockholmDate(event.occurredAt),
    by: staffName(ctx, event.actor),
    answers: visibleAnswers(pack, document.id, given, reading.classes),
  };
}
