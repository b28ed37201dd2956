import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { draftShape } from "./open-draft.ts";

/** Reads a draft with all its fields. */
export const readDraft = route({
  id: "drafts.read-draft",
  method: "GET",
  path: "/api/v1/drafts/:draft",
  params: z.object({ draft: uuid }),
  query: empty,
  body: empty,
  answer: draftShape,
  action: "draft.write",
  purpose: "case-handling",
  problems: ["draft.not-found"],
});
