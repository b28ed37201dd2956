import { occasions } from "../../contract/views/occasions.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { Answers, RecordedEvent } from "../../domain/event.ts";
import { OCCASIONS, occasionFilling, occasionItems } from "../../domain/notes/occasions.ts";
import { itemsOf, numberOf } from "../../domain/read.ts";
import { markOf } from "../../domain/record/apply-mark.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { readAktState, readEvents } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { accessEntry } from "../http/denied.ts";
import { type AnswerOf, handleInTx, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import type { chronologyEntry } from "../../contract/views/chronology.ts";
import { openAkt } from "./open-akt.ts";
import { shownMark } from "./shown-mark.ts";
import { visibleAnswers } from "./visible-answers.ts";

const BASIS = "decision-basis";

/** How the child took part so far, for the one who writes the basis; the look is logged. */
export const occasionsHandler = handleInTx(occasions, async (ctx, { params }, tx) => {
  const [akt, matter] = [uuidOf(params.akt), uuidOf(params.matter)];
  const opened = await openAkt(tx, ctx, occasions, akt);
  if ("problem" in opened) return fail(opened.problem);
  const state = await readAktState(tx, akt);
  const own = state?.matters[matter];
  if (state === undefined || own === undefined || !opened.reading.matters.has(matter)) {
    return fail(problem("matter.not-found", { status: 404 }));
  }
  const found = await readEvents(tx, akt, occasionFilling.entries(own));
  const views = await standingViews(tx, state, [...found.values()]);
  const events = views.map(({ event }) => event);
  const items = occasionItems(akt, events);
  const persons = [opened.facts.person];
  logView(tx, accessEntry(ctx, occasions, { akt, matter, persons }), ctx.now);
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  return ok({
    answers: visibleAnswers(pack, BASIS, { [OCCASIONS]: items }, opened.reading.classes),
    corrected: items.flatMap(({ id, entry }) =>
      markOf(own, numberOf(entry) ?? 0)?.kind === "corrected" ? [uuidOf(id)] : [],
    ),
  });
});

type Shown = AnswerOf<typeof chronologyEntry>["occasions"];

/** What became, since a version was made, of the entries by which it tells the child's participation. */
export function occasionMarks(
  ctx: RequestContext,
  state: AktState | undefined,
  { matter, body }: RecordedEvent,
): Shown {
  return itemsOf(body.content?.[OCCASIONS]).flatMap((item) => {
    const mark = shownMark(ctx, state, matter ?? null, numberOf(item["entry"]) ?? 0);
    return mark === null ? [] : [{ item: uuidOf(item.id), mark }];
  });
}

/** Of an entry that turned out to be about another child, a version tells its day and kind alone. */
const SAFE: ReadonlySet<string> = new Set(["id", "entry", "kind", "act", "on"]);

/** The content without what was said of another child; that it stood here is told by its mark. */
export function withoutMovedOccasions(content: Answers, marks: Shown): Answers {
  const gone = marks.flatMap(({ item, mark }): string[] => (mark.kind === "moved" ? [item] : []));
  if (gone.length === 0) return content;
  const items = itemsOf(content[OCCASIONS]).map((item) => {
    const told = Object.entries(item).filter(([field]) => SAFE.has(field));
    return gone.includes(item.id) ? { ...Object.fromEntries(told), id: item.id } : item;
  });
  return { ...content, [OCCASIONS]: items };
}
