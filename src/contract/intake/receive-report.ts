import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, problemShape, uuid } from "../shapes.ts";

/** Where what came in about each child went. */
export const intakeAnswer = z.object({
  children: z.array(
    z.object({ person: uuid, akt: uuid, matter: uuid, report: uuid, running: z.boolean() }),
  ),
  warnings: z.array(problemShape),
});

/**
 * Receives one report about one or several children in one transaction. The text is given as marked parts
 * (`common`, or the person id of one child); each akt stores only its own parts, and the original is sealed.
 * A protection assessment may be given with it, per child.
 */
export const receiveReport = route({
  id: "intake.receive-report",
  method: "POST",
  path: "/api/v1/intake/receive-report",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    /** Answers of the document `report`, with the list `parts` (audience "common" or a person id, text). */
    data: answers,
    children: z
      .array(
        z.object({
          person: uuid,
          /** Ids the client chose: of the report of this child, and of the matter it starts. */
          report: uuid,
          matter: uuid,
          /** Answers of the document `protection-assessment`, when already made. */
          protection: answers.optional(),
        }),
      )
      .max(60),
    draft: uuid.optional(),
    reasons: z.record(z.string(), z.string()).default({}),
  }),
  answer: intakeAnswer,
  action: "akt.write",
  purpose: "reports-of-concern",
  problems: ["report.no-child", "report.child-twice", "command.time-later-than-now"],
});
