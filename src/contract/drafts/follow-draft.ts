import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { begun, draftField } from "./open-draft.ts";

/** A field that somebody else has written in within the last seconds, and who. */
export const writer = z.object({ path: z.string(), name: z.string() });

/**
 * What has changed in an open draft since its editor last heard of it, and who writes where just now: several
 * work in one document and see each other's saved fields.
 */
export const followDraft = route({
  id: "drafts.follow-draft",
  method: "POST",
  path: "/api/v1/drafts/follow-draft",
  params: empty,
  query: empty,
  body: z.object({
    draft: uuid,
    /** The `at` of the answer before this one; null the first time, which asks for nothing but the time. */
    since: z.string().max(40).nullable(),
    begun,
  }),
  answer: z.object({
    at: z.string(),
    fields: z.array(draftField),
    writers: z.array(writer),
  }),
  action: "draft.write",
  purpose: "case-handling",
  problems: ["draft.not-found", "request.shape"],
});
