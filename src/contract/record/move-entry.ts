import { z } from "zod";
import { route } from "../route.ts";
import { commandAnswer, empty, rowNumber, uuid } from "../shapes.ts";

/**
 * Moves an entry that stands in the wrong akt to where it belongs (M-03): one command, one transaction. The one
 * who asks may write in both.
 */
export const moveEntry = route({
  id: "record.move-entry",
  method: "POST",
  path: "/api/v1/record/move-entry",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    akt: uuid,
    matter: uuid,
    entry: rowNumber,
    reason: z.string().max(4000),
    to: z
      .object({ akt: uuid.optional(), person: uuid.optional(), matter: uuid })
      .describe("the akt, or the child, whose akt begins with a report that is moved to it"),
  }),
  answer: commandAnswer,
  action: "akt.write",
  purpose: "case-handling",
  problems: [
    "akt.not-found",
    "record.entry-missing",
    "record.already-undone",
    "record.already-moved",
    "record.not-movable",
    "record.bound-here",
    "record.report-decided",
    "record.no-report-there",
    "record.same-akt",
    "application.applicant-no-party",
    "person.not-found",
    "person.new-identity",
    "record.reason-names-child",
  ],
});
