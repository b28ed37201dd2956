import { listSources } from "../../contract/sources/list-sources.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { readChronology, type ChronologyRow } from "../../store/views/chronology-page.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAktState, readEvent, readLatestButNotes } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { lineOf, personsIn } from "../views/chronology-line.ts";
import { hiddenPersons } from "../views/hidden-persons.ts";
import { staffName, wordsOf } from "../views/labels.ts";
import { openAkt } from "../views/open-akt.ts";
import {
  KIND_OF_TYPE,
  type Source,
  sourcesOf,
  statementsOf,
  TYPES_WITH_PARTS,
} from "./sources-of.ts";

const MOST = 1000;

export const listSourcesHandler = handle(listSources, async (ctx, { params }) => {
  const [akt, matter] = [uuidOf(params.akt), uuidOf(params.matter)];
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, listSources, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    const state = await readAktState(tx, akt);
    const own = state?.matters[matter];
    if (state === undefined || own === undefined || !reading.matters.has(matter)) {
      return fail(problem("matter.not-found", { status: 404 }));
    }
    const showsText = reading.classes.includes("narrative");
    const [page, parts] = await Promise.all([
      readChronology(tx, akt, {
        limit: MOST,
        only: { matter, types: Object.keys(KIND_OF_TYPE) },
      }),
      readLatestButNotes(tx, akt, { types: TYPES_WITH_PARTS, matters: [matter], limit: MOST }),
    ]);
    const found = new Map(
      (await standingViews(tx, state, parts)).map((view) => [view.event.seq, view]),
    );
    const { lines, persons } = await linesOf(tx, ctx, page.lines, { state, showsText });
    const about = { akt, matter, persons: [facts.person, ...persons] };
    logView(tx, accessEntry(ctx, listSources, about), ctx.now);
    const pack = ctx.app.store.packs.current(ctx.tenant).pack;
    const entries = lines.flatMap(({ seq, type, on, by, sv, en, excerpt, mark }) =>
      sourcesOf(
        {
          entry: seq,
          kind: KIND_OF_TYPE[type] ?? "",
          on,
          by,
          sv: withoutStop(sv),
          en: withoutStop(en),
          excerpt,
          mark: mark === null ? null : { kind: mark.kind, on: mark.on },
        },
        found.get(seq),
        pack,
      ),
    );
    const statements = showsText ? await statementsIn(tx, ctx, akt, own) : [];
    return ok({ sources: [...entries, ...statements], complete: page.before === undefined });
  });
});

/** The lines as sentences, with the persons they name. */
async function linesOf(
  tx: Tx,
  ctx: RequestContext,
  rows: readonly ChronologyRow[],
  about: {
    readonly state: Parameters<typeof lineOf>[2]["state"];
    readonly showsText: boolean;
  },
) {
  const briefs = await findBriefs(tx, [...new Set(personsIn(rows))]);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  const pack = ctx.app.store.packs.current(ctx.tenant).pack;
  const words = { pack, briefs, hidden, state: about.state, reasons: new Map<number, string>() };
  return {
    lines: rows.map((row) => lineOf(ctx, row, words, about.showsText)),
    persons: [...briefs.keys()],
  };
}

/** The statements of the latest version of the decision basis. */
async function statementsIn(
  tx: Tx,
  ctx: RequestContext,
  akt: Uuid,
  { basis }: MatterState,
): Promise<readonly Source[]> {
  const found = basis === undefined ? undefined : await readEvent(tx, akt, basis.seq);
  if (found === undefined) return [];
  const { sv, en } = wordsOf(ctx, "source.statement");
  const whole = {
    entry: found.event.seq,
    kind: "",
    on: stockholmDate(found.event.occurredAt),
    by: staffName(ctx, found.event.actor),
    sv,
    en,
    mark: null,
  };
  return statementsOf(whole, found);
}

/** A sentence as the name of a source. */
function withoutStop(sentence: string): string {
  return sentence.endsWith(".") ? sentence.slice(0, -1) : sentence;
}
