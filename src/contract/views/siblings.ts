import { z } from "zod";
import { route } from "../route.ts";
import { clockShape, empty, personLabel, plainDate, uuid, words } from "../shapes.ts";

/**
 * The brothers and sisters of a child beside each other, the child among them: only those with a running matter
 * that the reader works with. Each part is made of that child's own akt alone.
 */
export const siblings = route({
  id: "views.siblings",
  method: "GET",
  path: "/api/v1/akt/:akt/siblings",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    children: z.array(
      z.object({
        akt: uuid,
        child: personLabel,
        matters: z.array(
          z.object({
            matter: uuid,
            startedOn: plainDate,
            phase: z.string(),
            worker: z.string().nullable(),
          }),
        ),
        protection: z.array(z.object({ on: plainDate, outcome: z.string() })),
        clocks: z.array(clockShape),
        words: z.array(z.object({ text: z.string(), on: plainDate, source: words })),
        lastTalkOn: plainDate.nullable(),
        areas: z.array(
          z.object({
            area: z.string(),
            protective: z.array(z.string()),
            risk: z.array(z.string()),
            latest: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
