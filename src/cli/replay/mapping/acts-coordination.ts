import { z } from "zod";
import { act } from "./act.ts";
import { at, codeOf, joined, leaveOut, type KindMapping } from "./mapping.ts";
import { anybody, participants } from "./people.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const offered = z.looseObject({ consentBy: keys.nullish(), text });
const made = z.looseObject({
  participants: keys,
  childParticipation: text,
  parts: z.array(z.unknown()).nullish(),
  text,
});
const followed = z.looseObject({ text });
const visit = z.looseObject({
  participants: keys,
  privateTalk: z.boolean().nullish(),
  summary: text,
  childsWords: text,
});

/** The coordinated plan with health care, and visits to a placed child. */
export const coordinationActs: Readonly<Record<string, KindMapping>> = {
  "sip.offered": act("sip.offered", offered, (_event, data, ctx) => ({
    answers: {
      by: (data.consentBy ?? []).map((key, index) => anybody(ctx, key, "consentBy", index)),
      text: data.text,
    },
  })),
  "sip.made": act("sip.made", made, (_event, data, ctx) => {
    if ((data.parts ?? []).length > 0) {
      leaveOut(ctx, "who does what in a coordinated plan has no fields yet", at(ctx, "parts"));
    }
    return {
      answers: {
        participants: participants(ctx, data.participants, "participants"),
        childParticipation: codeOf(
          ctx,
          "participation",
          data.childParticipation,
          "childParticipation",
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
