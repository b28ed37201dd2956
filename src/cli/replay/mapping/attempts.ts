import { z } from "zod";
import { act } from "./act.ts";
import {
  answersOf,
  childOf,
  inEachMatter,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { personId, personIds } from "./people.ts";

const text = z.string().nullish();

const handedOut = z.looseObject({
  ref: z.string(),
  to: z.union([z.string(), z.array(z.string())]),
  masked: z.boolean().nullish(),
});
const message = z.looseObject({ to: z.array(z.string()), channel: text, text });
const invitation = z.looseObject({
  to: z.array(z.string()),
  place: text,
  participants: z.array(z.string()),
  start: text,
});
const secondAkt = z.looseObject({ person: z.string(), idNumber: z.string() });

/** Paper and files reach somebody in one way: as a copy that is handed out. */
const disclose = act(
  "documents.disclosed",
  handedOut,
  (_event, data, ctx) => ({
    answers: {
      to: personIds(ctx, typeof data.to === "string" ? [data.to] : data.to, "to"),
      inFull: data.masked !== true,
      text: data.ref,
    },
  }),
  { attempts: true },
);

/**
 * What is only ever tried: there is no calendar and no message of its own, so an invitation and a message to
 * somebody are the letter that summons them, and a second file for a person is a second registration.
 */
export const attemptKinds: Readonly<Record<string, KindMapping>> = {
  "document.print": disclose,
  "document.send": disclose,
  "document.disclose": disclose,
  "message.send": mapping(message, (event, data, ctx) =>
    data.to.flatMap((to) =>
      inEachMatter(event, (matter) => summons(ctx, matter, to, { note: data.text })),
    ),
  ),
  "calendar.invite": mapping(invitation, (event, data, ctx) =>
    data.to.flatMap((to) =>
      inEachMatter(event, (matter) =>
        summons(ctx, matter, to, {
          meetingAt: data.start,
          meetingPlace: data.place,
          summoned: personIds(
            ctx,
            data.participants.filter((key) => isPerson(ctx, key)),
            "participants",
          ),
        }),
      ),
    ),
  ),
  "akt.create": mapping(secondAkt, (_event, data) => [
    {
      on: "person",
      type: "person.register",
      person: `${data.person}, again`,
      data: answersOf({ identityNumber: data.idNumber }),
      relations: [],
      requires: [],
    },
  ]),
};

function summons(
  ctx: MapContext,
  matter: string,
  to: string,
  more: Parameters<typeof answersOf>[0],
) {
  return {
    type: "letter.send",
    ids: { letter: ctx.ids.item("letter", matter, to) },
    data: answersOf({
      letter: "summons",
      recipient: to === childOf(ctx, matter) ? "child" : "guardian",
      to: [personId(ctx, to, "to")],
      way: "post",
      ...more,
    }),
    requires: [],
  };
}

function isPerson(ctx: MapContext, key: string): boolean {
  return ctx.file.persons.some((person) => person.key === key);
}
