import type { GuardFacts } from "../../rules/facts.ts";
import type { CommandSubject } from "../command-definition.ts";
import { itemsOf, textOf, truthOf } from "../read.ts";
import { isRunning, measuresOf } from "./find-measure.ts";
import { measureOf } from "./measure-demands.ts";

/** Codes of the specification that conditions of the law ask about. */
const codes = { consents: "consents", replaced: "replaced", application: "application" } as const;

/**
 * What is on record about the measure a command names, as the conditions of the law name it: whose consent of
 * the decision still stands, and what is left to do.
 */
export function measureFacts(subject: CommandSubject): GuardFacts {
  const { matter } = subject;
  const running = measuresOf(matter).filter(isRunning);
  const measure = measureOf(subject);
  return {
    "measures.running": running.length,
    "command.goalsNotMeasurable": notMeasurable(subject),
    ...(measure === undefined
      ? {}
      : {
          "measure.consentWithdrawn": (measure.withdrawn ?? []).length > 0,
          "measure.planned": measure.plan !== undefined,
          ...consentFacts(subject, measure.decision, measure.withdrawn ?? []),
        }),
  };
}

/** How many of the goals that are set here cannot be followed up. */
function notMeasurable({ command }: CommandSubject): number {
  return itemsOf(command.data["newGoals"]).filter((item) => truthOf(item["measurable"]) === false)
    .length;
}

function consentFacts(
  { akt, matter, ctx }: CommandSubject,
  decision: string,
  withdrawn: readonly string[],
): GuardFacts {
  const made = matter?.decisions.find((each) => each.decision === decision);
  if (made === undefined) return {};
  const positions = itemsOf(made.coded["guardianPositions"]);
  const guardians = ctx.parties.filter((party) => party.kind === "guardian");
  const settled = guardians.filter(({ person }) => {
    const position = textOf(
      positions.findLast((item) => item["guardian"] === person)?.["position"],
    );
    if (position === codes.replaced) return true;
    return position === codes.consents && !withdrawn.includes(person);
  });
  const childStands = !withdrawn.includes(akt.person);
  const applied = matter?.reports.some(
    (report) => textOf(report.coded["kind"]) === codes.application,
  );
  return {
    "measure.guardiansAllConsent": guardians.length > 0 && settled.length === guardians.length,
    "measure.childConsents": childStands && textOf(made.coded["childPosition"]) === codes.consents,
    "measure.childAsks": childStands && applied === true,
  };
}
