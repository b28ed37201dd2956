import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Letter } from "../../spec/letter-types.ts";
import { findCode } from "../../spec/lookup.ts";
import type { MatterState } from "../akt-state.ts";
import type { CommandSubject, Demand } from "../command-definition.ts";
import type { DecideContext } from "../command.ts";
import type { Answers } from "../event.ts";
import { isProtectedParty } from "../person/protected-party.ts";
import { investigationRunning } from "../notes/apply-notes.ts";
import { codesOf, textOf } from "../read.ts";
import { saysPlainly } from "./child-pieces.ts";
import { enclosureProblems, possibleEnclosures } from "./enclosures.ts";
import { type LetterRecipient, recipientsOf } from "./letter-recipients.ts";

/** Group of codelist `letter-way` whose ways need an address. */
const byAddress = "address";
/** Kind of arrival without a reporter to write to. */
const application = "application";

/** The letter a command sends, by the specification it is decided with. */
export function letterOf(ctx: DecideContext, data: Answers): Letter | undefined {
  const kind = textOf(data["letter"]) ?? "";
  return Object.hasOwn(ctx.pack.letters.letters, kind) ? ctx.pack.letters.letters[kind] : undefined;
}

/**
 * What a letter can be about in a matter now: for each thing the ids that the letter carries. Empty where it
 * lacks what it is about: no report, no running investigation, no basis that is fixed, no decision.
 */
export function subjectsOf(
  letter: Letter,
  matter: MatterState,
): readonly Readonly<Record<string, Uuid>>[] {
  switch (letter.about) {
    case "report":
      return matter.reports
        .filter((report) => textOf(report.coded["kind"]) !== application)
        .map(({ report }) => ({ report }));
    case "investigation":
      return investigationRunning(matter) ? [{}] : [];
    case "basis":
      return matter.basis === undefined ? [] : [{ document: matter.basis.document }];
    case "decision":
      return matter.decisions.map(({ decision }) => ({ decision }));
    case "matter":
      return matter.closedOn === undefined ? [{}] : [];
  }
}

/** Whether a letter is about a thing that the matter has. */
function isAbout(letter: Letter, matter: MatterState, ids: CommandSubject["command"]["ids"]) {
  return subjectsOf(letter, matter).some((subject) =>
    Object.entries(subject).every(([name, id]) => name === "document" || ids[name] === id),
  );
}

/** The recipient that the answers name, among those the letter can be written to. */
export function recipientOf(
  letter: Letter,
  { command, ctx }: CommandSubject,
  matter: MatterState,
): LetterRecipient | undefined {
  const role = textOf(command.data["recipient"]);
  const person = codesOf(command.data["to"])[0];
  return recipientsOf(letter, matter, command.ids, ctx, ctx.today).find(
    (one) => one.audience.role === role && one.person === person,
  );
}

/**
 * Nothing goes to an address of somebody with protected data (OSL 21:3 a, 22:1, 26:1): what the board holds
 * may be old, or be what must not be known. `ask` names whom to ask.
 */
export function protectedAddress(
  ctx: DecideContext,
  matter: MatterState,
  person: Uuid | undefined,
  way: string | undefined,
): Problem | undefined {
  if (person === undefined || !isProtectedParty(ctx, person)) return undefined;
  const needsAddress = findCode(ctx.pack, "letter-way", way ?? "")?.group === byAddress;
  if (way !== undefined && !needsAddress) return undefined;
  const ask = matter.worker === undefined ? undefined : ctx.staff(matter.worker)?.name;
  return problem(ask === undefined ? "letter.protected-address" : "letter.protected-address-ask", {
    status: 409,
    pointer: "/data/way",
    ...(ask === undefined ? {} : { params: { ask } }),
  });
}

/** Why a letter cannot be sent as the command says: every reason, first what no change of words can help. */
export function letterProblems(subject: CommandSubject): readonly Problem[] {
  const { matter, command, ctx } = subject;
  const letter = letterOf(ctx, command.data);
  if (letter === undefined || matter === undefined) {
    return [problem("letter.unknown", { status: 404, pointer: "/data/letter" })];
  }
  if (!isAbout(letter, matter, command.ids)) {
    return [problem(`letter.no-${letter.about}`, { status: 409, pointer: "/data/letter" })];
  }
  const recipient = recipientOf(letter, subject, matter);
  if (recipient === undefined) {
    // Nobody but a guardian in force, and the child itself when it is of age, speaks for the child (D-09).
    const ruleId = "D-09";
    const pointer = "/data/recipient";
    return [problem("letter.recipient-not-possible", { status: 409, pointer, ruleId })];
  }
  const way = textOf(command.data["way"]);
  const blocked = protectedAddress(ctx, matter, recipient.person, way);
  const meeting = protectedMeeting(subject, recipient);
  const more = [blocked, meeting].filter((found) => found !== undefined);
  const enclosed = enclosureProblems(
    command.data,
    possibleEnclosures(letter, matter, command.ids, recipient),
  );
  return [
    ...recipient.problems,
    ...more,
    ...enclosed.filter(({ severity }) => severity === "block"),
  ];
}

/**
 * A time and a place where somebody with protected data will be, or the family of a protected child, are told to
 * nobody who may not know where they are: an invitation gives away as much as an address (OSL 21:3 a, 26:1).
 */
function protectedMeeting(
  { ctx, command }: CommandSubject,
  { person }: LetterRecipient,
): Problem | undefined {
  if (person === undefined || isProtectedParty(ctx, person)) return undefined;
  const others = codesOf(command.data["summoned"]).filter((other) => other !== person);
  const ofProtectedChild = others.length > 0 && isProtectedParty(ctx, ctx.child.person);
  const hidden = others.some((other) => {
    const id = parseUuid(other);
    return id !== undefined && isProtectedParty(ctx, id);
  });
  return hidden || ofProtectedChild
    ? problem("letter.protected-meeting", {
        status: 409,
        pointer: "/data/summoned",
        ruleId: "O-11",
      })
    : undefined;
}

/** Answers that the letter cannot do without. */
export function missingInputs(letter: Letter, data: Answers): readonly Problem[] {
  const missing = letter.demands
    .filter((field) => textOf(data[field]) === undefined && codesOf(data[field]).length === 0)
    .map((field) => problem("letter.input-missing", { pointer: `/data/${field}` }));
  const plain = letter.look !== "child" || saysPlainly(data);
  return plain
    ? missing
    : [...missing, problem("letter.no-plain-words", { pointer: "/data/plainWhat" })];
}

/** The letter can be sent, as {@link letterProblems} says, and everything it needs is written. */
export const letterSendable: Demand = (subject) => {
  const letter = letterOf(subject.ctx, subject.command.data);
  return (
    letterProblems(subject)[0] ??
    (letter === undefined ? undefined : missingInputs(letter, subject.command.data)[0])
  );
};

/** A letter is sent once. */
export const letterNew: Demand = ({ akt, command }) =>
  Object.values(akt.matters).some((matter) =>
    (matter.letters ?? []).some((sent) => sent.letter === command.ids["letter"]),
  )
    ? problem("command.id-taken", { status: 409, params: { name: "letter" } })
    : undefined;

/** An answer is to a letter that was sent in the matter. */
export const letterSent: Demand = ({ matter, command }) =>
  (matter?.letters ?? []).some((sent) => sent.letter === command.ids["letter"])
    ? undefined
    : problem("letter.not-found", { status: 404 });
