import { z } from "zod";
import {
  answersOf,
  inEachMatter,
  mapping,
  noteThat,
  unknownReference,
  at,
  type KindMapping,
} from "./mapping.ts";
import { eventId } from "./investigation.ts";
import { personId } from "./people.ts";

const deletion = z.looseObject({ ref: z.string() });
const change = z.looseObject({ ref: z.string(), field: z.string(), value: z.unknown() });

const correction = z.looseObject({
  wrong: z.looseObject({ event: z.string() }),
  right: z.looseObject({ person: z.string() }),
  what: z.string(),
});

const objection = z.looseObject({ by: z.string(), concerns: z.string(), text: z.string() });

/** The kind of event whose document an objection can be to as a whole. */
const BASIS = "decisionBasis.completed";

/** What is said of the record; and what is only ever tried: to take away or write over what is signed. */
export const recordKinds: Readonly<Record<string, KindMapping>> = {
  "objection.noted": mapping(objection, (event, data, ctx) => {
    const about = ctx.timeline.find(data.concerns);
    if (about === undefined) {
      unknownReference(ctx, data.concerns, at(ctx, "concerns"));
      return [];
    }
    const isBasis = about.event.kind === BASIS;
    return inEachMatter(event, (matter) => ({
      type: "objection.note",
      ids: {
        objection: ctx.ids.thing(event.id, matter),
        ...(isBasis ? { document: ctx.ids.thing(data.concerns, matter) } : {}),
      },
      data: answersOf({
        occurredAt: event.occurredAt,
        by: [personId(ctx, data.by, "by")],
        text: data.text,
      }),
      ...(isBasis ? {} : { entryOf: data.concerns }),
      requires: [data.concerns],
    }));
  }),
  "record.corrected": mapping(correction, (event, data, ctx) =>
    inEachMatter(event, () => {
      const akts = ctx.file.matters.map(({ child }) => child);
      if (!akts.includes(data.right.person)) {
        noteThat(
          ctx,
          `${data.right.person} has no matter in the case: it is sealed where it stood`,
        );
      }
      return {
        type: "record.move",
        ids: {},
        data: answersOf({ movedReason: data.what }),
        entryOf: data.wrong.event,
        requires: [data.wrong.event],
      };
    }),
  ),
  "record.delete": mapping(deletion, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "record.delete",
      ids: { record: eventId(ctx, data.ref, matter, "ref") },
      data: {},
      requires: [],
    })),
  ),
  "record.change": mapping(change, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "record.change",
      ids: { record: eventId(ctx, data.ref, matter, "ref") },
      data: { field: data.field },
      requires: [],
    })),
  ),
};
