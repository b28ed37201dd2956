import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { idOf, type MatterReducer } from "../akt-change.ts";
import type { CommandDefinition } from "../command-definition.ts";
import type { RecordedEvent } from "../event.ts";
import { textOf } from "../read.ts";
import { measureExists, measureNotEnded } from "../measure/measure-demands.ts";
import {
  appointmentRuns,
  barLiftedByAnother,
  barredByRight,
  givenToAPerformer,
  lentToAReader,
  loanRuns,
  newAppointment,
  newBar,
  newLoan,
  saysWhy,
  untilADay,
  withinTheMeasure,
} from "./reach-demands.ts";

/**
 * Who reads beside those whose task it is, and who must not: a matter is opened for somebody by name until a day
 * (OSL 26:1, SoLPuL 10 §), and somebody with a conflict of interest is kept out of the akt (FL 16-18 §§).
 */
export const reachDefinitions: Readonly<Record<string, CommandDefinition>> = {
  "access.lend": {
    event: "access.lent",
    document: "access-loan",
    ids: ["loan", "staff"],
    demands: [newLoan, lentToAReader],
    checks: [untilADay, saysWhy],
    afterClosing: true,
  },
  "access.end-loan": {
    event: "access.loan-ended",
    document: "access-end",
    ids: ["loan"],
    demands: [loanRuns],
    afterClosing: true,
  },
  "access.appoint": {
    event: "access.appointed",
    document: "access-appointment",
    ids: ["appointment", "staff", "measure"],
    demands: [newAppointment, measureExists, measureNotEnded, givenToAPerformer],
    checks: [untilADay, withinTheMeasure],
  },
  "access.end-appointment": {
    event: "access.appointment-ended",
    document: "access-end",
    ids: ["appointment"],
    demands: [appointmentRuns],
    afterClosing: true,
  },
  "access.bar": {
    event: "access.barred",
    document: "access-bar",
    ids: ["bar", "staff"],
    demands: [newBar, barredByRight],
    checks: [saysWhy],
    afterClosing: true,
  },
  "access.lift-bar": {
    event: "access.bar-lifted",
    document: "access-end",
    ids: ["bar"],
    demands: [barLiftedByAnother],
    checks: [saysWhy],
    afterClosing: true,
  },
};

function dayOf({ body }: RecordedEvent, field: string): PlainDate | undefined {
  return parsePlainDate(textOf(body.data[field]) ?? "");
}

const lent: MatterReducer = (matter, event) => {
  const until = dayOf(event, "until");
  if (until === undefined) throw new Error(`event ${event.seq} lacks the last day`);
  const loan = {
    loan: idOf(event, "loan"),
    staff: idOf(event, "staff"),
    by: event.actor,
    on: stockholmDate(event.occurredAt),
    until,
  };
  return { ...matter, loans: [...(matter.loans ?? []), loan] };
};

const loanEnded: MatterReducer = (matter, event) => {
  const loan = idOf(event, "loan");
  return { ...matter, loans: (matter.loans ?? []).filter((each) => each.loan !== loan) };
};

const appointed: MatterReducer = (matter, event) => {
  const until = dayOf(event, "until");
  if (until === undefined) throw new Error(`event ${event.seq} lacks the last day`);
  const from = dayOf(event, "from");
  const appointment = {
    appointment: idOf(event, "appointment"),
    measure: idOf(event, "measure"),
    staff: idOf(event, "staff"),
    by: event.actor,
    on: stockholmDate(event.occurredAt),
    ...(from === undefined ? {} : { from }),
    until,
  };
  return { ...matter, appointments: [...(matter.appointments ?? []), appointment] };
};

const appointmentEnded: MatterReducer = (matter, event) => {
  const ended = idOf(event, "appointment");
  const endedOn = stockholmDate(event.occurredAt);
  const appointments = (matter.appointments ?? []).map((each) =>
    each.appointment === ended ? { ...each, endedOn } : each,
  );
  return { ...matter, appointments };
};

const barred: MatterReducer = (matter, event) => {
  const ground = textOf(event.body.data["conflictGround"]);
  const bar = {
    bar: idOf(event, "bar"),
    staff: idOf(event, "staff"),
    by: event.actor,
    on: stockholmDate(event.occurredAt),
    ...(ground === undefined ? {} : { ground }),
  };
  return { ...matter, bars: [...(matter.bars ?? []), bar] };
};

const barLifted: MatterReducer = (matter, event) => {
  const bar = idOf(event, "bar");
  return { ...matter, bars: (matter.bars ?? []).filter((each) => each.bar !== bar) };
};

export const reachReducers: Readonly<Record<string, MatterReducer>> = {
  "access.lent": lent,
  "access.loan-ended": loanEnded,
  "access.appointed": appointed,
  "access.appointment-ended": appointmentEnded,
  "access.barred": barred,
  "access.bar-lifted": barLifted,
};
