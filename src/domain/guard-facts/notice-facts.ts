import type { PlainDate } from "../../kernel/plain-date.ts";
import type { GuardFacts } from "../../rules/facts.ts";
import type { CommandSubject } from "../command-definition.ts";
import { factOfReportKind } from "../intake/report-kinds.ts";
import { codesOf, textOf } from "../read.ts";

/** Code of the specification that says there is none (codelist `violence`). */
const noViolence = "none";

/** What conditions ask about that tell something and stop nothing, as good practice names it. */
export function noticeFacts(subject: CommandSubject): GuardFacts {
  const { command, ctx, matter } = subject;
  const { data, ids } = command;
  const decision = matter?.decisions.find((made) => made.decision === ids["decision"]);
  return {
    "command.changesWorker":
      matter?.worker !== undefined &&
      ids["worker"] !== undefined &&
      ids["worker"] !== matter.worker,
    "command.policeReport": textOf(data["policeReport"]),
    "command.recordedOn": ctx.today,
    "command.violence": codesOf(data["violence"]).some((code) => code !== noViolence),
    "placement.decidedAt": decision?.level,
    "report.previousOn": previousReport(subject),
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
