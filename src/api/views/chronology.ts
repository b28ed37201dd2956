import { chronology } from "../../contract/views/chronology.ts";
import { markOf } from "../../domain/record/apply-mark.ts";
import { fail } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readChronology } from "../../store/views/chronology-page.ts";
import { findBriefs, findBriefsOfAkt, type PersonBrief } from "../../store/views/person-brief.ts";
import { readAktState } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { knownAnswer } from "../http/known-answers.ts";
import { lineOf, personsIn } from "./chronology-line.ts";
import { hiddenPersons } from "./hidden-persons.ts";
import { openAkt, readableOf } from "./open-akt.ts";
import { movingReasons } from "./shown-move.ts";
import { storyWanted } from "./story-query.ts";

const LINES_A_PAGE = 50;

export const chronologyHandler = handleInTx(chronology, async (ctx, { params, query }, tx) => {
  const akt = uuidOf(params.akt);
  const wanted = storyWanted(query);
  if (!wanted.ok) return wanted;
  const page = { limit: LINES_A_PAGE, ...wanted.value };
  // Asked together; without the right to open the akt nothing of the page is shown.
  const [opened, family, ofAll, state] = await Promise.all([
    openAkt(tx, ctx, chronology, akt),
    findBriefsOfAkt(tx, akt),
    readChronology(tx, akt, page),
    readAktState(tx, akt),
  ]);
  if ("problem" in opened) return fail(opened.problem);
  const { facts, reading } = opened;
  // What concerns no matter belongs to the akt itself; other matters only as far as they may be read.
  const readable = readableOf(opened);
  const shown =
    readable === undefined
      ? ofAll
      : await readChronology(tx, akt, { ...page, only: { ...page.only, readable } });
  const { lines: rows, before } = shown;
  const briefs = await briefsOf(tx, personsIn(rows), family);
  const hidden = await hiddenPersons(tx, ctx, briefs.values());
  const marks = rows.map(({ matter: of, seq }) => markOf(state?.matters[of ?? ""], seq));
  const reasons = await movingReasons(tx, akt, marks);
  const pack = ctx.app.store.packs.current(ctx.tenant).pack;
  const persons = [facts.person, ...briefs.keys()];
  logView(tx, accessEntry(ctx, chronology, { akt, persons }), ctx.now);
  const showsText = reading.classes.includes("narrative");
  const words = { pack, briefs, hidden, state, reasons };
  // The briefs are part of it where they are the family's; others, and reasons, are read for some pages only.
  const others = [...briefs].flatMap((each) => (family.get(each[0]) === each[1] ? [] : each));
  const rest = [showsText, [...hidden].join(), ...others, ...[...reasons].flat()];
  const about = `${akt} ${JSON.stringify(query)}`;
  return knownAnswer(
    ctx,
    chronology,
    { about, of: [facts, shown, family, state, ...rest] },
    () => ({
      lines: rows.map((row) => lineOf(ctx, row, words, showsText)),
      cursor: before === undefined ? null : `${before.on}.${before.seq}`,
    }),
  );
});

/** The briefs of some persons: most are of the family, which is known already. */
export async function briefsOf(
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
