import { chronology } from "../../contract/views/chronology.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { readChronology } from "../../store/views/chronology-page.ts";
import { findBriefs, findBriefsOfAkt, type PersonBrief } from "../../store/views/person-brief.ts";
import { readAktState } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { lineOf, personsIn } from "./chronology-line.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { openAkt } from "./open-akt.ts";

const LINES_A_PAGE = 50;

export const chronologyHandler = handle(chronology, async (ctx, { params, query }) => {
  const akt = uuidOf(params.akt);
  const matter = maybeUuid(query.matter);
  const before = Number.parseInt(query.cursor ?? "", 10);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    // Asked together; without the right to open the akt nothing of the page is shown.
    const [opened, family, page] = await Promise.all([
      openAkt(tx, ctx, chronology, akt),
      findBriefsOfAkt(tx, akt),
      readChronology(tx, akt, {
        limit: LINES_A_PAGE,
        ...(Number.isSafeInteger(before) ? { before } : {}),
        ...(matter === undefined ? {} : { matter }),
        ...(query.kind === undefined ? {} : { types: [query.kind] }),
      }),
    ]);
    if ("problem" in opened) return fail(opened.problem);
    const { facts, reading } = opened;
    // What concerns no matter belongs to the akt itself; other matters only as far as they may be read.
    const rows = page.lines.filter((row) => row.matter === null || reading.matters.has(row.matter));
    const briefs = await briefsOf(tx, personsIn(rows), family);
    const hidden = await hiddenPersons(tx, ctx, briefs.values());
    const state = await readAktState(tx, akt);
    const pack = ctx.app.store.packs.current(ctx.tenant).pack;
    const persons = [facts.person, ...briefs.keys()];
    logView(tx, accessEntry(ctx, chronology, { akt, persons }), ctx.now);
    const showsText = reading.classes.includes("narrative");
    return ok({
      lines: rows.map((row) => lineOf(ctx, row, { pack, briefs, hidden, state }, showsText)),
      cursor: page.before === undefined ? null : String(page.before),
    });
  });
});

/** The briefs of some persons: most are of the family, which is known already. */
async function briefsOf(
  tx: Tx,
  persons: readonly Uuid[],
  family: ReadonlyMap<Uuid, PersonBrief>,
): Promise<ReadonlyMap<Uuid, PersonBrief>> {
  const others = await findBriefs(
    tx,
    persons.filter((person) => !family.has(person)),
  );
  const named = new Set(persons);
  return new Map([...[...family].filter(([person]) => named.has(person)), ...others]);
}
