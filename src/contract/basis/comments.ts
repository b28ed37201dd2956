import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, uuid } from "../shapes.ts";

const moment = z.object({ by: z.string(), at: instant });

/** A comment to the writer of the basis. */
export const commentShape = z.object({
  comment: uuid,
  place: z.string().describe("section/<id>, or area/<id> of what is written area by area"),
  words: z.string(),
  written: moment,
  met: moment.nullable().describe("who marked it as met; null while it waits"),
});

/** What readers have said about parts of the basis that is being written. Gone when it is signed or discarded. */
export const listComments = route({
  id: "basis.list-comments",
  method: "GET",
  path: "/api/v1/akt/:akt/matter/:matter/comments",
  params: z.object({ akt: uuid, matter: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    comments: z.array(commentShape),
    open: z.boolean().describe("there is a draft to comment on"),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found"],
});

const place = { akt: uuid, matter: uuid, comment: uuid };

/** Whoever reads the basis before it is communicated says something about a part of it. Never printed. */
export const writeComment = route({
  id: "basis.write-comment",
  method: "POST",
  path: "/api/v1/basis/write-comment",
  params: empty,
  query: empty,
  body: z.object({
    ...place,
    place: z.string().max(200),
    words: z
      .string()
      .trim()
      .min(1)
      .max(4000)
      .regex(/^[^\0]*$/u),
  }),
  answer: empty,
  action: "akt.review",
  purpose: "case-handling",
  problems: ["akt.not-found", "draft.not-found", "comment.place-unknown"],
});

/** The writer marks a comment as met, or takes that back. */
export const meetComment = route({
  id: "basis.meet-comment",
  method: "POST",
  path: "/api/v1/basis/meet-comment",
  params: empty,
  query: empty,
  body: z.object({ ...place, met: z.boolean() }),
  answer: empty,
  action: "draft.write",
  purpose: "case-handling",
  problems: ["akt.not-found", "draft.not-found", "comment.not-found"],
});
