import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid } from "../shapes.ts";

/** Documents that came into the matters of an akt, newest first, as far as the reader may see them. */
export const listReceived = route({
  id: "received.list-received",
  method: "GET",
  path: "/api/v1/akt/:akt/received",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    documents: z.array(
      z.object({
        received: uuid,
        seq: z.number().int(),
        matter: uuid,
        arrivedOn: plainDate,
        kind: z.string(),
        sender: z.string(),
        about: z.string(),
        hasText: z.boolean(),
        hiddenFrom: z.array(uuid),
        marks: z.array(z.string()).describe("codes of secrecy-mark"),
        file: z
          .object({
            file: uuid,
            mediaType: z.string(),
            size: z.number().int(),
            pages: z.number().int().nullable(),
            archive: z
              .string()
              .nullable()
              .describe("the kind of PDF/A that it says it is, unchecked"),
            sha256: z.string(),
          })
          .nullable(),
      }),
    ),
    siblings: z
      .array(z.object({ akt: uuid, matter: uuid, label: personLabel }))
      .describe("siblings in whose matters the reader may take in the same document"),
    opens: z.boolean().describe("whether the reader may open the originals"),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
