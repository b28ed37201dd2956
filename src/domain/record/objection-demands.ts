import { problem } from "../../kernel/problem.ts";
import type { Demand } from "../command-definition.ts";
import type { EventBody } from "../event.ts";
import { itemsOf, textOf } from "../read.ts";

export const newObjection: Demand = ({ akt, command }) => {
  const id = command.ids["objection"];
  const taken = Object.values(akt.matters).some((matter) =>
    matter.objections?.some(({ objection }) => objection === id),
  );
  return taken
    ? problem("command.id-taken", { status: 409, params: { name: "objection" } })
    : undefined;
};

/** An objection is to something that stands in the matter: a line of the story, or its decision basis. */
export const concernsSomething: Demand = ({ command, matter }) => {
  const { document } = command.ids;
  if (document !== undefined && matter?.basis?.document !== document) {
    return problem("objection.document-missing", { status: 404, pointer: "/ids/document" });
  }
  const named = command.data["entry"] !== undefined;
  if (named && (command.entry === undefined || command.entry.matter !== command.matter)) {
    return problem("record.entry-missing", { status: 404, pointer: "/data/entry" });
  }
  return named || document !== undefined
    ? undefined
    : problem("objection.about-nothing", { pointer: "/data/entry" });
};

/** A paragraph is named by its id, a section by its field, in the line that holds it. */
export const paragraphIsThere: Demand = ({ command }) => {
  const { item } = command.ids;
  const field = textOf(command.data["field"]);
  const body = command.entry?.body;
  if (item !== undefined && (body === undefined || !hasItem(body, item))) {
    return problem("objection.paragraph-missing", { status: 404, pointer: "/ids/item" });
  }
  return field === undefined || (body !== undefined && hasField(body, field))
    ? undefined
    : problem("objection.paragraph-missing", { status: 404, pointer: "/data/field" });
};

function hasField({ data, content }: EventBody, field: string): boolean {
  return Object.hasOwn(content ?? data, field);
}

function hasItem(body: EventBody, item: string): boolean {
  const values = [...Object.values(body.data), ...Object.values(body.content ?? {})];
  return values.some((value) => itemsOf(value).some(({ id }) => id === item));
}
