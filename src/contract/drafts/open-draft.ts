import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

export const draftField = z.object({
  /** `field`, or `list/<item uuid>/<field>`; an item's place is `list/<item uuid>/order`. */
  path: z.string().max(200),
  rev: z.number().int(),
  value: z.unknown(),
  /** A value somebody else saved at the same time, shown until one is chosen. */
  other: z.unknown().optional(),
  by: z.string(),
});

export const draftShape = z.object({
  draft: uuid,
  document: z.string(),
  akt: uuid.nullable(),
  matter: uuid.nullable(),
  specDigest: z.string(),
  fields: z.array(draftField),
  changedAt: z.string(),
  /** When it was begun: a draft begun again under the id of one that is gone is another one. */
  begun: z.string(),
  /** When it was read: what is saved from then on is asked for with `drafts.follow-draft`. */
  at: z.string(),
});

/** The `begun` of the draft that was opened: refused where the one under its id is a later one. */
export const begun = z.string().max(40).optional();

/** Opens the one draft of a document (made at first opening), shared by its editors. */
export const openDraft = route({
  id: "drafts.open-draft",
  method: "POST",
  path: "/api/v1/drafts/open-draft",
  params: empty,
  query: empty,
  body: z.object({
    draft: uuid,
    document: z.string().max(60),
    akt: uuid.optional(),
    matter: uuid.optional(),
    item: uuid.optional(),
  }),
  answer: draftShape,
  action: "draft.write",
  purpose: "case-handling",
  problems: ["akt.not-found", "matter.not-found"],
});
