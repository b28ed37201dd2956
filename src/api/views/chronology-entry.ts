import { chronologyEntry } from "../../contract/views/chronology.ts";
import { definitions } from "../../domain/definitions.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { truthOf } from "../../domain/read.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readEvent } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { staffName } from "./labels.ts";
import { shownCorrection } from "./shown-mark.ts";
import { shownObjections } from "./shown-objections.ts";
import { openAkt, type OpenedAkt } from "./open-akt.ts";
import { visibleAnswers, withoutReporter } from "./visible-answers.ts";

export const chronologyEntryHandler = handle(chronologyEntry, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, chronologyEntry, akt);
    if ("problem" in opened) return fail(opened.problem);
    const found = await readEvent(tx, akt, params.seq);
    const matter = found?.event.matter;
    if (found === undefined || (matter !== undefined && !opened.reading.matters.has(matter))) {
      return fail(problem("akt.not-found", { status: 404 }));
    }
    const about = {
      akt,
      persons: [opened.facts.person],
      ...(matter === undefined ? {} : { matter }),
    };
    logView(tx, accessEntry(ctx, chronologyEntry, about), ctx.now);
    const { event, specDigest } = found;
    const documents = documentsOf(event.type);
    return ok({
      seq: event.seq,
      type: event.type,
      document: documents.content ?? documents.answers ?? null,
      specDigest,
      on: stockholmDate(event.occurredAt),
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      by: staffName(ctx, event.actor),
      ...shown(ctx, event, specDigest, opened),
      matter: matter ?? null,
      documentId: documentOf(event) ?? null,
      ...(await shownCorrection(tx, ctx, opened, {
        event,
        pack: ctx.app.store.packs.find(specDigest)?.pack,
        command: documents.command,
        document: documents.answers,
      })),
      objections: await shownObjections(tx, ctx, opened, { event, document: documentOf(event) }),
    });
  });
});

/** The document that an event made a version of. */
function documentOf(event: RecordedEvent): Uuid | undefined {
  return event.body.content === undefined ? undefined : event.body.ids["document"];
}

/** The documents whose answers and content an event of a type carries. */
function documentsOf(type: string) {
  const [command, definition] =
    Object.entries(definitions).find(([, each]) => each.event === type) ?? [];
  return { command, answers: definition?.document, content: definition?.content };
}

function shown(ctx: RequestContext, event: RecordedEvent, specDigest: string, opened: OpenedAkt) {
  const { classes } = opened.reading;
  const pack = ctx.app.store.packs.find(specDigest)?.pack;
  const documents = documentsOf(event.type);
  const { data, content } = event.body;
  const shielded = truthOf(data["reporterShielded"]) === true;
  if (pack === undefined) return { data: {}, content: null };
  const answers = visibleAnswers(pack, documents.answers ?? "", data, classes);
  return {
    data: shielded && !readsShielded(ctx, event, opened) ? withoutReporter(answers) : answers,
    content:
      content === undefined
        ? null
        : visibleAnswers(pack, documents.content ?? "", content, classes),
  };
}

/** Who a shielded reporter is stands only in the entry itself, for the worker of the matter and the manager. */
function readsShielded(ctx: RequestContext, event: RecordedEvent, opened: OpenedAkt): boolean {
  const facts = event.matter === undefined ? undefined : opened.facts.matters.get(event.matter);
  const { staff, role } = ctx.actor;
  return role === "unit-manager" || facts?.worker === staff || facts?.coWorker === staff;
}
