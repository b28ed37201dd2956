import { aktCommand } from "../akt-command.ts";

/** Notes that what the provider has told of a measure was read. */
export const noteReportRead = aktCommand(
  "measure",
  "note-report-read",
  "measure.read-report",
  "akt.write",
  ["measure.report-not-found", "measure.report-read"],
);
