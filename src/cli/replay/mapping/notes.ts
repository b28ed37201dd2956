import { z } from "zod";
import { answersOf, inEachMatter, mapping, type KindMapping } from "./mapping.ts";
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
const note = z.looseObject({
  text: z.string(),
  subject: z.looseObject({ name: z.string(), birthDate: z.string().nullish() }).nullish(),
});

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
  "note.written": mapping(note, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "note.sign",
      ids: {},
      data: answersOf({
        occurredAt: event.occurredAt,
        text: data.text,
        // Somebody a case tells of by name and birth date alone is nobody of the akt.
        about: data.subject
          ? [ctx.ids.item("subject", data.subject.name, data.subject.birthDate ?? "")]
          : undefined,
      }),
      requires: [],
    })),
  ),
};
