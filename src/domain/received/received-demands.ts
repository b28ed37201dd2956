import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { arrivalDay } from "../../rules/arrival-day.ts";
import type { Check, CommandSubject, Demand } from "../command-definition.ts";
import type { Answers } from "../event.ts";
import { codesOf, textOf, truthOf } from "../read.ts";

/** A document is taken in once: its client-chosen id is new in the akt. */
export const newReceived: Demand = ({ akt, command }) => {
  const id = command.ids["received"];
  const taken = Object.values(akt.matters).some((matter) =>
    matter.received?.some(({ document }) => document === id),
  );
  return taken ? problem("received.id-taken", { status: 409 }) : undefined;
};

/** There is something to take in: a file or a text; and it has come already. */
export const somethingReceived: Check = ({ command, ctx }) => {
  const found = foundOn(command.data);
  const later = found !== undefined && found > ctx.today;
  const empty =
    command.computed?.["file"] === undefined && (textOf(command.data["text"]) ?? "").trim() === "";
  return [
    ...(later ? [problem("received.found-later-than-now", { pointer: "/data/foundOn" })] : []),
    ...(empty ? [problem("received.nothing", { pointer: "/file" })] : []),
  ];
};

/**
 * The day the document counts as arrived (FL 22 §); undefined while the answers do not tell, and for a day that
 * has not come, which is refused by {@link somethingReceived}.
 */
export function arrivedOn({ command, ctx }: CommandSubject): PlainDate | undefined {
  const found = foundOn(command.data);
  if (found === undefined || found > ctx.today) return undefined;
  const way = textOf(command.data["arrivalWay"]) ?? "";
  const notThereBefore = truthOf(command.data["notThereBefore"]) === true;
  return arrivalDay(ctx.pack, { foundOn: found, way, notThereBefore }, ctx.calendar);
}

/**
 * What the event says beside the answers: the day of arrival; and whom it is hidden from, as far as they are
 * parties of this child. Somebody who is none gets no copy, and may be known of in a sibling's akt only.
 */
export function derivedOfReceived(subject: CommandSubject): Answers {
  const on = arrivedOn(subject);
  const given = codesOf(subject.command.data["hiddenFrom"]);
  const parties = new Set<string>(subject.ctx.parties.map(({ person }) => person));
  return {
    ...(on === undefined ? {} : { arrivedOn: on }),
    ...(given.length === 0 ? {} : { hiddenFrom: given.filter((person) => parties.has(person)) }),
  };
}

function foundOn(data: Answers): PlainDate | undefined {
  const text = textOf(data["foundOn"]);
  return text === undefined ? undefined : parsePlainDate(text);
}
