import type { PersonLabel } from "../../contract/shapes.ts";
import { childPage } from "../../contract/views/child-page.ts";
import { audienceOf } from "../../domain/audience.ts";
import { coverOf } from "../../domain/unit/stand-in.ts";
import { personFieldOn, birthDateOf } from "../../domain/person/person-state.ts";
import { asksAreaLevels } from "../../domain/document-facts.ts";
import { codesOf, textOf } from "../../domain/read.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { stockholmLocal } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { stillAsks } from "../../rules/clock.ts";
import { logView } from "../../store/access-log.ts";
import { listDraftsIn, type DraftLine } from "../../store/drafts/open-draft.ts";
import { findBriefsOfAkt } from "../../store/views/person-brief.ts";
import { readAkt, type AktView, type EventView } from "../../store/views/read-akt.ts";
import { readRelationsOfAkt, type RelationLine } from "../../store/views/read-person.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry } from "../http/denied.ts";
import { ownCopyOf } from "../../print/recipients.ts";
import { handleInTx, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { glassOf } from "../http/through-glass.ts";
import { knownAnswer } from "../http/known-answers.ts";
import { areaSummaries } from "./child-areas.ts";
import { quotedEvents, withGoalEvents } from "./child-sources.ts";
import { childsWordsOf } from "./childs-voice.ts";
import { clockShapeOf } from "./clock-shape.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { wordsOf, personLabel, staffName } from "./labels.ts";
import { familyOf } from "./child-family.ts";
import { matterPart } from "./matter-view.ts";
import { mayHere } from "./may-here.ts";
import { nextStepViews } from "./next-step-view.ts";
import { siblingMatters, type SiblingMatters } from "./sibling-contacts.ts";
import { linkedReached, type LinkedMatter } from "./linked-matters.ts";
import { openAkt, type OpenedAkt } from "./open-akt.ts";

type ChildPage = AnswerOf<typeof childPage>;
/** Everybody on the page as the reader may see them, by id. */
type Labels = ReadonlyMap<string, PersonLabel>;

const MOST_DRAFTS = 50;

export const childPageHandler = handleInTx(childPage, async (ctx, { params }, tx) => {
  const akt = uuidOf(params.akt);
  // Asked together; without the right to open the akt nothing of it is shown.
  const [opened, view, drafts, briefs, ofAll, relations] = await Promise.all([
    openAkt(tx, ctx, childPage, akt),
    readAkt(tx, akt, ctx.today),
    listDraftsIn(tx, akt, MOST_DRAFTS),
    findBriefsOfAkt(tx, akt),
    quotedEvents(tx, akt),
    readRelationsOfAkt(tx, akt),
  ]);
  if ("problem" in opened) return fail(opened.problem);
  if (view === undefined) return fail(problem("akt.not-found", { status: 404 }));
  const { facts, reading } = opened;
  // Whoever reads some of the matters only gets the latest of those.
  const readsAll = reading.matters.size === facts.matters.size;
  const latest = readsAll ? ofAll : await quotedEvents(tx, akt, reading.matters);
  const quoted = await withGoalEvents(tx, view.state, reading.matters, latest);
  const events = await standingViews(tx, view.state, quoted);
  const linked = await linkedReached(tx, ctx, view);
  const siblings = waitsForDecision(view, reading.matters)
    ? await siblingMatters(tx, ctx, facts)
    : [];
  logView(tx, accessEntry(ctx, childPage, { akt, persons: [...briefs.keys()] }), ctx.now);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  const told = [
    ...linked.flatMap(({ akt: of, matter }) => [of, matter]),
    ...siblings.flatMap(({ akt: of, child, matters }) => [of, child.name, ...matters]),
  ];
  const of = [facts, view, drafts, briefs, events, relations, ...told, [...hidden].join()];
  of.push(glassUntilOf(ctx) ?? "", mayHere(ctx, facts).join());
  return knownAnswer(ctx, childPage, { about: akt, of }, () => {
    const labels = new Map(
      [...briefs].map(([person, brief]) => [person, personLabel(ctx, brief, !hidden.has(person))]),
    );
    return pageOf(ctx, opened, view, { labels, drafts, events, relations, linked, siblings });
  });
});

/** Until when the page is seen through an opening in an emergency; null where the work itself lets it. */
function glassUntilOf(ctx: RequestContext): string | null {
  const glass = glassOf(ctx);
  return glass === undefined ? null : stockholmLocal(glass.until);
}

/** Whether a report that the reader may see has no decision yet. */
function waitsForDecision({ state }: AktView, reached: ReadonlySet<Uuid>): boolean {
  return Object.values(state.matters).some(
    ({ matter, reports }) =>
      reached.has(matter) && reports.some(({ outcome }) => outcome === undefined),
  );
}

/** What was read beside the akt itself. */
interface Beside {
  readonly labels: Labels;
  readonly drafts: readonly DraftLine[];
  readonly events: readonly EventView[];
  readonly relations: readonly RelationLine[];
  /** The matters that the reader may see in the other akter about the same child. */
  readonly linked: readonly LinkedMatter[];
  readonly siblings: readonly SiblingMatters[];
}

function pageOf(
  ctx: RequestContext,
  opened: OpenedAkt,
  view: AktView,
  { labels, drafts, events, relations, linked, siblings }: Beside,
): ChildPage {
  const { facts, reading } = opened;
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const child = labelOf(labels, facts.person);
  const reached = Object.values(view.state.matters).filter(({ matter }) =>
    reading.matters.has(matter),
  );
  const follows = [...reached, ...linked.map(({ matter }) => matter)];
  const sources = { pack, classes: reading.classes, events, reached: follows, siblings };
  const matters = reached
    .toSorted((a, b) => (a.startedOn < b.startedOn ? 1 : -1))
    .map((matter) => ({
      ...matterPart(ctx, matter, sources),
      // Who only reads in an emergency has no steps to take.
      steps: glassOf(ctx) === undefined ? nextStepViews(ctx, view, facts, matter.matter) : [],
      clocks: clocksOf(ctx, view, matter.matter, child, labels),
    }));
  return {
    akt: facts.akt,
    child,
    person: facts.person,
    glassUntil: glassUntilOf(ctx),
    may: mayHere(ctx, facts),
    linkedAkter: (view.state.linked ?? []).map((link) => link.akt),
    twoInvestigations: reached.some(runs) ? linked.flatMap(runningIn) : [],
    birthDate: birthDateOf(view.child, ctx.today) ?? null,
    ownCopy: ownCopyOf(view.child, ctx.today),
    parties: partiesOf(ctx, view, labels),
    areaLevelsAsked: asksAreaLevels(pack, ctx.organisation.state.asked ?? []),
    family: familyOf(ctx, view, labels, relations),
    protection: protectionOf(ctx, opened, view),
    matters,
    otherMatters: facts.matters.size - reading.matters.size,
    childsWords: reading.classes.includes("narrative") ? childsWordsOf(ctx, pack, events) : [],
    areas: areaSummaries(view.state, reading.matters, pack, events),
    drafts: drafts.flatMap(({ draft, document, matter, item, changedAt, changedBy }) =>
      matter === null || !reading.matters.has(matter)
        ? []
        : [{ draft, document, matter, item, changedAt, by: staffName(ctx, changedBy) }],
    ),
  };
}

function runs({ investigation }: MatterState): boolean {
  return investigation !== undefined && investigation.closedOn === undefined;
}

function runningIn({ akt, matter }: LinkedMatter): ChildPage["twoInvestigations"] {
  const { investigation, number = null } = matter;
  if (investigation === undefined || !runs(matter)) return [];
  return [{ akt, number, openedOn: investigation.openedOn }];
}

function labelOf(labels: Labels, person: Uuid): PersonLabel {
  const label = labels.get(person);
  if (label === undefined) throw new Error("A person of the akt has no label");
  return label;
}

/** The child first, then guardians, then others; each with the relation in words. */
function partiesOf(ctx: RequestContext, view: AktView, labels: Labels): ChildPage["parties"] {
  return view.parties.map(({ person, kind }) => {
    const word = kind === "child" ? "party.child" : `relation.${view.kinOf.get(person) ?? "other"}`;
    const label = labelOf(labels, person);
    const audience = audienceOf(person, view.child.person, view.guardianOrder);
    return { person, kind, label, relation: wordsOf(ctx, word), audience };
  });
}

function clocksOf(
  ctx: RequestContext,
  view: AktView,
  matter: Uuid,
  child: ChildPage["child"],
  labels: Labels,
): ChildPage["matters"][number]["clocks"] {
  const state = view.state.matters[matter];
  const unit = ctx.organisation.state.units.find((each) => each.unit === state?.unit)?.name ?? null;
  const worker = state?.worker === undefined ? null : staffName(ctx, state.worker);
  return view.clocks
    .filter((clock) => clock.matter === matter && state?.closedOn === undefined)
    .filter((clock) => stillAsks(clock, ctx.today))
    .map((clock) => {
      const subject = labels.get(clock.subject ?? "") ?? null;
      return clockShapeOf(ctx, clock, { akt: view.state.akt, child, worker, unit, subject });
    });
}

/** Those who stand in today for some of the staff. */
function standingIn(
  { organisation: { state }, today }: RequestContext,
  staff: readonly (string | undefined)[],
): readonly string[] {
  return state.absences
    .filter((absence) => staff.includes(absence.staff))
    .flatMap((absence) => (absence.from <= today ? (coverOf(state, absence, today) ?? []) : []));
}

/** That data are protected and who may see them; never that an identity is fictitious. */
function protectionOf(
  ctx: RequestContext,
  { facts }: OpenedAkt,
  view: AktView,
): ChildPage["protection"] {
  if (!facts.protected) return null;
  const level = textOf(personFieldOn(view.child, "protectionLevel", ctx.today)) ?? "";
  const open = [...facts.matters.values()].filter((matter) => !matter.closed);
  const allocated = open.flatMap(({ worker, coWorker }) => [worker, coWorker]);
  const managers = ctx.organisation.state.staff.filter(
    (member) => member.role === "unit-manager" && open.some(({ unit }) => unit === member.unit),
  );
  const named = codesOf(personFieldOn(view.child, "protectionStaff", ctx.today)).flatMap(
    (id) => parseUuid(id) ?? [],
  );
  const workers = named.length > 0 ? named : allocated;
  const theirs = [...workers, ...managers.map((member) => member.staff)];
  const who = [...theirs, ...standingIn(ctx, theirs)];
  const names = who.map((staff) => staffName(ctx, staff)).filter((name) => name !== "");
  return {
    level: level === "fictitious" ? "protected-registration" : level,
    whoMaySee: [...new Set(names)],
  };
}
