import { stockholmDate } from "../../kernel/instant.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { MatterState } from "../akt-state.ts";
import { investigationId } from "../investigation/apply-investigation.ts";
import { investigationRunning } from "../notes/apply-notes.ts";
import { codesOf } from "../read.ts";
import { reportReceived } from "./apply-intake.ts";
import { applicationKind } from "./report-kinds.ts";

/** Who gave the information (codelist `reporter-kind`), where that is the applicant. */
const applicantKind = { child: "child", guardian: "guardian" } as const;

/**
 * An application is kept beside the reports of the matter: it opens an investigation as they may do, and
 * follow-up counts both. With an investigation that runs already it joins it at once, without a decision:
 * there is nothing to open (SoL 2025 14:2).
 */
export const applicationReceived: MatterReducer = (matter, event, akt) => {
  const byChild = codesOf(event.body.data["applicants"]).includes(akt.person);
  const data = {
    ...event.body.data,
    kind: applicationKind,
    reporterKind: byChild ? applicantKind.child : applicantKind.guardian,
  };
  const received = reportReceived(matter, { ...event, body: { ...event.body, data } }, akt);
  if (!investigationRunning(matter)) return received;
  const report = idOf(event, "report");
  return addFact(joined(received, report, event.occurredAt), event, "report.linked", {
    report,
    ...investigationId(matter),
  });
};

function joined(
  matter: MatterState,
  report: string,
  at: Parameters<typeof stockholmDate>[0],
): MatterState {
  return {
    ...matter,
    reports: matter.reports.map((each) =>
      each.report === report
        ? { ...each, outcome: "link" as const, outcomeOn: stockholmDate(at) }
        : each,
    ),
  };
}
