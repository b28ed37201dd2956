import {
  glassFollowUpDays,
  glassHours,
  glassKinds,
  glassLaw,
  glassReason,
} from "../../access/glass.ts";
import { glassOffer } from "../../contract/glass/glass-offer.ts";
import { ok } from "../../kernel/result.ts";
import { handle } from "../http/handler.ts";

export const glassOfferHandler = handle(glassOffer, async () =>
  ok({
    kinds: glassKinds,
    hours: glassHours,
    followUpDays: glassFollowUpDays,
    shortestReason: glassReason.shortest,
    longestReason: glassReason.longest,
    law: glassLaw,
  }),
);
