import { aktCommand } from "../akt-command.ts";

/** Adds a report to the investigation that is already running. */
export const linkReport = aktCommand("intake", "link-report", "report.link", "akt.assess");
