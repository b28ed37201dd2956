import { z } from "zod";
import { aktCommand } from "../akt-command.ts";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid } from "../shapes.ts";

const words = z.object({ sv: z.string(), en: z.string() });

/** Notes that somebody asks for documents of an akt: a party, a stranger, an authority (FL 10 §, TF 2:15, GDPR 15). */
export const noteRequest = aktCommand(
  "disclosure",
  "note-request",
  "disclosure.request",
  "akt.write",
  ["command.id-taken", "disclosure.nobody-asks"],
);

/** Decides what is disclosed, paragraph by paragraph (OSL 26:1). */
export const decideDisclosure = aktCommand(
  "disclosure",
  "decide-disclosure",
  "disclosure.decide",
  "akt.disclose",
  ["disclosure.not-found", "disclosure.handed-over", "disclosure.outcome-differs"],
);

/** Notes that the copy was handed over: how, and when. */
export const handOverDisclosure = aktCommand(
  "disclosure",
  "hand-over-disclosure",
  "disclosure.hand-over",
  "akt.write",
  [
    "disclosure.not-found",
    "disclosure.handed-over",
    "disclosure.not-examined",
    "disclosure.refused",
  ],
);

const request = z.object({
  disclosure: uuid,
  matter: uuid,
  on: plainDate,
  kind: z.string().describe("code of disclosure-kind"),
  by: z.array(uuid),
  outcome: z.string().nullable().describe("code of disclosure-outcome; null until examined"),
  decidedOn: plainDate.nullable(),
  handedOn: plainDate.nullable(),
});

/** The requests for documents of an akt, newest first, and the matters a new one can be noted in. */
export const listDisclosures = route({
  id: "disclosure.list-disclosures",
  method: "GET",
  path: "/api/v1/akt/:akt/disclosures",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    child: personLabel,
    matters: z.array(z.object({ matter: uuid, number: z.string().nullable() })),
    persons: z
      .array(z.object({ id: uuid, label: z.string() }))
      .describe("the child and the guardians"),
    requests: z.array(request),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});

/** What one request is about, paragraph by paragraph, with what speaks against disclosing it. */
export const readMaterial = route({
  id: "disclosure.read-material",
  method: "GET",
  path: "/api/v1/akt/:akt/disclosures/:disclosure",
  params: z.object({ akt: uuid, disclosure: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    request,
    child: personLabel,
    recipient: z.string(),
    isParty: z.boolean(),
    wants: z.string(),
    withheld: z
      .array(z.object({ entry: z.number().int(), part: z.string(), ground: z.string() }))
      .describe("what the latest decision leaves out; an empty part is the whole entry"),
    info: words.describe("what is told with the copy besides, in the words of the law"),
    entries: z.array(
      z.object({
        seq: z.number().int(),
        on: plainDate,
        title: z.string(),
        author: z.string(),
        original: z.boolean().describe("a document came with it, which is copied by itself"),
        parts: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            text: z.string(),
            closed: z.string().nullable().describe("secrecy-ground; left out whatever is decided"),
            hints: z.array(z.string()).describe("secrecy-ground; look at it"),
          }),
        ),
      }),
    ),
  }),
  // Whoever examines sees everything of the matters it may read: what to leave out is seen in the whole only.
  action: "akt.disclose",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected", "disclosure.not-found"],
});

/** Makes the copy of an examined request for whoever asked: once for the same decision on the same entries. */
export const makeDisclosureCopy = route({
  id: "disclosure.make-copy",
  method: "POST",
  path: "/api/v1/disclosure/make-copy",
  params: empty,
  query: empty,
  body: z.object({ akt: uuid, disclosure: uuid }),
  answer: z.object({ file: uuid, name: z.string(), sha256: z.string() }),
  action: "akt.disclose",
  purpose: "case-handling",
  problems: [
    "akt.not-found",
    "akt.protected",
    "disclosure.not-found",
    "disclosure.not-examined",
    "print.reporter-named-in-text",
    "print.protected-detail-in-text",
    "print.hidden-text-repeated",
    "print.render-failed",
    "print.render-timeout",
  ],
});

/** Routes of handing out what stands in an akt. */
export const disclosureRoutes = [
  noteRequest,
  decideDisclosure,
  handOverDisclosure,
  listDisclosures,
  readMaterial,
  makeDisclosureCopy,
] as const;
