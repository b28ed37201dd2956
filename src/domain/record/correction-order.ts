import { parseInstant, stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { type Problem, problem } from "../../kernel/problem.ts";
import type { CommandSubject, Demand } from "../command-definition.ts";
import { textOf } from "../read.ts";

/** A corrected report has not arrived later than what was done because of it. */
export const arrivedBeforeWhatFollowed: Demand = ({ command, matter }) => {
  const report = matter?.reports.find((each) => each.report === command.ids["report"]);
  const deemed = parsePlainDate(textOf(command.data["deemedArrivalOn"]) ?? "");
  const followed = [report?.protection?.assessedOn, report?.outcomeOn];
  return notAfter(deemed ?? dayOf(command), followed, "/data/arrivedAt");
};

/** A corrected consent was not given later than it was taken back. */
export const givenBeforeWithdrawn: Demand = ({ command, matter }) => {
  const consent = matter?.consents?.find((each) => each.consent === command.ids["consent"]);
  return notAfter(dayOf(command), [consent?.withdrawnOn], "/data/occurredAt");
};

function dayOf({ computed }: CommandSubject["command"]): PlainDate | undefined {
  const happened = parseInstant(textOf(computed?.["happenedAt"]) ?? "");
  return happened === undefined ? undefined : stockholmDate(happened);
}

function notAfter(
  on: PlainDate | undefined,
  followed: readonly (PlainDate | undefined)[],
  pointer: string,
): Problem | undefined {
  const first = followed.filter((day) => day !== undefined).toSorted()[0];
  if (on === undefined || first === undefined || on <= first) return undefined;
  return problem("record.after-what-followed", { pointer, params: { day: first } });
}
