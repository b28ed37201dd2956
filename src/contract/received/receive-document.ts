import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, problemShape, uuid } from "../shapes.ts";

/** More children than one family has. */
const MOST_CHILDREN = 60;

/**
 * Takes a document into the matter of each child it concerns, in one transaction: an uploaded file, a pasted
 * text, or both. Each akt holds a reference of its own and nothing of the other children.
 */
export const receiveDocument = route({
  id: "received.receive-document",
  method: "POST",
  path: "/api/v1/received/receive-document",
  params: empty,
  query: empty,
  body: z.object({
    upload: uuid.optional(),
    /** Answers of the document `received-document`. */
    data: answers,
    children: z
      .array(z.object({ commandId: uuid, akt: uuid, matter: uuid, received: uuid }))
      .min(1)
      .max(MOST_CHILDREN),
    reasons: z.record(z.string().max(40), z.string().max(4000)).default({}),
  }),
  answer: z.object({
    children: z.array(z.object({ akt: uuid, received: uuid, seq: z.number().int() })),
    warnings: z.array(problemShape),
  }),
  action: "akt.write",
  purpose: "case-handling",
  problems: [
    "received.nothing",
    "received.child-twice",
    "received.names-other-child",
    "received.upload-gone",
    "received.file-elsewhere",
    "received.found-later-than-now",
    "received.id-taken",
    "akt.not-found",
  ],
});
