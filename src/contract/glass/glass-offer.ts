import { z } from "zod";
import { route } from "../route.ts";
import { empty, words } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** What breaking the glass asks for. The same for every akt: it tells nothing of the child. */
export const glassOffer = route({
  id: "glass.glass-offer",
  method: "GET",
  path: "/api/v1/glass/offer",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    kinds: z.array(words),
    hours: z.number().int(),
    followUpDays: z.number().int(),
    shortestReason: z.number().int(),
    longestReason: z.number().int(),
    law: text,
  }),
  action: "glass.open",
  purpose: "case-handling",
  problems: [],
});
