import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, uuid } from "../shapes.ts";
import { intakeAnswer } from "./receive-report.ts";

/**
 * Receives one application about one or several children in one transaction. It joins the running
 * investigation of a child that has one; for any other child the investigation may be opened in the same step,
 * by whoever may decide it. The text is given as marked parts, as that of a report is.
 */
export const receiveApplication = route({
  id: "intake.receive-application",
  method: "POST",
  path: "/api/v1/intake/receive-application",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    /** Answers of the document `application`, with the list `parts` (audience "common" or a person id, text). */
    data: answers,
    children: z
      .array(
        z.object({
          person: uuid,
          /** Ids the client chose: of the application of this child, and of the matter it starts. */
          report: uuid,
          matter: uuid,
          /** The decision to open, with answers of the document `opening-decision`. */
          opening: z
            .object({ investigation: uuid, investigator: uuid.optional(), data: answers })
            .optional(),
        }),
      )
      .max(60),
    draft: uuid.optional(),
    reasons: z.record(z.string(), z.string()).default({}),
  }),
  answer: intakeAnswer,
  action: "akt.write",
  purpose: "reports-of-concern",
  problems: [
    "report.no-child",
    "report.child-twice",
    "application.applicant-no-party",
    "command.time-later-than-now",
  ],
});
