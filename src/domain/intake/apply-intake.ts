import { type PlainDate, parsePlainDate } from "../../kernel/plain-date.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { MatterState, ReportState } from "../akt-state.ts";
import type { RecordedEvent } from "../event.ts";
import { itemsOf, pick, textOf, truthOf } from "../read.ts";
import { factOfReportKind } from "./report-kinds.ts";

/** What the state keeps of a report: codes only, never its text. */
const codedReportFields = [
  "kind",
  "channel",
  "reporterKind",
  "reporterClass",
  "reporterAnonymous",
  "wantsFeedback",
  "familyKnows",
  "reasons",
  "mainReason",
  "concerns",
  "violence",
] as const;

/** The day the time counts from: the deemed arrival (FL 22 §), else the day it was received. */
function arrivalOf(event: RecordedEvent): PlainDate {
  const deemed = textOf(event.body.data["deemedArrivalOn"]);
  return (
    (deemed === undefined ? undefined : parsePlainDate(deemed)) ?? stockholmDate(event.occurredAt)
  );
}

export const reportReceived: MatterReducer = (matter, event) => {
  const data = event.body.data;
  const report = idOf(event, "report");
  const arrivedOn = arrivalOf(event);
  const running = matter.investigation !== undefined && matter.investigation.closedOn === undefined;
  const state: ReportState = {
    report,
    receivedAt: event.occurredAt,
    arrivedOn,
    seq: event.seq,
    coded: pick(data, codedReportFields),
    shielded: truthOf(data["reporterShielded"]) === true,
    moreChildren: truthOf(data["moreChildren"]) === true,
  };
  const next = {
    ...matter,
    startedOn:
      matter.reports.length === 0 && matter.investigation === undefined
        ? arrivedOn
        : matter.startedOn,
    reports: [...matter.reports, state],
  };
  return addFact(next, event, factOfReportKind(textOf(data["kind"])), {
    on: arrivedOn,
    id: report,
    report,
    data: {
      running,
      receivedOn: stockholmDate(event.occurredAt),
      deemedOn: arrivedOn,
      kind: textOf(data["kind"]) ?? "",
      reporterClass: textOf(data["reporterClass"]) ?? "",
      wantsFeedback: truthOf(data["wantsFeedback"]) === true,
    },
  });
};

export const protectionAssessed: MatterReducer = (matter, event) => {
  const data = event.body.data;
  const report = idOf(event, "report");
  const lateArrival = truthOf(data["lateArrival"]) === true;
  const next = changeReport(matter, report, (state) => ({
    ...state,
    protection: {
      assessedAt: event.occurredAt,
      assessedOn: stockholmDate(event.occurredAt),
      outcome: textOf(data["outcome"]) ?? "",
      lateArrival,
    },
  }));
  return addFact(next, event, "protection.assessed", { report, data: { lateArrival } });
};

export const preliminaryNoted: MatterReducer = (matter, event) => {
  const data = event.body.data;
  const participation = textOf(data["childParticipation"]);
  const meeting = textOf(data["reportMeeting"]);
  return {
    ...matter,
    preliminary: [
      ...matter.preliminary,
      {
        on: stockholmDate(event.occurredAt),
        hasReason: textOf(data["participationReason"]) !== undefined,
        guardiansHeard: itemsOf(data["guardiansHeard"]).map((item) => ({
          id: item.id,
          ...pick(item, ["guardian", "heard"]),
        })),
        ...(participation === undefined ? {} : { childParticipation: participation }),
        ...(meeting === undefined ? {} : { reportMeeting: meeting }),
      },
    ],
  };
};

export const preliminaryExtended: MatterReducer = (matter, event) => {
  const until = parsePlainDate(textOf(event.body.data["until"]) ?? "");
  const report = idOf(event, "report");
  if (until === undefined) return matter;
  const reason = textOf(event.body.data["reason"]) ?? "";
  const next = changeReport(matter, report, (state) => ({
    ...state,
    extendedUntil: until,
    extensionReason: reason,
  }));
  return addFact(next, event, "preliminary.extended", { report, data: { until } });
};

/** Open, not open or link: the report's outcome; opening also starts the investigation. */
export function reportDecided(outcome: "open" | "not-open" | "link", fact: string): MatterReducer {
  return (matter, event) => {
    const report = event.body.ids["report"];
    const on = stockholmDate(event.occurredAt);
    const decided =
      report === undefined
        ? matter
        : changeReport(matter, report, (state) => ({
            ...state,
            outcome,
            outcomeOn: on,
            outcomeCoded: pick(event.body.data, ["notOpenReason", "violenceConfirmed"]),
          }));
    const investigation = event.body.ids["investigation"];
    const opened: MatterState =
      outcome === "open" && investigation !== undefined
        ? {
            ...decided,
            investigation: newInvestigation(investigation, event, report === undefined),
          }
        : decided;
    return addFact(withInvestigators(opened, event), event, fact, {
      ...(report === undefined ? {} : { report }),
      ...(investigation === undefined
        ? {}
        : { investigation, ...(outcome === "open" ? { id: investigation } : {}) }),
    });
  };
}

function newInvestigation(investigation: Uuid, event: RecordedEvent, byApplication: boolean) {
  return {
    investigation,
    openedOn: stockholmDate(event.occurredAt),
    byApplication,
    extensions: 0,
    informed: [],
    postponed: [],
  };
}

function withInvestigators(matter: MatterState, event: RecordedEvent): MatterState {
  const worker = event.body.ids["investigator"];
  const coWorker = event.body.ids["coInvestigator"];
  return {
    ...matter,
    ...(worker === undefined ? {} : { worker }),
    ...(coWorker === undefined ? {} : { coWorker }),
  };
}

function changeReport(
  matter: MatterState,
  report: Uuid,
  change: (state: ReportState) => ReportState,
): MatterState {
  return {
    ...matter,
    reports: matter.reports.map((state) => (state.report === report ? change(state) : state)),
  };
}
