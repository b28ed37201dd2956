import { z } from "zod";
import { act } from "./act.ts";
import { codeOf, itemOf, joined, type KindMapping } from "./mapping.ts";
import { anybody, participants, staffId } from "./people.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const offered = z.looseObject({ consentBy: keys.nullish(), text });
const made = z.looseObject({
  participants: keys,
  childParticipation: text,
  parts: z.array(z.strictObject({ who: z.string(), does: z.string() })).nullish(),
  lead: text,
  followUp: text,
  text,
});
const followed = z.looseObject({ text });
const visit = z.looseObject({
  participants: keys,
  privateTalk: z.boolean().nullish(),
  summary: text,
  childsWords: text,
});

const asked = z.looseObject({
  fromMunicipality: z.string(),
  toMunicipality: z.string(),
  text,
});
const answered = z.looseObject({ answer: z.string(), takesOverOn: text, text });
const completed = z.looseObject({ toMunicipality: z.string(), text });

/** The word of the format for a request that is agreed to. */
const YES = "ja";

/**
 * A matter that another municipality is asked to take over. One board plays both: who answers is the one that was
 * asked, so the request is one that came in.
 */
const transferActs: Readonly<Record<string, KindMapping>> = {
  "transfer.requested": act("transfer.requested", asked, (_event, data) => ({
    answers: {
      transferDirection: "they-ask",
      municipality: data.fromMunicipality,
      text: data.text,
    },
  })),
  "transfer.answered": act("transfer.answered", answered, (event, data, ctx) => ({
    answers: {
      transferAgreed: data.answer === YES,
      takesOverOn: data.takesOverOn,
      decider: staffId(ctx, event.recordedBy, "recordedBy"),
      text: data.text,
    },
  })),
  "transfer.completed": act("transfer.completed", completed, (_event, data) => ({
    answers: { municipality: data.toMunicipality, text: data.text },
  })),
};

/** The coordinated plan with health care, and visits to a placed child. */
export const coordinationActs: Readonly<Record<string, KindMapping>> = {
  ...transferActs,
  "sip.offered": act("sip.offered", offered, (_event, data, ctx) => ({
    answers: {
      by: (data.consentBy ?? []).map((key, index) => anybody(ctx, key, "consentBy", index)),
      text: data.text,
    },
  })),
  "sip.made": act("sip.made", made, (event, data, ctx, matter) => {
    return {
      answers: {
        participants: participants(ctx, data.participants, "participants"),
        childParticipation: codeOf(
          ctx,
          "participation",
          data.childParticipation,
          "childParticipation",
        ),
        lead: data.lead,
        followUpOn: data.followUp,
        parts: (data.parts ?? []).map((part, index) =>
          itemOf(ctx.ids.item(event.id, matter, `part ${index}`), part),
        ),
        text: data.text,
      },
    };
  }),
  "sip.followedUp": act("sip.followed-up", followed, (_event, data) => ({
    answers: { text: data.text },
  })),
  "visit.made": act("visit.made", visit, (_event, data, ctx) => ({
    answers: {
      participants: participants(ctx, data.participants, "participants"),
      privateTalk: data.privateTalk,
      childsWords: data.childsWords,
      text: joined(data.summary),
    },
  })),
};
