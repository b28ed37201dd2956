import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { writer } from "./follow-draft.ts";
import { begun, draftField } from "./open-draft.ts";

/** A field as it stands after a save. What was sent is not sent back: without a value it is the one of the save. */
export const savedField = draftField.extend({ value: z.unknown().optional() });

/** Saves changed fields. A base that is not the stored revision keeps both texts: the later as value, the earlier as other. */
export const saveDraft = route({
  id: "drafts.save-draft",
  method: "POST",
  path: "/api/v1/drafts/save-draft",
  params: empty,
  query: empty,
  body: z.object({
    draft: uuid,
    changes: z
      .array(
        z.object({
          path: z.string().max(200),
          base: z.number().int(),
          value: z.unknown(),
          changeId: uuid,
          /** The writer's own change that it was written over, sent before and not answered yet. */
          over: uuid.optional(),
          choose: z.boolean().optional(),
          /** When an item is taken away: the revision of each of its fields, or the writer's own change of it. */
          seen: z.record(z.string().max(100), z.union([z.number().int(), uuid])).optional(),
        }),
      )
      .min(1)
      .max(500),
    /** When its editor last heard of the draft: then what others have written since comes along. */
    since: z.string().max(40).optional(),
    begun,
  }),
  answer: z.object({
    savedAt: z.string(),
    fields: z.array(savedField),
    /** Only where somebody else was the last to write, and `since` was given. */
    news: z.object({ fields: z.array(draftField), writers: z.array(writer) }).optional(),
  }),
  action: "draft.write",
  purpose: "case-handling",
  problems: ["draft.not-found", "draft.path-unknown", "request.shape"],
});
