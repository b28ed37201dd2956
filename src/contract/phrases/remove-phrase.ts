import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** Takes a phrase away; what was written with it stays as it is. */
export const removePhrase = route({
  id: "phrases.remove-phrase",
  method: "POST",
  path: "/api/v1/phrases/remove-phrase",
  params: empty,
  query: empty,
  body: z.object({ phrase: uuid }),
  answer: empty,
  action: "draft.write",
  purpose: "case-handling",
  problems: ["phrase.not-found"],
});
