import type { PersonLabel } from "../../contract/shapes.ts";
import { handover } from "../../contract/views/handover.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import { phaseOf } from "../../domain/phase.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import { withoutCitations } from "../../domain/sources/citations.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { stillAsks } from "../../rules/clock.ts";
import { labelOf } from "../../spec/lookup.ts";
import { logView } from "../../store/access-log.ts";
import { listDraftsIn, type DraftLine } from "../../store/drafts/open-draft.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { findBriefsOfAkt } from "../../store/views/person-brief.ts";
import { readAkt, readLatestButNotes, type AktView } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { clockShapeOf } from "./clock-shape.ts";
import { contactsWithChild } from "./handover-contacts.ts";
import { HANDOVER_TYPES, type HandoverSources } from "./handover-sources.ts";
import { promisesOf } from "./handover-promises.ts";
import { reasonsOf } from "./handover-reasons.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { personLabel, staffName, staffRef, unitRef, wordsOf } from "./labels.ts";
import { openAkt } from "./open-akt.ts";

type Handover = AnswerOf<typeof handover>;

const MOST_EVENTS = 200;
const MOST_DRAFTS = 50;

/** One matter on one page: whoever takes it over knows in five minutes where it stands. Read, never written. */
export const handoverHandler = handle(handover, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  const id = uuidOf(params.matter);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const wanted = { types: HANDOVER_TYPES, matters: [id], limit: MOST_EVENTS };
    const [opened, view, drafts, briefs, found] = await Promise.all([
      openAkt(tx, ctx, handover, akt),
      readAkt(tx, akt, ctx.today),
      listDraftsIn(tx, akt, MOST_DRAFTS),
      findBriefsOfAkt(tx, akt),
      readLatestButNotes(tx, akt, wanted),
    ]);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    const matter = view?.state.matters[id];
    if (view === undefined || matter === undefined || !reading.matters.has(id)) {
      return fail(problem("akt.not-found", { status: 404 }));
    }
    const events = await standingViews(tx, view.state, found);
    const persons = [...new Set([facts.person, ...view.parties.map((party) => party.person)])];
    logView(tx, accessEntry(ctx, handover, { akt, matter: id, persons }), ctx.now);
    const hidden = await hiddenPersons(tx, ctx, briefs.values());
    const labels = new Map<string, PersonLabel>(
      [...briefs].map(([person, brief]) => [person, personLabel(ctx, brief, !hidden.has(person))]),
    );
    const child = labels.get(facts.person);
    if (child === undefined) throw new Error("The child of the akt has no label");
    const { pack } = ctx.app.store.packs.current(ctx.tenant, id);
    const names = new Map([...labels].map(([person, label]) => [person, label.name]));
    const sources = { pack, classes: reading.classes, events, child: facts.person, names };
    return ok({
      akt,
      matter: id,
      number: matter.number ?? null,
      today: ctx.today,
      child,
      phase: phaseOf(matter),
      startedOn: matter.startedOn,
      closedOn: matter.closedOn ?? null,
      worker: staffRef(ctx, matter.worker),
      coWorker: staffRef(ctx, matter.coWorker),
      unit: unitRef(ctx, matter.unit),
      handedOver: handedOverOf(ctx, matter, sources),
      why: reasonsOf(ctx, matter, sources),
      clocks: clocksOf(ctx, view, matter, { child, labels }),
      promised: promisesOf(ctx, matter, sources),
      contacts: contactsWithChild(ctx, sources),
      questions: questionsOf(matter, sources),
      drafts: draftsOf(ctx, drafts, id),
      letters: lettersOf(ctx, matter, sources),
    });
  });
});

/** What was said to the unit that is to receive it. */
function handedOverOf(
  ctx: RequestContext,
  { handOver }: MatterState,
  { events, classes }: HandoverSources,
): Handover["handedOver"] {
  if (handOver === undefined) return null;
  const data = classes.includes("narrative")
    ? events.find(({ event }) => event.seq === handOver.seq)?.event.body.data
    : undefined;
  return {
    to: unitRef(ctx, handOver.to)?.name ?? "",
    on: handOver.on,
    by: staffName(ctx, handOver.by),
    remaining: textOf(data?.["remaining"]) ?? null,
    toKnow: textOf(data?.["toKnow"]) ?? null,
  };
}

function clocksOf(
  ctx: RequestContext,
  view: AktView,
  matter: MatterState,
  {
    child,
    labels,
  }: { readonly child: PersonLabel; readonly labels: ReadonlyMap<string, PersonLabel> },
): Handover["clocks"] {
  if (matter.closedOn !== undefined) return [];
  const worker = matter.worker === undefined ? null : staffName(ctx, matter.worker);
  const unit = unitRef(ctx, matter.unit)?.name ?? null;
  return view.clocks
    .filter((clock) => clock.matter === matter.matter)
    .filter((clock) => stillAsks(clock, ctx.today))
    .map((clock) => {
      const subject = labels.get(clock.subject ?? "") ?? null;
      return clockShapeOf(ctx, clock, { akt: view.state.akt, child, worker, unit, subject });
    });
}

/** The signed basis has answered the questions; until then each of them is open. */
function questionsOf(
  { plan, basis }: MatterState,
  { events, classes }: HandoverSources,
): Handover["questions"] {
  if (plan === undefined || basis?.status === "signed") return [];
  const event = events.find((each) => each.event.seq === plan.seq)?.event;
  const asked = classes.includes("narrative")
    ? itemsOf(withoutCitations(event?.body.data ?? {})["questions"])
    : [];
  const words = new Map(asked.map((each) => [each.id, textOf(each["text"]) ?? ""]));
  return plan.questions.map(({ id, areas }) => ({ id, text: words.get(id) ?? "", areas }));
}

function draftsOf(ctx: RequestContext, drafts: readonly DraftLine[], id: Uuid): Handover["drafts"] {
  return drafts.flatMap(({ draft, document, matter, changedAt, changedBy }) =>
    matter === id ? [{ draft, document, changedAt, by: staffName(ctx, changedBy) }] : [],
  );
}

/** Letters that a day to answer by was set in, and that nobody has answered. A reporter is told by what they are. */
function lettersOf(
  ctx: RequestContext,
  { letters = [] }: MatterState,
  { pack, names }: HandoverSources,
): Handover["letters"] {
  const say = (list: string, code: string) => ({
    id: code,
    sv: labelOf(pack, list, code, "sv"),
    en: labelOf(pack, list, code, "en"),
  });
  return letters
    .filter(({ answeredOn, answerBy }) => answeredOn === undefined && answerBy !== undefined)
    .map(({ letter, kind, recipient, person, on, answerBy }) => {
      const name = names.get(person ?? "");
      const to =
        name === undefined
          ? say("letter-recipient", recipient)
          : wordsOf(ctx, "handover.person", { name });
      return { letter, name: say("letter-kind", kind), to, on, answerBy: answerBy ?? null };
    });
}
