import { z } from "zod";
import { aktCommand } from "../akt-command.ts";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid } from "../shapes.ts";

/** Opens one matter for reading, for one colleague, until a day. */
export const lendAccess = aktCommand("reach", "lend-access", "access.lend", "akt.lend", [
  "command.id-taken",
  "staff.not-found",
  "reach.self",
  "reach.role",
  "reach.barred",
  "reach.days",
  "reach.no-reason",
]);

/** Takes it back before its day. */
export const endLoan = aktCommand("reach", "end-loan", "access.end-loan", "akt.lend", [
  "reach.not-found",
]);

/** Keeps somebody out of the akt for a conflict of interest: oneself, or another by the manager (FL 16-18 §§). */
export const barAccess = aktCommand("reach", "bar-access", "access.bar", "akt.bar", [
  "command.id-taken",
  "staff.not-found",
  "reach.not-yours",
  "reach.barred",
  "reach.no-reason",
]);

/** Lets somebody in again; never oneself. */
export const liftBar = aktCommand("reach", "lift-bar", "access.lift-bar", "akt.lend", [
  "reach.not-found",
  "reach.self",
  "reach.no-reason",
]);

/** Links the assignment of a measure to somebody outside the board who carries it out, until a day. */
export const appointProvider = aktCommand(
  "reach",
  "appoint-provider",
  "access.appoint",
  "akt.appoint",
  [
    "command.id-taken",
    "staff.not-found",
    "measure.not-found",
    "measure.ended",
    "reach.no-performer",
    "reach.performs-already",
    "reach.barred",
    "reach.days",
    "reach.first-day",
    "reach.after-measure",
  ],
);

/** Ends the link before its day. */
export const endAppointment = aktCommand(
  "reach",
  "end-appointment",
  "access.end-appointment",
  "akt.appoint",
  ["reach.not-found"],
);

const named = z.object({ id: uuid, name: z.string() });

/** Who reads an akt by name, and who is kept out of it, with those it could be opened for. */
export const readReach = route({
  id: "reach.read-reach",
  method: "GET",
  path: "/api/v1/akt/:akt/reach",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    child: personLabel,
    matters: z.array(z.object({ matter: uuid, number: z.string().nullable() })),
    loans: z.array(
      z.object({
        loan: uuid,
        matter: uuid,
        number: z.string().nullable(),
        staff: named,
        by: named,
        on: plainDate,
        until: plainDate,
      }),
    ),
    appointments: z.array(
      z.object({
        appointment: uuid,
        matter: uuid,
        types: z.array(z.string()).describe("codes of measure-type"),
        staff: named,
        by: named,
        on: plainDate,
        since: plainDate
          .nullable()
          .describe("the first day it is read; null while the assignment is not given"),
        until: plainDate.describe("the last day it is read"),
      }),
    ),
    measures: z
      .array(
        z.object({
          measure: uuid,
          matter: uuid,
          types: z.array(z.string()),
          from: plainDate.nullable(),
          to: plainDate.nullable(),
        }),
      )
      .describe("measures that run, of which an assignment can be linked"),
    performers: z.array(named).describe("those it can be linked to; empty who may not link"),
    bars: z.array(
      z.object({
        bar: uuid,
        matter: uuid,
        staff: named,
        by: named,
        on: plainDate,
        ground: z.string().nullable().describe("code of conflict-ground"),
      }),
    ),
    readers: z.array(named.extend({ role: z.string() })).describe("those it can be opened for"),
    staff: z.array(named.extend({ role: z.string() })).describe("those who may be kept out"),
    lends: z.boolean().describe("may open, take back and let in again"),
  }),
  action: "akt.bar",
  purpose: "case-handling",
  problems: ["akt.not-found"],
});

/** The matters that have been opened for the one who asks, by name. */
export const listOpened = route({
  id: "reach.list-opened",
  method: "GET",
  path: "/api/v1/opened-for-me",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    lines: z.array(
      z.object({
        akt: uuid,
        matter: uuid,
        number: z.string().nullable(),
        child: personLabel,
        until: plainDate,
        by: z.string(),
      }),
    ),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: [],
});

export const reachRoutes = [
  lendAccess,
  endLoan,
  appointProvider,
  endAppointment,
  barAccess,
  liftBar,
  readReach,
  listOpened,
];
