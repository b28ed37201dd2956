import { z } from "zod";
import { LONGEST_PHRASE, LONGEST_PHRASE_NAME } from "../../domain/phrases/phrase.ts";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** Keeps a phrase, new or changed, for oneself or for the unit. Nothing in it is about a child. */
export const savePhrase = route({
  id: "phrases.save-phrase",
  method: "POST",
  path: "/api/v1/phrases/save-phrase",
  params: empty,
  query: empty,
  body: z.object({
    phrase: uuid,
    shared: z.boolean().describe("for the members of the own unit"),
    name: z.string().trim().min(1).max(LONGEST_PHRASE_NAME),
    words: z.string().trim().min(1).max(LONGEST_PHRASE),
  }),
  answer: empty,
  action: "draft.write",
  purpose: "case-handling",
  problems: ["phrase.not-found", "phrase.no-unit", "phrase.too-many"],
});
