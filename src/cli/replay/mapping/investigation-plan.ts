import { z } from "zod";
import type { CaseEvent } from "../case-file.ts";
import { instrumentNamed } from "./registers.ts";
import {
  answersOf,
  codeOf,
  inEachMatter,
  itemOf,
  leaveOut,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";

const text = z.string().nullish();

const made = z.looseObject({
  questions: z.array(z.looseObject({ text: z.string(), areas: z.array(z.string()) })),
  contacts: z.array(z.string()).nullish(),
  talksWithChild: text,
  instruments: z.array(z.string()).nullish(),
  timetable: text,
  childParticipation: text,
  views: text,
});
const revised = z.looseObject({ text: z.string() });

/** The investigation plan and its changes. */
export const planKinds: Readonly<Record<string, KindMapping>> = {
  "plan.made": mapping(made, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "plan.make",
      ids: {},
      data: planAnswers(event, data, matter, ctx),
      requires: [],
    })),
  ),
  // A case tells what changed in words; the rest of the plan stands as it was.
  "plan.revised": mapping(revised, (event, data, ctx) =>
    inEachMatter(event, (matter) => {
      const before = ctx.timeline.before(ctx.place, matter, ["plan.made"]).at(-1)?.event;
      if (before === undefined) {
        leaveOut(ctx, `there is no plan in ${matter} to change`);
        return undefined;
      }
      const kept = made.safeParse(before.data);
      const answers = kept.success ? planAnswers(before, kept.data, matter, ctx) : {};
      return {
        type: "plan.revise",
        ids: {},
        data: { ...answers, madeAt: event.occurredAt, changes: data.text },
        requires: [before.id],
      };
    }),
  ),
};

function planAnswers(
  event: CaseEvent,
  data: z.infer<typeof made>,
  matter: string,
  ctx: MapContext,
) {
  const item = (place: string) => ctx.ids.item(event.id, matter, place);
  const talks = data.talksWithChild ?? "";
  return answersOf({
    madeAt: event.occurredAt,
    questions: data.questions.map((question, index) =>
      itemOf(item(`question ${index}`), { text: question.text, areas: question.areas }),
    ),
    contacts: (data.contacts ?? []).map((contact, index) =>
      itemOf(item(`contact ${index}`), {
        who: contact,
        body: ctx.labels.find("informant", contact),
      }),
    ),
    talks: talks === "" ? [] : [itemOf(item("talks"), { how: talks })],
    instruments: [
      ...new Set((data.instruments ?? []).map((name) => instrumentNamed(ctx, name, "instruments"))),
    ],
    timetable: data.timetable,
    childParticipation: codeOf(ctx, "participation", data.childParticipation, "childParticipation"),
    views: data.views,
  });
}
