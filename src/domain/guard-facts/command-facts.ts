import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { GuardFacts } from "../../rules/facts.ts";
import type { CommandSubject } from "../command-definition.ts";
import { guardianAgreesToTalks, mayContact } from "../consent/consents.ts";
import { deciderOf, levelOf } from "../decision/authority.ts";
import type { Answers, AnswerValue } from "../event.ts";
import { codesOf, itemsOf, textOf, truthOf } from "../read.ts";

/** Codes of the specification that conditions of the law ask about. */
const codes = {
  consents: "consents",
  replaced: "replaced",
  transfer: "transfer",
  struckOff: "struck-off",
  withoutConsent: "without-consent",
  oral: "application",
} as const;

/** What the command itself says, as the conditions of the law name it. */
export function commandFacts(subject: CommandSubject, on: PlainDate): GuardFacts {
  const { command } = subject;
  const data = command.data;
  const decider = deciderOf(subject);
  return {
    "command.hasReasons": written(reasonsOf(command.type, data)),
    "command.hasContent": itemsOf(data["parts"]).some((part) => written(part["text"])),
    "command.hasRisk": written(data["risk"]),
    "command.hasWording": written(data["wording"]),
    "command.hasDecider": decider !== undefined,
    "command.hasLegalBasis": codesOf(data["legalBasis"]).length > 0,
    "command.hasSpecialReasons": written(data["specialReasons"]),
    "command.hasAppealInformation": truthOf(data["appealInfo"]),
    "command.level": decider === undefined ? undefined : levelOf(decider),
    "command.isTransfer": textOf(data["result"]) === codes.transfer,
    "command.isWrittenOff": textOf(data["result"]) === codes.struckOff,
    "command.kind": command.type === "report.receive" ? textOf(data["kind"]) : undefined,
    "command.withoutConsent": textOf(data["consent"]) === codes.withoutConsent,
    "command.withConsent":
      truthOf(data["withConsent"]) === true ||
      mayContact(subject.matter, textOf(data["body"]), on) ||
      truthOf(data["withConsent"]),
    "command.investigatorQualified": investigatorQualified(subject),
    "command.childAppliesAlone": childAppliesAlone(subject),
    ...plainFacts(data),
    ...talkFacts(subject, on),
    ...positionFacts(subject),
  };
}

/** Answers that are facts as they are. */
function plainFacts(data: Answers): GuardFacts {
  return {
    "command.after": textOf(data["afterWhat"]),
    "command.answerBy": dateOf(data["answerBy"]),
    "command.receivedOn": dateOf(data["receivedOn"]),
    "command.until": dateOf(data["until"]),
    "command.favourable": truthOf(data["favourable"]),
    "command.lateArrival": truthOf(data["lateArrival"]),
    "command.outcome": textOf(data["outcome"]),
    "command.placementForm": textOf(data["placementForm"]),
    "command.reason": textOf(data["reason"]),
    "command.reporterAnonymous": truthOf(data["reporterAnonymous"]),
    "command.reporterClass": textOf(data["reporterClass"]),
    "command.type": textOf(data["type"]),
    "command.violenceConfirmed": truthOf(data["violenceConfirmed"]),
  };
}

/** Where each command writes its reasons: an extension has a code beside its text. */
function reasonsOf(type: string, data: Answers): AnswerValue | undefined {
  if (type === "preliminary.extend" || type === "investigation.extend") return data["reasonText"];
  return data["reasons"] ?? data["reason"];
}

function childAppliesAlone({ akt, command }: CommandSubject): boolean {
  const applicants = codesOf(command.data["applicants"]);
  return applicants.length > 0 && applicants.every((each) => each === akt.person);
}

function talkFacts(subject: CommandSubject, on: PlainDate): GuardFacts {
  const { akt, command } = subject;
  if (command.type !== "talk.sign") return {};
  return {
    "command.withChild": codesOf(command.data["withPersons"]).includes(akt.person),
    "command.alone": truthOf(command.data["alone"]),
    "command.guardianConsent":
      written(command.data["consent"]) || guardianAgreesToTalks(subject, on),
  };
}

/** The positions of the child and of each guardian in force on the day (SoL 2025 ch. 21). */
function positionFacts({ command, ctx, matter }: CommandSubject): GuardFacts {
  const positions = new Map(
    itemsOf(command.data["guardianPositions"]).map((item) => [
      item["guardian"],
      textOf(item["position"]),
    ]),
  );
  const guardians = ctx.parties.filter((party) => party.kind === "guardian");
  const agreed = guardians.filter((party) => positions.get(party.person) === codes.consents).length;
  const settled = guardians.filter((party) => {
    const position = positions.get(party.person);
    return position === codes.consents || position === codes.replaced;
  }).length;
  const applied =
    matter?.reports.some((report) => textOf(report.coded["kind"]) === codes.oral) === true;
  return {
    "guardians.count": guardians.length,
    "command.guardiansConsenting": agreed,
    "command.guardiansAllConsent": guardians.length > 0 && settled === guardians.length,
    "command.childConsents": textOf(command.data["childPosition"]) === codes.consents,
    "command.childAsks": applied,
  };
}

/** Left out where nobody is named. */
function investigatorQualified({ command, ctx }: CommandSubject): boolean | undefined {
  const named = command.ids["investigator"] ?? command.ids["worker"];
  return named === undefined ? undefined : ctx.staff(named)?.qualified === true;
}

function written(value: AnswerValue | undefined): boolean {
  return (textOf(value)?.trim() ?? "") !== "";
}

function dateOf(value: AnswerValue | undefined): PlainDate | undefined {
  return parsePlainDate(textOf(value) ?? "");
}
