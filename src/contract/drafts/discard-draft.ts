import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** Throws a draft away; drafts are working papers and never touch the log. */
export const discardDraft = route({
  id: "drafts.discard-draft",
  method: "POST",
  path: "/api/v1/drafts/discard-draft",
  params: empty,
  query: empty,
  body: z.object({ draft: uuid }),
  answer: empty,
  action: "draft.write",
  purpose: "case-handling",
  problems: ["draft.not-found"],
});
