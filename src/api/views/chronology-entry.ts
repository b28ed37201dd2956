import { chronologyEntry } from "../../contract/views/chronology.ts";
import { documentsOf } from "../../domain/documents-of.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { isSealed } from "../../domain/record/apply-mark.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { isAfterwards } from "../../store/commands/decide-on.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { clockChangesAt } from "../../store/views/clock-history.ts";
import { readEvent } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { staffName } from "./labels.ts";
import { occasionMarks, withoutMovedOccasions } from "./occasions.ts";
import { toldChanges, type ToldChange } from "./clock-changes.ts";
import {
  correctionOf,
  hidesReporter,
  shownCorrection,
  type Correction,
  type Made,
} from "./shown-mark.ts";
import { shownObjections } from "./shown-objections.ts";
import { openAkt, type OpenedAkt } from "./open-akt.ts";
import { visibleAnswers, withoutReporter } from "./visible-answers.ts";

export const chronologyEntryHandler = handleInTx(chronologyEntry, async (ctx, { params }, tx) => {
  const akt = uuidOf(params.akt);
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
  const pack = ctx.app.store.packs.find(specDigest)?.pack;
  const made = { event, pack, command: documents.command, document: documents.answers };
  const after = await correctionOf(tx, opened, event);
  const occasions = occasionMarks(ctx, after.state, event);
  return ok({
    seq: event.seq,
    type: event.type,
    document: documents.content ?? documents.answers ?? null,
    specDigest,
    on: stockholmDate(event.occurredAt),
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    by: staffName(ctx, event.actor),
    occasions,
    ...shown(ctx, made, after, { opened, occasions }),
    matter: matter ?? null,
    documentId: documentOf(event) ?? null,
    ...shownCorrection(ctx, opened, made, after),
    clockChanges: await shownChanges(tx, ctx, akt, { event, after }),
    objections: await shownObjections(tx, ctx, opened, { event, document: documentOf(event) }),
  });
});

/** The document that an event made a version of. */
function documentOf(event: RecordedEvent): Uuid | undefined {
  return event.body.content === undefined ? undefined : event.body.ids["document"];
}

function shown(
  ctx: RequestContext,
  made: Made,
  after: Correction,
  { opened, occasions }: { opened: OpenedAkt; occasions: ReturnType<typeof occasionMarks> },
) {
  const { classes } = opened.reading;
  const { event, pack } = made;
  const documents = documentsOf(event.type);
  const { data, content, reasons } = event.body;
  // What turned out to be about another child is read here by nobody but the manager, by a route of its own.
  const sealed = isSealed(after.state?.matters[event.matter ?? ""], event.seq);
  if (pack === undefined || sealed) return { data: {}, content: null, reasons: [] };
  const answers = visibleAnswers(pack, documents.answers ?? "", data, classes);
  return {
    data: hidesReporter(ctx, event, after, opened) ? withoutReporter(answers) : answers,
    content:
      content === undefined || documents.content === undefined
        ? null
        : visibleAnswers(
            pack,
            documents.content,
            withoutMovedOccasions(content, occasions),
            classes,
          ),
    reasons: classes.includes("narrative") ? Object.values(reasons ?? {}) : [],
  };
}

/** What a correction, or a registration afterwards, made of the duties; nothing for an ordinary line. */
async function shownChanges(
  tx: Tx,
  ctx: RequestContext,
  akt: Uuid,
  { event, after }: { readonly event: RecordedEvent; readonly after: Correction },
): Promise<readonly ToldChange[]> {
  const seq = after.mark?.seq ?? (isAfterwards(event) ? event.seq : undefined);
  if (seq === undefined) return [];
  return toldChanges(ctx, await clockChangesAt(ctx.app.store, tx, akt, seq));
}
