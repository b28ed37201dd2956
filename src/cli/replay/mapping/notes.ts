import { z } from "zod";
import { answersOf, inEachMatter, leaveOut, at, mapping, type KindMapping } from "./mapping.ts";
import { participants } from "./people.ts";

const talk = z.looseObject({
  with: z.array(z.string()),
  alone: z.boolean().nullish(),
  place: z.string().nullish(),
  minutes: z.int().nullish(),
  consent: z.string().nullish(),
  interpreter: z.union([z.string(), z.boolean()]).nullish(),
  summary: z.string(),
  childsWords: z.string().nullish(),
});
const note = z.looseObject({ text: z.string() });

/** Notes and talks. */
export const noteKinds: Readonly<Record<string, KindMapping>> = {
  "talk.held": mapping(talk, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "talk.sign",
      ids: {},
      data: answersOf({
        occurredAt: event.occurredAt,
        withPersons: participants(ctx, data.with, "with"),
        alone: data.alone,
        place: data.place,
        minutes: data.minutes,
        consent: data.consent,
        // A case names the language of the interpreter; one that is named was there.
        interpreter: typeof data.interpreter === "string" ? true : data.interpreter,
        summary: data.summary,
        childsWords: data.childsWords,
      }),
      requires: [],
    })),
  ),
  "note.written": mapping(note, (event, data, ctx) => {
    if (data["subject"] !== undefined) {
      leaveOut(ctx, "a note has no field for whom its text is about", at(ctx, "subject"));
      return [];
    }
    return inEachMatter(event, () => ({
      type: "note.sign",
      ids: {},
      data: answersOf({ occurredAt: event.occurredAt, text: data.text }),
      requires: [],
    }));
  }),
};
