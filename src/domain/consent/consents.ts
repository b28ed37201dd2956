import { problem } from "../../kernel/problem.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ConsentState, MatterState } from "../akt-state.ts";
import type { CommandSubject, Demand } from "../command-definition.ts";
import { personsOf } from "../investigation/apply-investigation.ts";
import { codesOf } from "../read.ts";

/** The consents of a kind (codelist `consent-kind`) that hold on a day. */
export function consentsOn(
  matter: MatterState | undefined,
  kind: string,
  on: PlainDate,
): readonly ConsentState[] {
  return (matter?.consents ?? []).filter(
    (each) =>
      each.kind === kind &&
      each.on <= on &&
      (each.until === undefined || each.until >= on) &&
      (each.withdrawnOn === undefined || each.withdrawnOn > on),
  );
}

/** Whether somebody has consented to the body being contacted, on a day. */
export function mayContact(
  matter: MatterState | undefined,
  body: string | undefined,
  on: PlainDate,
): boolean {
  return consentsOn(matter, "contacts", on).some(
    ({ bodies }) => bodies.length === 0 || (body !== undefined && bodies.includes(body)),
  );
}

/** Whether a guardian has consented to talks with the child, on a day. */
export function guardianAgreesToTalks({ matter, ctx }: CommandSubject, on: PlainDate): boolean {
  const guardians = new Set<string>(
    ctx.parties.filter(({ kind }) => kind === "guardian").map(({ person }) => person),
  );
  return consentsOn(matter, "talk", on).some(({ by }) => by.some((each) => guardians.has(each)));
}

function consentOf({ matter, command }: CommandSubject): ConsentState | undefined {
  return matter?.consents?.find(({ consent }) => consent === command.ids["consent"]);
}

export const consentHolds: Demand = (subject) => {
  const consent = consentOf(subject);
  if (consent === undefined) return problem("consent.not-found", { status: 404 });
  return consent.withdrawnOn === undefined
    ? undefined
    : problem("consent.withdrawn-already", { status: 409 });
};

/** Nobody takes back what somebody else has given. */
export const withdrawnByGiver: Demand = (subject) => {
  const given = consentOf(subject)?.by ?? [];
  const others = personsOf(codesOf(subject.command.data["by"])).filter(
    (person) => !given.includes(person),
  );
  return others.length === 0 ? undefined : problem("consent.not-theirs", { pointer: "/data/by" });
};

export const newConsent: Demand = (subject) =>
  consentOf(subject) === undefined
    ? undefined
    : problem("command.id-taken", { status: 409, params: { name: "consent" } });
