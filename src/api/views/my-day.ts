import { findFactsOfAkter, mayInMatter, type AktFacts } from "../../access/akt-reach.ts";
import type { ClockShape } from "../../contract/shapes.ts";
import { myDay } from "../../contract/views/my-day.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { logView } from "../../store/access-log.ts";
import { listDraftsOf, type DraftLine } from "../../store/drafts/open-draft.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { dayGroups, listDay, type DayLine, type DayScope } from "../../store/views/list-day.ts";
import { findWaiting } from "../../store/views/list-matters.ts";
import {
  listProtectionReviews,
  type ProtectionReviewLine,
} from "../../store/views/list-protection-reviews.ts";
import { findBriefs, type PersonBrief } from "../../store/views/person-brief.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx, type RequestContext } from "../http/handler.ts";
import { clockShapes, nameLines } from "./clock-lines.ts";
import { knownAnswer } from "../http/known-answers.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { personLabel } from "./labels.ts";
import { waitingGlass } from "../glass/waiting-glass.ts";
import { dutyScopeOf, standsInPart } from "./stand-in-words.ts";
import { viewerOf } from "./viewer.ts";

/** Of each group: what a page shows first, and at most. */
const CLOCKS_OF_GROUP = { first: 15, all: 200 } as const;
const MOST_DRAFTS = 20;

export const myDayHandler = handleInTx(myDay, async (ctx, { query }, tx) => {
  const scope: DayScope =
    query.scope === "mine"
      ? { kind: "mine", staff: ctx.actor.staff, duty: dutyScopeOf(ctx) }
      : { kind: "unit", unit: ctx.actor.unit };
  const viewer = viewerOf(ctx, myDay.action, myDay.purpose);
  const bounds = { today: ctx.today, limit: CLOCKS_OF_GROUP[query.show] };
  const [lines, drafts, waiting] = await Promise.all([
    listDay(tx, scope, viewer, bounds),
    draftsOf(tx, ctx),
    findWaiting(tx, ctx.actor.unit, ctx.today),
  ]);
  const unassigned = waiting.unallocated;
  const glass = await waitingGlass(tx, ctx, waiting.glass);
  const reviews = waiting.reviews ? await reviewsOf(tx, ctx, query.scope) : [];
  const named = await nameLines(tx, ctx, lines);
  const persons = [
    ...named.persons,
    ...drafts.flatMap(({ child }) => child?.person ?? []),
    ...reviews.map(({ person }) => person),
  ];
  logView(tx, accessEntry(ctx, myDay, { persons }), ctx.now);
  const ofDrafts = drafts.flatMap(({ line, child }) => [line, child]);
  const told = `${glass?.waiting} ${glass?.late} ${JSON.stringify(reviews)}`;
  const of = [lines, named.briefs, [...named.hidden].join(), unassigned, told, ...ofDrafts];
  return knownAnswer(ctx, myDay, { about: `${query.scope} ${query.show}`, of }, () => ({
    today: ctx.today,
    ...dayOf(lines, clockShapes(ctx, named)),
    drafts: drafts.map((draft) => draftShape(ctx, draft)),
    protection: reviews.map((line) => reviewShape(ctx, line)),
    unassigned,
    glass,
    standsIn: standsInPart(ctx),
  }));
});

/** Protection that is to be examined, of those alone whom the one who asks works with. */
async function reviewsOf(
  tx: Tx,
  ctx: RequestContext,
  scope: "mine" | "unit",
): Promise<readonly ProtectionReviewLine[]> {
  const unit = scope === "unit" ? ctx.actor.unit : undefined;
  const lines = await listProtectionReviews(tx, ctx.actor.staff, unit, ctx.today);
  if (lines.length === 0) return lines;
  const hidden = await hiddenPersons(tx, ctx, lines);
  return lines.filter(({ person }) => !hidden.has(person));
}

function reviewShape(ctx: RequestContext, line: ProtectionReviewLine) {
  return { akt: line.akt, person: personLabel(ctx, line), dueOn: line.dueOn };
}

function draftShape(ctx: RequestContext, { line, child }: ShownDraft) {
  return {
    draft: line.draft,
    akt: line.akt,
    matter: line.matter,
    item: line.item,
    child: child === undefined ? null : personLabel(ctx, child),
    document: line.document,
    changedAt: line.changedAt,
  };
}

/** The lines in their groups, and how many of all are late or due today; `clocks` in the order of the lines. */
function dayOf(lines: readonly DayLine[], clocks: readonly ClockShape[]) {
  let late = 0;
  let dueToday = 0;
  const groups = dayGroups.map((id) => {
    const here = clocks.filter((_, at) => lines[at]?.group === id);
    const first = lines.find((line) => line.group === id);
    if (id !== "waiting") {
      late += first?.late ?? 0;
      dueToday += first?.dueToday ?? 0;
    }
    return { id, clocks: here, more: (first?.inGroup ?? 0) - here.length };
  });
  return { groups, late, dueToday };
}

interface ShownDraft {
  readonly line: DraftLine;
  readonly child: PersonBrief | undefined;
}

/** Drafts somebody began, without those in akter that are out of reach by now. */
async function draftsOf(tx: Tx, ctx: RequestContext): Promise<readonly ShownDraft[]> {
  const lines = await listDraftsOf(tx, ctx.actor.staff, MOST_DRAFTS);
  const akter = await findFactsOfAkter(
    tx,
    lines.flatMap(({ akt }) => akt ?? []),
  );
  const shown = lines.filter((line) => isReached(ctx, line, akter));
  const briefs = await findBriefs(
    tx,
    shown.flatMap(({ person }) => person ?? []),
  );
  return shown.map((line) => ({
    line,
    child: line.person === null ? undefined : briefs.get(line.person),
  }));
}

function isReached(
  ctx: RequestContext,
  line: DraftLine,
  akter: ReadonlyMap<Uuid, AktFacts>,
): boolean {
  if (line.akt === null) return true;
  const facts = akter.get(line.akt);
  const matter: Uuid = line.matter ?? line.akt;
  return (
    facts !== undefined &&
    "allow" in mayInMatter(ctx.actor, "draft.write", myDay.purpose, facts, matter)
  );
}
