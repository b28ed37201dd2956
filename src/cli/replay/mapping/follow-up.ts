import { z } from "zod";
import {
  answersOf,
  codeOf,
  inEachMatter,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { isPerson, nameOf, personIds, staffId } from "./people.ts";

const text = z.string().nullish();

const decided = z.looseObject({
  section: text,
  level: text,
  decider: z.string(),
  consent: text,
  consentBy: z.array(z.string()).nullish(),
  reason: text,
  contacts: z.array(z.string()).nullish(),
});
const contact = z.looseObject({
  contact: z.string(),
  childAlone: z.boolean().nullish(),
  text: z.string(),
  secretTowards: z.array(z.string()).nullish(),
});
const ended = z.looseObject({
  outcome: text,
  text: z.string(),
  informed: z.array(z.string()).nullish(),
});

/** What has ended before the follow-up, by the section it is decided with. */
const causeOfSection: Readonly<Record<string, string>> = {
  "23 kap. 1 §": "investigation",
  "23 kap. 2 §": "placement",
};

/** Follow-up of the child's situation after an investigation or a placement. */
export const followUpKinds: Readonly<Record<string, KindMapping>> = {
  "followUp23.decided": mapping(decided, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "follow-up-23.decide",
      ids: { decider: staffId(ctx, data.decider, "decider") },
      data: answersOf({
        afterWhat: causeOf(ctx, data.section),
        consent: codeOf(ctx, "follow-up-23", data.consent, "consent"),
        consentBy: personIds(ctx, data.consentBy ?? [], "consentBy"),
        reason: data.reason,
        contacts: (data.contacts ?? []).join(", "),
        decidedAt: event.occurredAt,
        level: codeOf(ctx, "decision-level", data.level, "level"),
      }),
      requires: [],
    })),
  ),
  "followUp23.contact": mapping(contact, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "follow-up-23.contact",
      ids: {},
      data: answersOf({
        occurredAt: event.occurredAt,
        withPersons: isPerson(ctx, data.contact) ? [ctx.ids.person(data.contact)] : [],
        contact: nameOf(ctx, data.contact) ?? data.contact,
        childAlone: data.childAlone,
        text: data.text,
        hiddenFrom: personIds(ctx, data.secretTowards ?? [], "secretTowards"),
      }),
      requires: [],
    })),
  ),
  "followUp23.ended": mapping(ended, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "follow-up-23.end",
      ids: {},
      data: answersOf({
        outcome: codeOf(ctx, "follow-up-23-outcome", data.outcome, "outcome"),
        text: data.text,
        informed: personIds(ctx, data.informed ?? [], "informed"),
      }),
      requires: [],
    })),
  ),
};

function causeOf(ctx: MapContext, section: string | null | undefined): string | undefined {
  if (section === null || section === undefined) return undefined;
  return causeOfSection[section] ?? codeOf(ctx, "follow-up-cause", section, "section");
}
