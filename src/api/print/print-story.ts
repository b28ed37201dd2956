import { printStory } from "../../contract/print/print-story.ts";
import { guardianOrder } from "../../domain/audience.ts";
import type { AktState } from "../../domain/akt-state.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { PartyFacts } from "../../print/facts.ts";
import { partyRole } from "../../print/frame.ts";
import { dayInWords, say } from "../../print/print-texts.ts";
import { recipientsOn } from "../../print/recipients.ts";
import { buildStory, type StoryPrintFacts } from "../../print/story/build-story.ts";
import { kindOf } from "../../spec/story.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { readChronology, type ChronologyRow } from "../../store/views/chronology-page.ts";
import { findBriefsOfAkt, type PersonBrief } from "../../store/views/person-brief.ts";
import { readAkt, type AktView } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type Reply, type RequestContext } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { briefsOf } from "../views/chronology.ts";
import { lineOf, personsIn } from "../views/chronology-line.ts";
import { hiddenPersons } from "../views/hidden-persons.ts";
import { personLabel } from "../views/labels.ts";
import { readableOf, type OpenedAkt } from "../views/open-akt.ts";
import { openPaper } from "../views/open-paper.ts";
import { storyWanted, type StoryQuery } from "../views/story-query.ts";
import { linesForParty } from "./story-copy.ts";

/** More than this takes the typesetter longer than anybody waits; a shorter period is asked for. */
const MOST_LINES = 6000;

export const printStoryHandler = handle(
  printStory,
  async (ctx, { params, query }): Promise<Reply<unknown>> => {
    const facts = await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
      readFacts(tx, ctx, uuidOf(params.akt), query),
    );
    if (!facts.ok) return facts;
    const pdf = await ctx.app.renderer.render(buildStory(facts.value));
    if (!pdf.ok) return pdf;
    const name = `${say("story.file")}-${stockholmDate(ctx.now)}.pdf`;
    return {
      ok: true,
      file: { bytes: pdf.value, mediaType: "application/pdf", name, inline: true },
    };
  },
);

/** For whom a copy is: the unit, or a party with its right to one. */
type Copy = { readonly party: PartyFacts | undefined };

async function readFacts(
  tx: Tx,
  ctx: RequestContext,
  akt: Uuid,
  query: StoryQuery & { readonly recipient: string },
): Promise<Result<StoryPrintFacts>> {
  const wanted = storyWanted(query);
  if (!wanted.ok) return wanted;
  const opened = await openPaper(tx, ctx, printStory, akt);
  if ("problem" in opened) return fail(opened.problem);
  const view = await readAkt(tx, akt, ctx.today);
  if (view === undefined) return fail(problem("akt.not-found", { status: 404 }));
  const copy = copyOf(ctx, view, query.recipient);
  if (copy === undefined) return fail(problem("print.recipient-not-party", { status: 409 }));
  const readable = readableOf(opened);
  const only = { ...wanted.value.only, ...(readable === undefined ? {} : { readable }) };
  const page = await readChronology(tx, akt, { limit: MOST_LINES, only });
  if (page.before !== undefined) {
    return fail(problem("print.story-too-long", { status: 409, params: { n: MOST_LINES } }));
  }
  const { party } = copy;
  const rows =
    party === undefined ? page.lines : linesForParty(page.lines, view.state, party.person);
  const family = await findBriefsOfAkt(tx, akt);
  const briefs = await briefsOf(tx, [...personsIn(rows), view.child.person], family);
  const persons = [
    ...new Set([opened.facts.person, ...(party === undefined ? [] : [party.person])]),
  ];
  logView(tx, accessEntry(ctx, printStory, { akt, persons }), ctx.now);
  const hidden = await hiddenFor(tx, ctx, party, view.child.person, briefs);
  return ok({
    ...frameOf(ctx, view, party, briefs),
    narrowed: narrowedTo(query),
    lines: linesOf(ctx, opened, rows, { briefs, hidden, state: view.state, party }),
  });
}

function copyOf(ctx: RequestContext, view: AktView, recipient: string): Copy | undefined {
  if (recipient === "internal") return { party: undefined };
  const person = maybeUuid(recipient);
  const order = view.guardianOrder.length > 0 ? view.guardianOrder : guardianOrder([]);
  const party = recipientsOn(view.child, view.guardians, ctx.today, order).find(
    (one) => one.person === person,
  );
  return party === undefined ? undefined : { party };
}

/** To a party nobody with protected data is named but itself and the child; to the unit as on the page. */
async function hiddenFor(
  tx: Tx,
  ctx: RequestContext,
  party: PartyFacts | undefined,
  child: Uuid,
  briefs: ReadonlyMap<Uuid, PersonBrief>,
): Promise<ReadonlySet<Uuid>> {
  if (party === undefined) return hiddenPersons(tx, ctx, briefs.values());
  const others = [...briefs.values()].filter(
    (brief) => brief.protected && brief.person !== party.person && brief.person !== child,
  );
  return new Set(others.map(({ person }) => person));
}

function frameOf(
  ctx: RequestContext,
  view: AktView,
  party: PartyFacts | undefined,
  briefs: ReadonlyMap<Uuid, PersonBrief>,
): Omit<StoryPrintFacts, "narrowed" | "lines"> {
  const { board } = ctx.organisation;
  const child = briefs.get(view.child.person);
  return {
    akt: view.state.akt,
    child: child === undefined ? "" : personLabel(ctx, child).name,
    party: party === undefined ? undefined : { name: party.name, role: partyRole(party.kind) },
    board: { name: board.name, synthetic: board.synthetic },
    maker: ctx.staff.name,
    at: ctx.now,
  };
}

/** What the reader chose, in words; a matter is told by that it is one only. */
function narrowedTo({ kind, matter, from, to }: StoryQuery): readonly string[] {
  const days = (id: "story.from" | "story.to", day: string | undefined) => {
    const parsed = day === undefined ? undefined : storyWanted({ from: day });
    const date = parsed?.ok === true ? parsed.value.only.from : undefined;
    return date === undefined ? [] : [say(id, { day: dayInWords(date) })];
  };
  return [
    ...(kind === undefined ? [] : [say("story.kind", { kind: kindOf(kind)?.sv ?? kind })]),
    ...(matter === undefined ? [] : [say("story.matter")]),
    ...days("story.from", from),
    ...days("story.to", to),
  ];
}

interface LineSources {
  readonly briefs: ReadonlyMap<Uuid, PersonBrief>;
  readonly hidden: ReadonlySet<Uuid>;
  readonly state: AktState;
  readonly party: PartyFacts | undefined;
}

function linesOf(
  ctx: RequestContext,
  { reading }: OpenedAkt,
  rows: readonly ChronologyRow[],
  { briefs, hidden, state, party }: LineSources,
): StoryPrintFacts["lines"] {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const showsText = party === undefined && reading.classes.includes("narrative");
  // Why a line was moved to another akt stands in the entry, and has no place on paper.
  const words = { pack, briefs, hidden, state, reasons: new Map<number, string>() };
  return rows.map((row) => {
    const line = lineOf(ctx, row, words, showsText);
    const { mark } = line;
    return {
      on: row.on,
      by: line.by,
      sentence: line.sv,
      source: line.source.sv,
      excerpt: line.excerpt,
      mark: mark === null ? null : say(`story.${mark.kind}`, { by: mark.by }),
    };
  });
}
