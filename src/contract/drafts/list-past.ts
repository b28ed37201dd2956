import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** What stood in a field of a draft before, until it is signed: for whoever took away too much. */
export const listPast = route({
  id: "drafts.list-past",
  method: "POST",
  path: "/api/v1/drafts/list-past",
  params: empty,
  query: empty,
  body: z.object({ draft: uuid, path: z.string().min(1).max(200) }),
  answer: z.object({
    /** The latest first. */
    versions: z.array(
      z.object({ rev: z.number().int(), value: z.unknown(), by: z.string(), at: z.string() }),
    ),
  }),
  action: "draft.write",
  purpose: "case-handling",
  problems: ["draft.not-found"],
});
