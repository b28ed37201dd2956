import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { draftField } from "./open-draft.ts";

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
          choose: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  answer: z.object({ savedAt: z.string(), fields: z.array(savedField) }),
  action: "draft.write",
  purpose: "case-handling",
  problems: ["draft.not-found", "draft.path-unknown"],
});
