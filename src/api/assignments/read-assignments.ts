import { findFactsOfAkter } from "../../access/akt-reach.ts";
import { listAssignments, readAssignment } from "../../contract/assignments/assignment-routes.ts";
import { REPORTED } from "../../domain/measure/provider-reports.ts";
import { textOf } from "../../domain/read.ts";
import { fail, ok } from "../../kernel/result.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { printDocument, documentOfEvent } from "../../print/print-documents.ts";
import { readCopy } from "../../print/make-print.ts";
import type { Block } from "../../print/model.ts";
import { storedPrintSource } from "../../print/print-source.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { aktersPerformed } from "../../store/views/list-assignments.ts";
import { findBriefs, type PersonBrief } from "../../store/views/person-brief.ts";
import { readAktState, readLatestButNotes } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { type AnswerOf, handle, handleInTx, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { personLabel, staffName, unitRef } from "../views/labels.ts";
import {
  openAssignment,
  ownIn,
  type OpenedAssignment,
  type OwnAssignment,
} from "./own-assignments.ts";

type Line = AnswerOf<typeof listAssignments>["lines"][number];
type Shown = AnswerOf<typeof readAssignment>;

const MOST_REPORTS = 200;

/** Each child of it is told with the reading, as anywhere. */
export const listAssignmentsHandler = handleInTx(listAssignments, async (ctx, _input, tx) => {
  const akter = await aktersPerformed(tx, ctx.actor.staff, ctx.today);
  const facts = await findFactsOfAkter(tx, akter);
  const briefs = await findBriefs(
    tx,
    [...facts.values()].map(({ person }) => person),
  );
  const lines: Line[] = [];
  for (const [akt, known] of facts) {
    const state = await readAktState(tx, akt);
    const brief = briefs.get(known.person);
    if (state === undefined || brief === undefined) continue;
    const own = ownIn(ctx, listAssignments, known, state);
    lines.push(...own.map((each) => lineOf(ctx, akt, each, brief)));
  }
  const shown = new Set(lines.map(({ child }) => uuidOf(child.person)));
  logView(tx, accessEntry(ctx, listAssignments, { persons: [...shown] }), ctx.now);
  return ok({ lines: lines.toSorted((a, b) => (a.until < b.until ? -1 : 1)) });
});

function lineOf(
  ctx: RequestContext,
  akt: Uuid,
  { matter, measure, link, days }: OwnAssignment,
  brief: PersonBrief,
): Line {
  return {
    akt,
    matter: matter.matter,
    measure: measure.measure,
    child: personLabel(ctx, brief),
    types: [...measure.types],
    until: days.until,
    by: staffName(ctx, link.by),
  };
}

/** The documents are the copies a provider gets on paper, masked and looked through in the same way. */
export const readAssignmentHandler = handle(readAssignment, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  const wanted = { akt, measure: uuidOf(params.measure) };
  const { pools } = ctx.app.store;
  const read = await inTenant(pools.app, ctx.tenant, async (tx) => {
    const opened = await openAssignment(tx, ctx, readAssignment, wanted);
    if ("problem" in opened) return opened;
    const { person } = opened.facts;
    const [briefs, reports] = await Promise.all([
      findBriefs(tx, [person]),
      ownReports(tx, ctx, akt, opened),
    ]);
    logView(tx, accessEntry(ctx, readAssignment, { akt, persons: [person] }), ctx.now);
    return { opened, brief: briefs.get(person), reports };
  });
  if ("problem" in read) return fail(read.problem);
  const { opened, brief, reports } = read;
  if (brief === undefined) throw new Error("an akt without its child");
  const { measure, matter } = opened;
  return ok({
    ...lineOf(ctx, akt, opened, brief),
    today: ctx.today,
    startedOn: measure.startedOn ?? null,
    nextFollowUp: measure.nextFollowUp ?? null,
    worker: matter.worker === undefined ? null : staffName(ctx, matter.worker),
    unit: unitRef(ctx, matter.unit)?.name ?? null,
    documents: await documentsOf(ctx, akt, opened),
    reports,
  });
});

async function ownReports(
  tx: Tx,
  ctx: RequestContext,
  akt: Uuid,
  { matter, measure }: OwnAssignment,
): Promise<Shown["reports"]> {
  const acts = await readLatestButNotes(tx, akt, {
    types: ["act.recorded"],
    matters: [matter.matter],
    limit: MOST_REPORTS,
  });
  return acts
    .filter(
      ({ event: { actor, body } }) =>
        actor === ctx.actor.staff &&
        body.data["kind"] === REPORTED &&
        body.ids["measure"] === measure.measure,
    )
    .map(({ event }) => ({
      entry: event.seq,
      at: event.recordedAt,
      text: textOf(event.body.data["text"]) ?? "",
      readOn: matter.providerReports?.find(({ seq }) => seq === event.seq)?.readOn ?? null,
    }));
}

async function documentsOf(
  ctx: RequestContext,
  akt: Uuid,
  { measure, facts }: OpenedAssignment,
): Promise<Shown["documents"]> {
  const source = storedPrintSource(ctx.app.store);
  const access = accessEntry(ctx, readAssignment, { akt, persons: [facts.person] });
  const shown: Shown["documents"][number][] = [];
  for (const { seq, type, on } of (measure.documents ?? []).toReversed()) {
    const document = documentOfEvent(type);
    if (document === undefined || printDocument(document)?.toProvider !== true) continue;
    const copy = await readCopy(source, ctx.tenant, {
      akt,
      what: "entry",
      entry: seq,
      recipient: "provider",
      actor: ctx.staff.staff,
      access,
    });
    shown.push({
      entry: seq,
      title: copy.ok ? copy.value.model.title : "",
      on,
      blocks: copy.ok ? copy.value.model.body.flatMap(blockOf) : null,
    });
  }
  return shown;
}

type Shape = NonNullable<Shown["documents"][number]["blocks"]>[number];

function blockOf(block: Block, place: number): readonly Shape[] {
  const empty: Shape = { place, heading: "", level: 0, paragraphs: [], items: [], rows: [] };
  switch (block.type) {
    case "heading":
      return [{ ...empty, heading: block.text, level: block.level }];
    case "text":
      return [{ ...empty, heading: block.label.strong, paragraphs: [...block.paragraphs] }];
    case "list":
      return [
        {
          ...empty,
          heading: block.label.strong,
          items: block.items.map(({ text, details }) => ({ text, details: [...details] })),
        },
      ];
    case "facts":
      return [
        {
          ...empty,
          rows: block.rows.map(({ label, paragraphs }) => ({
            label: label.strong,
            value: paragraphs.join("\n"),
          })),
        },
      ];
    case "pages":
    case "table":
      return [];
  }
}
