import { z } from "zod";
import { act } from "./act.ts";
import { eventId } from "./investigation.ts";
import { codeOf, joined, type KindMapping } from "./mapping.ts";
import { anybody, participants } from "./people.ts";

const text = z.string().nullish();

const acknowledged = z.looseObject({ to: z.string(), how: text, text });
const requested = z.looseObject({ by: z.string(), report: z.string(), text });
const feedback = z.looseObject({ to: z.string(), report: z.string(), text, reason: text });
const police = z.looseObject({ result: z.string(), reason: text });
const offered = z.looseObject({ result: z.string(), text });
const meeting = z.looseObject({
  participants: z.array(z.string()),
  childParticipation: text,
  text,
});

/** What an offer of a meeting led to. One that was accepted is known when it has been held. */
const meetingResults: Readonly<Record<string, string | undefined>> = {
  accepterat: undefined,
  avböjt: "offered-declined",
  "inte lämpligt": "not-suitable",
};

/** Acts around a report: receipt, feedback, the police and the meeting with the reporter. */
export const intakeActs: Readonly<Record<string, KindMapping>> = {
  "reporter.acknowledged": act("reporter.acknowledged", acknowledged, (_event, data, ctx) => ({
    answers: { to: [anybody(ctx, data.to, "to")], text: joined(data.how, data.text) },
  })),
  "reporter.feedbackRequested": act(
    "feedback.requested",
    requested,
    (_event, data, ctx, matter) => ({
      answers: { by: [anybody(ctx, data.by, "by")], feedback: "requested", text: data.text },
      ids: { report: eventId(ctx, data.report, matter, "report") },
      requires: [data.report],
    }),
  ),
  "reporter.feedbackGiven": act(
    "feedback.given",
    feedback,
    (_event, data, ctx, matter) => ({
      answers: { to: [anybody(ctx, data.to, "to")], feedback: "given", text: data.text },
      ids: { report: eventId(ctx, data.report, matter, "report") },
      requires: [data.report],
    }),
    { attempts: true },
  ),
  "reporter.feedbackRefused": act("feedback.refused", feedback, (_event, data, ctx, matter) => ({
    answers: {
      to: [anybody(ctx, data.to, "to")],
      feedback: "unsuitable",
      text: data.text,
      reason: data.reason,
    },
    ids: { report: eventId(ctx, data.report, matter, "report") },
    requires: [data.report],
  })),
  "policeReport.considered": act("police-report.considered", police, (_event, data, ctx) => ({
    answers: {
      policeReport: codeOf(ctx, "police-report", data.result, "result"),
      reason: data.reason,
    },
  })),
  "reportMeeting.offered": act("report-meeting.offered", offered, (_event, data, ctx) => ({
    answers: {
      reportMeeting:
        data.result in meetingResults
          ? meetingResults[data.result]
          : codeOf(ctx, "report-meeting", data.result, "result"),
      text: data.text,
    },
  })),
  "reportMeeting.held": act("report-meeting.held", meeting, (_event, data, ctx) => ({
    answers: {
      participants: participants(ctx, data.participants, "participants"),
      childParticipation: codeOf(
        ctx,
        "participation",
        data.childParticipation,
        "childParticipation",
      ),
      reportMeeting: "held",
      text: data.text,
    },
  })),
};
