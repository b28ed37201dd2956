import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, rowNumber, uuid } from "../shapes.ts";

/** What an entry said that was moved to another akt: sealed here, and read by the manager alone. */
export const readSealed = route({
  id: "record.read-sealed",
  method: "GET",
  path: "/api/v1/akt/:akt/chronology/:seq/sealed",
  params: z.object({ akt: uuid, seq: rowNumber }),
  query: empty,
  body: empty,
  answer: z.object({ document: z.string().nullable(), specDigest: z.string(), data: answers }),
  action: "akt.read-sealed",
  purpose: "case-handling",
  problems: ["akt.not-found"],
});
