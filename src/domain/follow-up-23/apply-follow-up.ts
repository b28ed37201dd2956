import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { addFact, type MatterReducer } from "../akt-change.ts";
import type { RecordedEvent } from "../event.ts";
import { textOf, truthOf } from "../read.ts";

export const followUpDecided: MatterReducer = (matter, event) => {
  const after = textOf(event.body.data["afterWhat"]);
  const placement = event.body.ids["placement"];
  const days = daysOf(event);
  const followUp23 = {
    decidedOn: stockholmDate(event.occurredAt),
    consent: textOf(event.body.data["consent"]) ?? "",
    ...(days.until === undefined ? {} : { until: days.until }),
    ...(days.next === undefined ? {} : { nextOn: days.next }),
  };
  return addFact({ ...matter, followUp23 }, event, "follow-up-23.decided", {
    // Nothing said means after the investigation: a missing answer, not an empty one.
    data: { ...days, ...(after === undefined ? {} : { after }) },
    ...(placement === undefined ? {} : { placement }),
  });
};

/** A contact is counted, and may set the day of the next follow-up; what came out stands in the log. */
export const followUpContact: MatterReducer = (matter, event) => {
  const before = matter.followUp23;
  const { next } = daysOf(event);
  const alone = truthOf(event.body.data["childAlone"]) === true ? 1 : 0;
  const followUp23 = before && {
    ...before,
    contacts: (before.contacts ?? 0) + 1,
    childAlone: (before.childAlone ?? 0) + alone,
    ...(next === undefined ? {} : { nextOn: next }),
  };
  const counted = followUp23 === undefined ? matter : { ...matter, followUp23 };
  return addFact(
    counted,
    event,
    "follow-up-23.contact",
    next === undefined ? {} : { data: { next } },
  );
};

/** The last day and the next day that an entry sets. */
function daysOf({ body }: RecordedEvent): {
  readonly until?: PlainDate;
  readonly next?: PlainDate;
} {
  const until = parsePlainDate(textOf(body.data["until"]) ?? "");
  const next = parsePlainDate(textOf(body.data["next"]) ?? "");
  return { ...(until === undefined ? {} : { until }), ...(next === undefined ? {} : { next }) };
}

export const followUpEnded: MatterReducer = (matter, event) =>
  addFact(
    matter.followUp23 === undefined
      ? matter
      : {
          ...matter,
          followUp23: { ...matter.followUp23, endedOn: stockholmDate(event.occurredAt) },
        },
    event,
    "follow-up-23.ended",
  );
