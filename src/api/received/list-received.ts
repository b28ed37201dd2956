import { listReceived } from "../../contract/received/list-received.ts";
import { codesOf, textOf } from "../../domain/read.ts";
import { parseUuid } from "../../kernel/ids.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readAktState, readLatestButNotes, type EventView } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openAkt } from "../views/open-akt.ts";
import { opensOriginals } from "./opens-originals.ts";
import { siblingMatters } from "./siblings.ts";

type Line = AnswerOf<typeof listReceived>["documents"][number];

const MOST_DOCUMENTS = 1000;

export const listReceivedHandler = handle(listReceived, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, listReceived, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    const siblings = await siblingMatters(tx, ctx, facts.person);
    const persons = [facts.person, ...siblings.map(({ person }) => person)];
    logView(tx, accessEntry(ctx, listReceived, { akt, persons }), ctx.now);
    const all = await readLatestButNotes(tx, akt, {
      types: ["document.received"],
      matters: [...reading.matters],
      limit: MOST_DOCUMENTS,
    });
    const state = await readAktState(tx, akt);
    const events = state === undefined ? [] : await standingViews(tx, state, all);
    const showsText = reading.classes.includes("narrative");
    const lines = events.flatMap((view) => lineOf(view, showsText) ?? []);
    return ok({
      documents: lines.toSorted((a, b) => (a.arrivedOn < b.arrivedOn ? 1 : -1)),
      siblings: siblings.map(({ akt: own, matter, label }) => ({ akt: own, matter, label })),
      opens: opensOriginals(reading.classes),
    });
  });
});

function lineOf({ event }: EventView, showsText: boolean): Line | undefined {
  const { received } = event.body.ids;
  if (received === undefined || event.matter === undefined) return undefined;
  const { data } = event.body;
  return {
    received,
    seq: event.seq,
    matter: event.matter,
    arrivedOn: stockholmDate(event.occurredAt),
    kind: textOf(data["kind"]) ?? "",
    sender: textOf(data["sender"]) ?? "",
    about: showsText ? (textOf(data["about"]) ?? "") : "",
    hasText: textOf(data["text"]) !== undefined,
    hiddenFrom: codesOf(data["hiddenFrom"]).flatMap((person) => parseUuid(person) ?? []),
    marks: [...codesOf(data["secrecyMarks"])],
    file: fileOf(data),
  };
}

function fileOf(data: EventView["event"]["body"]["data"]): Line["file"] {
  const file = parseUuid(textOf(data["file"]) ?? "");
  if (file === undefined) return null;
  const { fileSize, filePages } = data;
  return {
    file,
    mediaType: textOf(data["fileType"]) ?? "",
    size: typeof fileSize === "number" ? fileSize : 0,
    pages: typeof filePages === "number" ? filePages : null,
    archive: textOf(data["fileArchive"]) ?? null,
    sha256: textOf(data["fileHash"]) ?? "",
  };
}
