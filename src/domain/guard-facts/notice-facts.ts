import type { PlainDate } from "../../kernel/plain-date.ts";
import { computeDeadline } from "../../rules/deadline.ts";
import type { GuardFacts } from "../../rules/facts.ts";
import { ruleOn } from "../../rules/look-up.ts";
import type { CommandSubject } from "../command-definition.ts";
import { disclosureFacts } from "../disclosure/disclosure-demands.ts";
import { factOfReportKind } from "../intake/report-kinds.ts";
import { isProtectedParty } from "../person/protected-party.ts";
import { codesOf, textOf, truthOf } from "../read.ts";

/** Code of the specification that says there is none (codelist `violence`). */
const noViolence = "none";
/** The kind of act that says that compulsory care has ended (codelist `act-kind`). */
const careEnded = "lvu.ended";
const OPEN = "investigation.open";
/** Clock rule of the four months. */
const RUNNING_TIME = "B-02";

/** What conditions ask about that tell something and stop nothing, as good practice names it. */
export function noticeFacts(subject: CommandSubject, on: PlainDate): GuardFacts {
  const { command, ctx, matter } = subject;
  const { data, ids } = command;
  const decision = matter?.decisions.find((made) => made.decision === ids["decision"]);
  return {
    "child.protected": isProtectedParty(ctx, ctx.child.person, on),
    ...disclosedTo(subject),
    "command.changesWorker":
      matter?.worker !== undefined &&
      ids["worker"] !== undefined &&
      ids["worker"] !== matter.worker,
    "command.endsCare": command.type === "act.record" && textOf(data["kind"]) === careEnded,
    "command.policeReport": textOf(data["policeReport"]),
    "command.recordedOn": ctx.today,
    "command.violence": codesOf(data["violence"]).some((code) => code !== noViolence),
    "investigation.openedOn": matter?.investigation?.openedOn,
    ...endOfOpened(subject, on),
    "placement.decidedAt": decision?.level,
    "report.previousOn": previousReport(subject),
  };
}

/** What is handed out, and to whom: by an act, or by the examination of a request. */
function disclosedTo(subject: CommandSubject): GuardFacts {
  const { command } = subject;
  const asked = command.type === "disclosure.decide" ? disclosureFacts(subject) : undefined;
  const to = asked?.to ?? codesOf(command.data["to"]);
  return {
    "command.inFull": asked?.inFull ?? truthOf(command.data["inFull"]),
    "command.toOthers":
      asked?.toOutsider === true || to.some((one) => !sharesProtection(subject, one)),
  };
}

/** Whether somebody knows where a protected child is anyway: the child, or a guardian who is protected too. */
function sharesProtection({ akt, ctx }: CommandSubject, person: string): boolean {
  if (person === akt.person) return true;
  return ctx.parties.some(
    (party) => party.person === person && party.kind === "guardian" && party.protected === true,
  );
}

/** When an investigation that is opened on a day would have to be ready (SoL 2025 20:3). */
function endOfOpened({ command, ctx }: CommandSubject, on: PlainDate): GuardFacts {
  const row = command.type === OPEN ? ruleOn(ctx.law, RUNNING_TIME, on) : undefined;
  const days = row === undefined ? undefined : computeDeadline(row, on, ctx.calendar);
  if (days?.ok !== true) return {};
  return {
    "investigation.wouldEndOn": days.value.nominal,
    "investigation.wouldTargetOn": days.value.target,
  };
}

/** The day the latest report of concern about the child arrived, in whichever matter. */
function previousReport({ akt }: CommandSubject): PlainDate | undefined {
  return Object.values(akt.matters)
    .flatMap(({ reports }) => reports)
    .filter(({ coded }) => factOfReportKind(textOf(coded["kind"])) === "report.received")
    .map(({ arrivedOn }) => arrivedOn)
    .toSorted()
    .at(-1);
}
