import { z } from "zod";
import { route } from "../route.ts";
import {
  answers,
  clockShape,
  empty,
  localDateTime,
  matterNumber,
  personLabel,
  plainDate,
  uuid,
  words,
} from "../shapes.ts";
import { measuresOfMatter } from "./measure-view.ts";

/** What a step still lacks before it can be completed, grouped by who demands it. */
export const missingItem = z.object({
  level: z.enum(["law", "follow-up", "practice"]),
  ruleId: z.string().nullable(),
  section: z.string().nullable(),
  pointer: z.string().nullable(),
  sv: z.string(),
  en: z.string(),
});

/** A step that can be taken now or not yet: its command, and what is missing for it. */
export const nextStep = z.object({
  command: z.string(),
  route: z.string(),
  /** What the command will carry: the report, the investigation, the document or the decision it concerns. */
  ids: z.record(z.string(), uuid),
  /** The kind of decision that the step is, by which law and delegation order know it. */
  decision: z.string().nullable(),
  sv: z.string(),
  en: z.string(),
  possible: z.boolean(),
  missing: z.array(missingItem),
});

/** What a report follows on: an earlier report, an investigation that ended, or one that runs elsewhere. */
const earlierContact = z.object({
  matter: uuid,
  kind: z.enum(["report", "investigation", "running"]),
  on: plainDate,
  code: z.string().nullable(),
});

const party = z.object({
  person: uuid,
  kind: z.string(),
  label: personLabel,
  relation: words,
  audience: z
    .string()
    .describe("code of codelist visible-to that stands for the person in this akt"),
});

/** A relation of somebody to the child, with its days. */
const familyMember = z.object({
  relation: uuid,
  person: uuid,
  label: personLabel,
  kind: z.string(),
  words,
  guardian: z.boolean(),
  household: z.boolean().describe("the child lives with them, all the time or in turns"),
  from: plainDate.nullable(),
  to: plainDate.nullable(),
  holds: z.boolean().describe("today"),
  audience: party.shape.audience,
});

export const matterView = z.object({
  matter: uuid,
  number: matterNumber,
  startedOn: plainDate,
  closedOn: plainDate.nullable(),
  phase: z.string(),
  worker: z.object({ id: uuid, name: z.string() }).nullable(),
  coWorker: z.object({ id: uuid, name: z.string() }).nullable(),
  unit: z.object({ id: uuid, name: z.string() }).nullable(),
  reports: z.array(
    z.object({
      report: uuid,
      arrivedOn: plainDate,
      receivedAt: z.string(),
      data: answers.describe("report answers the reader may see; a shielded reporter is left out"),
      moreChildren: z.boolean(),
      protection: answers.nullable(),
      outcome: z.string().nullable(),
      outcomeOn: plainDate.nullable(),
      cameBack: z
        .object({
          months: z.number().int(),
          contacts: z.array(earlierContact),
          siblings: z
            .array(earlierContact.extend({ akt: uuid, child: personLabel }))
            .describe("the same in the akter of brothers and sisters, while a decision waits"),
        })
        .describe(
          "what the report follows on within so many months, of the matters the reader may see",
        ),
    }),
  ),
  investigation: z
    .object({
      investigation: uuid,
      openedOn: plainDate,
      extendedUntil: plainDate.nullable(),
      closedOn: plainDate.nullable(),
      result: z.string().nullable(),
    })
    .nullable(),
  plan: z
    .object({
      version: z.number().int(),
      madeOn: plainDate,
      revisedOn: plainDate.nullable(),
      targetOn: plainDate.nullable(),
      questions: z
        .array(z.object({ id: z.string(), text: z.string(), areas: z.array(z.string()) }))
        .describe("what the basis is to answer; the text as far as the reader may see it"),
    })
    .nullable(),
  followUp23: z
    .object({
      decidedOn: plainDate,
      until: plainDate.nullable(),
      nextOn: plainDate.nullable(),
      contacts: z.number().int(),
      childAlone: z.number().int().describe("contacts where the child was without a guardian"),
      endedOn: plainDate.nullable(),
    })
    .nullable()
    .describe("follow-up of the child's situation after the investigation or a placement"),
  consents: z.array(
    z.object({
      consent: uuid,
      on: plainDate,
      by: z.array(uuid),
      kind: z.string().nullable(),
      bodies: z.array(z.string()),
      until: plainDate.nullable(),
      withdrawnOn: plainDate.nullable(),
    }),
  ),
  instruments: z
    .array(
      z.object({
        result: uuid,
        instrument: z.string(),
        on: plainDate,
        respondent: z.string().nullable(),
        occasion: z.string().nullable(),
        total: z.number().nullable(),
        range: z.object({ min: z.number(), max: z.number() }).nullable(),
        cutoff: z
          .object({ sv: z.string(), en: z.string(), source: z.string() })
          .nullable()
          .describe("only beside the interpretation of somebody who has read the result"),
        interpretation: z.string().nullable(),
      }),
    )
    .describe("results, oldest first; none for readers without health and narrative"),
  basis: z
    .object({
      document: uuid,
      version: z.number().int(),
      status: z.enum(["fixed", "signed"]),
      reviewedOn: plainDate.nullable(),
      returned: z.boolean(),
      communicated: z.array(
        z.object({
          party: uuid,
          on: plainDate,
          answerBy: plainDate,
          answeredOn: plainDate.nullable(),
          position: z.string().nullable(),
        }),
      ),
      signedOn: plainDate.nullable(),
    })
    .nullable(),
  decisions: z.array(
    z.object({
      decision: uuid,
      on: plainDate,
      type: z.string(),
      wording: z.string(),
      level: z.string(),
      decider: z.string(),
      appealable: z.string(),
      notified: z.array(z.object({ party: uuid, receivedOn: plainDate })),
    }),
  ),
  ...measuresOfMatter,
  participation: z.array(
    z.object({ step: z.string(), code: z.string().nullable(), source: words }),
  ),
  steps: z.array(nextStep),
  clocks: z.array(clockShape),
});

/** The child's page: now, the child's voice, the twelve areas, the matters with steps and clocks. */
export const childPage = route({
  id: "views.child-page",
  method: "GET",
  path: "/api/v1/akt/:akt",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    akt: uuid,
    child: personLabel,
    glassUntil: localDateTime
      .nullable()
      .describe("it is seen through an opening in an emergency, until then"),
    may: z
      .array(z.string())
      .describe("actions of the policy that the reader may take here beside reading"),
    person: uuid,
    linkedAkter: z.array(uuid).describe("other akter about the same child"),
    twoInvestigations: z
      .array(z.object({ akt: uuid, number: matterNumber, openedOn: plainDate }))
      .describe(
        "investigations that run in the other akter while one runs here: records were joined, and one is to be gone on with",
      ),
    birthDate: z.string().nullable(),
    parties: z.array(party),
    ownCopy: z
      .object({ fromAge: z.number().int(), gets: z.boolean() })
      .describe("from which age a child gets a print of its own, and whether this child does"),
    areaLevelsAsked: z
      .boolean()
      .optional()
      .describe("the board follows up the level of each area: the basis asks for it"),
    family: z.array(familyMember).describe("who is what to the child, also earlier and later"),
    protection: z.object({ level: z.string(), whoMaySee: z.array(z.string()) }).nullable(),
    matters: z.array(matterView),
    otherMatters: z
      .number()
      .int()
      .describe(
        "matters of the child that the reader does not work with, told by their number only",
      ),
    childsWords: z.array(z.object({ text: z.string(), on: plainDate, source: words })),
    areas: z.array(
      z.object({
        area: z.string(),
        protective: z.array(z.string()),
        risk: z.array(z.string()),
        latest: z.string().nullable(),
      }),
    ),
    drafts: z.array(
      z.object({
        draft: uuid,
        document: z.string(),
        matter: uuid,
        item: uuid.nullable().describe("the thing it is about, where a matter may have several"),
        changedAt: z.string(),
        by: z.string(),
      }),
    ),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
