import { findFactsOfAkter, mayReadAkt, type AktFacts } from "../../access/akt-reach.ts";
import type { PersonLabel } from "../../contract/shapes.ts";
import { siblings } from "../../contract/views/siblings.ts";
import type { AktState, MatterState } from "../../domain/akt-state.ts";
import { phaseOf } from "../../domain/phase.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { parseUuid } from "../../kernel/ids.ts";
import { fail, ok } from "../../kernel/result.ts";
import { stillAsks, type Clock } from "../../rules/clock.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAktState, type EventView } from "../../store/views/read-akt.ts";
import { readClocksOf, siblingAkter } from "../../store/views/read-siblings.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { areaSummaries } from "./child-areas.ts";
import { quotedEvents } from "./child-sources.ts";
import { childsWordsOf } from "./childs-voice.ts";
import { clockShapeOf } from "./clock-shape.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { personLabel, staffName, unitRef } from "./labels.ts";
import { openAkt, type OpenedAkt } from "./open-akt.ts";

type Child = AnswerOf<typeof siblings>["children"][number];

const MOST_WORDS = 3;

/** One child of the brood with everything its part is made of; nothing in it comes from another akt. */
interface Part {
  readonly opened: OpenedAkt;
  readonly state: AktState;
  readonly events: readonly EventView[];
  readonly clocks: readonly Clock[];
  readonly child: PersonLabel;
  /** Parties of this child's matters that its clocks are about, as far as the reader may see their names. */
  readonly names: ReadonlyMap<string, PersonLabel>;
}

export const siblingsHandler = handle(siblings, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, siblings, akt);
    if ("problem" in opened) return fail(opened.problem);
    const others = await siblingAkter(tx, opened.facts.person, ctx.today);
    const facts = await findFactsOfAkter(
      tx,
      others.filter((other) => other !== akt),
    );
    const readable = [opened, ...[...facts.values()].flatMap((each) => openedOf(ctx, each))];
    const parts = await partsOf(tx, ctx, readable.filter(hasRunning));
    return ok({ today: ctx.today, children: parts.map((part) => childOf(ctx, part)) });
  });
});

/** A sibling counts only as far as its own akt may be read by the one who asks. */
function openedOf(ctx: RequestContext, facts: AktFacts): readonly OpenedAkt[] {
  const reading = mayReadAkt(ctx.actor, siblings.action, siblings.purpose, facts);
  return "deny" in reading ? [] : [{ facts, reading }];
}

function hasRunning({ facts, reading }: OpenedAkt): boolean {
  return [...facts.matters].some(([matter, { closed }]) => !closed && reading.matters.has(matter));
}

async function partsOf(
  tx: Tx,
  ctx: RequestContext,
  all: readonly OpenedAkt[],
): Promise<readonly Part[]> {
  const akter = all.map(({ facts }) => facts.akt);
  const [briefs, clocks, read] = await Promise.all([
    findBriefs(
      tx,
      all.map(({ facts }) => facts.person),
    ),
    readClocksOf(tx, akter),
    Promise.all(all.map((opened) => readOne(tx, opened))),
  ]);
  const names = await namesOf(tx, ctx, [...clocks.values()].flat());
  const parts = all.flatMap((opened, at): readonly Part[] => {
    const { akt, person } = opened.facts;
    const brief = briefs.get(person);
    const own = read[at];
    if (brief === undefined || own === undefined) return [];
    logView(tx, accessEntry(ctx, siblings, { akt, persons: [person] }), ctx.now);
    const child = personLabel(ctx, brief);
    return [{ opened, ...own, clocks: clocks.get(akt) ?? [], child, names }];
  });
  return parts.toSorted((a, b) => (b.child.age ?? 0) - (a.child.age ?? 0));
}

/** The names of whom clocks are about beside the child itself. */
async function namesOf(
  tx: Tx,
  ctx: RequestContext,
  clocks: readonly Clock[],
): Promise<ReadonlyMap<string, PersonLabel>> {
  const subjects = clocks.flatMap(({ subject }) => parseUuid(subject ?? "") ?? []);
  const briefs = await findBriefs(tx, subjects);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  return new Map([...briefs].map(([id, brief]) => [id, personLabel(ctx, brief, !hidden.has(id))]));
}

async function readOne(
  tx: Tx,
  { facts, reading }: OpenedAkt,
): Promise<Pick<Part, "state" | "events"> | undefined> {
  const [state, quoted] = await Promise.all([
    readAktState(tx, facts.akt),
    quotedEvents(tx, facts.akt, reading.matters),
  ]);
  if (state === undefined) return undefined;
  return { state, events: await standingViews(tx, state, quoted) };
}

function childOf(ctx: RequestContext, part: Part): Child {
  const { opened, state, events, child } = part;
  const { facts, reading } = opened;
  const running = Object.values(state.matters).filter(
    ({ matter, closedOn }) => closedOn === undefined && reading.matters.has(matter),
  );
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const readsText = reading.classes.includes("narrative");
  const talk = events.find(({ event }) => event.type === "talk.signed")?.event;
  return {
    akt: facts.akt,
    child,
    matters: running.map((matter) => ({
      matter: matter.matter,
      startedOn: matter.startedOn,
      phase: phaseOf(matter),
      worker: matter.worker === undefined ? null : staffName(ctx, matter.worker),
    })),
    protection: running.flatMap(protectionOf),
    clocks: clocksOf(ctx, part, running),
    words: readsText ? childsWordsOf(ctx, pack, events).slice(0, MOST_WORDS) : [],
    lastTalkOn: talk === undefined ? null : stockholmDate(talk.occurredAt),
    areas: areaSummaries(state, new Set(running.map(({ matter }) => matter)), pack, events),
  };
}

function protectionOf({ reports }: MatterState): Child["protection"] {
  return reports.flatMap(({ protection }) =>
    protection === undefined ? [] : [{ on: protection.assessedOn, outcome: protection.outcome }],
  );
}

function clocksOf(
  ctx: RequestContext,
  { opened, clocks, child, names }: Part,
  running: readonly MatterState[],
): Child["clocks"] {
  const byMatter = new Map<string, MatterState>(running.map((matter) => [matter.matter, matter]));
  return clocks
    .filter((clock) => stillAsks(clock, ctx.today))
    .flatMap((clock) => {
      const matter = byMatter.get(clock.matter);
      if (matter === undefined) return [];
      const worker = matter.worker === undefined ? null : staffName(ctx, matter.worker);
      const unit = unitRef(ctx, matter.unit)?.name ?? null;
      const subject = names.get(clock.subject ?? "") ?? null;
      const place = { akt: opened.facts.akt, child, worker, unit, subject };
      return [clockShapeOf(ctx, clock, place)];
    });
}
