import { z } from "zod";
import { parsePlainDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { problem } from "../../../kernel/problem.ts";
import type { CaseEvent } from "../case-file.ts";
import {
  answersOf,
  at,
  codeOf,
  noteThat,
  mapping,
  type KindMapping,
  type MapContext,
  type PersonAction,
} from "./mapping.ts";
import { addressText } from "./registrations.ts";
import { relationKind } from "./relations.ts";
import { personId } from "./people.ts";

const oneOrMore = z.union([z.string(), z.array(z.string())]);
const protection = z.looseObject({
  person: oneOrMore,
  level: z.string(),
  validFrom: z.string(),
});
const address = z.looseObject({ person: oneOrMore, newKind: z.string().nullish() });
const identity = z.looseObject({
  person: z.string(),
  value: z.string(),
  birthDate: z.string().nullish(),
});
const appointed = z.looseObject({ kind: z.string(), person: z.string(), validFrom: z.string() });
const guardianEnded = z.looseObject({ kind: z.string(), person: z.string(), validTo: z.string() });
const birthday = z.looseObject({ person: z.string(), age: z.int() });

/** What becomes known of a person: protection, a move, a number, a guardian. */
export const personKinds: Readonly<Record<string, KindMapping>> = {
  "protection.set": mapping(protection, (_event, data, ctx) =>
    each(data.person).map((person) =>
      change(ctx, person, {
        validFrom: dayOf(ctx, data.validFrom, "validFrom"),
        data: { protectionLevel: codeOf(ctx, "protection-level", data.level, "level") ?? "" },
      }),
    ),
  ),
  "address.changed": mapping(address, (event, data, ctx) =>
    each(data.person).flatMap((person) => moved(event, person, data.newKind, ctx)),
  ),
  "identity.assigned": mapping(identity, (_event, data, ctx) => [
    change(ctx, data.person, {
      data: answersOf({ identityNumber: data.value, birthDate: data.birthDate }),
    }),
  ]),
  "guardian.appointed": mapping(appointed, (event, data, ctx) =>
    event.about.map((child) =>
      change(ctx, data.person, {
        data: {},
        relations: [
          {
            ...relationTo(ctx, data.person, data.kind, child),
            ...dated("validFrom", dayOf(ctx, data.validFrom, "validFrom")),
          },
        ],
      }),
    ),
  ),
  "guardian.ended": mapping(guardianEnded, (event, data, ctx) =>
    event.about.map((child) =>
      change(ctx, data.person, {
        data: {},
        relations: [
          {
            ...relationTo(ctx, data.person, data.kind, child),
            ...dated("validFrom", appointedOn(ctx, data.person, child)),
            ...dated("validTo", dayOf(ctx, data.validTo, "validTo")),
          },
        ],
      }),
    ),
  ),
  // An age follows from the birth date; there is nothing to record.
  "birthday.reached": mapping(birthday, (_event, data, ctx) => {
    personId(ctx, data.person, "person");
    return [];
  }),
};

function each(person: string | readonly string[]): readonly string[] {
  return typeof person === "string" ? [person] : person;
}

function change(
  ctx: MapContext,
  person: string,
  what: Pick<PersonAction, "data"> & {
    readonly validFrom?: PlainDate | undefined;
    readonly relations?: PersonAction["relations"];
  },
): PersonAction {
  personId(ctx, person, "person");
  const { data, validFrom, relations = [] } = what;
  return {
    on: "person",
    type: "person.change",
    person,
    data,
    relations,
    ...dated("validFrom", validFrom),
    requires: [],
  };
}

/** A move: the new address, and the child's way of living where the words are a label for it. */
function moved(
  event: CaseEvent,
  key: string,
  newKind: string | null | undefined,
  ctx: MapContext,
): readonly PersonAction[] {
  const person = ctx.file.persons.find((each) => each.key === key);
  const kind = newKind ? ctx.labels.find("address-kind", newKind) : undefined;
  if (newKind && kind === undefined) {
    noteThat(ctx, `${newKind} says nothing of how the child lives; that stays`, at(ctx, "newKind"));
  }
  const data = answersOf({ address: addressText(person?.addressNow), addressKind: kind });
  if (Object.keys(data).length === 0) return [];
  const validFrom = parsePlainDate(event.occurredAt.slice(0, 10));
  return [change(ctx, key, { data, validFrom })];
}

function relationTo(ctx: MapContext, person: string, kind: string, child: string) {
  const code = relationKind(kind);
  return {
    relation: ctx.ids.relation(person, code, child),
    kind: code,
    to: personId(ctx, child, "about"),
  };
}

/** The day a guardian was appointed, which the end of the relation keeps. */
function appointedOn(ctx: MapContext, person: string, child: string): PlainDate | undefined {
  const source = ctx.timeline.events.findLast(
    ({ event, place }) =>
      place < ctx.place &&
      event.kind === "guardian.appointed" &&
      event.data["person"] === person &&
      event.about.includes(child),
  );
  const from = source?.event.data["validFrom"];
  const known = ctx.file.relations.find((each) => each.from === person && each.to === child);
  return typeof from === "string" ? parsePlainDate(from) : known?.validFrom;
}

function dayOf(ctx: MapContext, text: string, field: string): PlainDate | undefined {
  const day = parsePlainDate(text);
  if (day === undefined) {
    const params = { reason: "is no date" };
    ctx.problems.push(problem("replay.shape", { pointer: at(ctx, field), params }));
  }
  return day;
}

function dated<K extends string>(
  name: K,
  day: PlainDate | undefined,
): { readonly [P in K]?: PlainDate } {
  // A computed name widens to any text; the type says which one it is.
  return (day === undefined ? {} : { [name]: day }) as { readonly [P in K]?: PlainDate };
}
