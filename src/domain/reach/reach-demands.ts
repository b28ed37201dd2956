import { addDays, parsePlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Check, CommandSubject, Demand } from "../command-definition.ts";
import type { Role, StaffFacts } from "../command.ts";
import { measureOf } from "../measure/measure-demands.ts";
import { textOf } from "../read.ts";

/** Those who have a use for reading: who runs accounts, reviews the log or counts has none, nor an outside provider. */
const READERS: ReadonlySet<Role> = new Set<Role>([
  "caseworker",
  "assistant",
  "reception",
  "first-social-worker",
  "unit-manager",
  "chair",
  "board-member",
  "secretary",
  "inspector",
]);

/** The role of those who carry out measures outside the board. */
const PERFORMER: Role = "provider";

/** Nothing is opened for longer at once; whoever needs more is asked about again. */
const MOST_DAYS = 366;

/** Whether a matter can be opened for somebody with this role. */
export function mayBeLentTo({ role, also = [] }: Pick<StaffFacts, "role" | "also">): boolean {
  return [role, ...also].some((each) => READERS.has(each));
}

export const newLoan: Demand = ({ akt, command }) =>
  taken(
    Object.values(akt.matters).some(({ loans }) =>
      loans?.some(({ loan }) => loan === command.ids["loan"]),
    ),
    "loan",
  );

export const newBar: Demand = ({ akt, command }) =>
  taken(
    barsOf({ akt }).some(({ bar }) => bar === command.ids["bar"]),
    "bar",
  );

/** By name, for somebody else who has a use for it and is not kept out. */
export const lentToAReader: Demand = (subject) => {
  const { ctx, akt } = subject;
  const staff = named(subject);
  const pointer = "/ids/staff";
  if (staff === undefined) return problem("staff.not-found", { status: 404, pointer });
  if (staff.staff === ctx.actor.staff) return problem("reach.self", { status: 403, pointer });
  if (!mayBeLentTo(staff)) return problem("reach.role", { pointer });
  return barsOf({ akt }).some((bar) => bar.staff === staff.staff)
    ? problem("reach.barred", { pointer })
    : undefined;
};

export const newAppointment: Demand = ({ akt, command }) =>
  taken(
    Object.values(akt.matters).some(({ appointments }) =>
      appointments?.some(({ appointment }) => appointment === command.ids["appointment"]),
    ),
    "appointment",
  );

/** Whether somebody carries out measures outside the board. */
export function isPerformer({ role, also = [] }: Pick<StaffFacts, "role" | "also">): boolean {
  return role === PERFORMER || also.includes(PERFORMER);
}

/** Somebody by name who carries out measures outside the board, and is not kept out. */
export const givenToAPerformer: Demand = (subject) => {
  const staff = named(subject);
  const pointer = "/ids/staff";
  if (staff === undefined) return problem("staff.not-found", { status: 404, pointer });
  if (!isPerformer(staff)) return problem("reach.no-performer", { pointer });
  if (barsOf(subject).some((bar) => bar.staff === staff.staff)) {
    return problem("reach.barred", { pointer });
  }
  const { measure } = subject.command.ids;
  const again = (subject.matter?.appointments ?? []).some(
    (each) =>
      each.staff === staff.staff &&
      each.measure === measure &&
      each.endedOn === undefined &&
      each.until >= subject.ctx.today,
  );
  return again ? problem("reach.performs-already", { status: 409, pointer }) : undefined;
};

export const appointmentRuns: Demand = ({ matter, command }) =>
  matter?.appointments?.some(
    ({ appointment, endedOn }) =>
      endedOn === undefined && appointment === command.ids["appointment"],
  ) === true
    ? undefined
    : problem("reach.not-found", { status: 404 });

export const untilADay: Check = ({ command, ctx }) => {
  const until = parsePlainDate(textOf(command.data["until"]) ?? "");
  const fits = until !== undefined && until >= ctx.today && until <= addDays(ctx.today, MOST_DAYS);
  return fits ? [] : [problem("reach.days", { pointer: "/data/until" })];
};

/** A link begins today or later and lies within the days of the measure, where those are said. */
export const withinTheMeasure: Check = (subject) => {
  const { command, ctx } = subject;
  const [first, until] = ["from", "until"].map((field) => textOf(command.data[field]));
  const from = parsePlainDate(first ?? "");
  const { to } = measureOf(subject) ?? {};
  const tooLong = until !== undefined && until > addDays(ctx.today, MOST_DAYS);
  if (until !== undefined && to !== undefined && until > to && !tooLong) {
    return [problem("reach.after-measure", { pointer: "/data/until", params: { day: to } })];
  }
  if (first === undefined) return [];
  const fits = from !== undefined && from >= ctx.today && from <= (until ?? from);
  return fits ? [] : [problem("reach.first-day", { pointer: "/data/from" })];
};

/** Access that nobody can give a reason for is not given, nor taken back. */
export const saysWhy: Check = ({ command }): readonly Problem[] =>
  (textOf(command.data["reachReason"]) ?? "").trim() === ""
    ? [problem("reach.no-reason", { pointer: "/data/reachReason" })]
    : [];

export const loanRuns: Demand = ({ matter, command }) =>
  matter?.loans?.some(({ loan }) => loan === command.ids["loan"]) === true
    ? undefined
    : problem("reach.not-found", { status: 404 });

/** One's own conflict of interest is told by oneself, another's by the manager (FL 18 §). */
export const barredByRight: Demand = (subject) => {
  const { ctx, akt } = subject;
  const staff = named(subject);
  const pointer = "/ids/staff";
  if (staff === undefined) return problem("staff.not-found", { status: 404, pointer });
  const { actor } = ctx;
  const manages = actor.role === "unit-manager" || actor.also?.includes("unit-manager") === true;
  if (staff.staff !== actor.staff && !manages) {
    return problem("reach.not-yours", { status: 403, pointer });
  }
  return barsOf({ akt }).some((bar) => bar.staff === staff.staff)
    ? problem("reach.barred", { status: 409, pointer })
    : undefined;
};

/** Nobody lets themselves in again. */
export const barLiftedByAnother: Demand = ({ matter, command, ctx }) => {
  const bar = matter?.bars?.find((each) => each.bar === command.ids["bar"]);
  if (bar === undefined) return problem("reach.not-found", { status: 404 });
  return bar.staff === ctx.actor.staff ? problem("reach.self", { status: 403 }) : undefined;
};

function barsOf({ akt }: Pick<CommandSubject, "akt">) {
  return Object.values(akt.matters).flatMap(({ bars = [] }) => bars);
}

function named({ command, ctx }: CommandSubject): StaffFacts | undefined {
  const { staff } = command.ids;
  return staff === undefined ? undefined : ctx.staff(staff);
}

function taken(isTaken: boolean, name: string): Problem | undefined {
  return isTaken ? problem("command.id-taken", { status: 409, params: { name } }) : undefined;
}
