import { z } from "zod";
import { act } from "./act.ts";
import { childOf, codeOf, joined, type KindMapping } from "./mapping.ts";
import { personId } from "./people.ts";

const text = z.string().nullish();

const incident = z.looseObject({
  kind: z.string(),
  knownAt: text,
  riskHigh: z.boolean().nullish(),
  text,
});
const requested = z.looseObject({ kind: text, to: text, text });

/** Incidents, and asking for somebody to act for the child. */
export const incidentActs: Readonly<Record<string, KindMapping>> = {
  "incident.reported": act("incident.reported", incident, (event, data, ctx, matter) => ({
    answers: {
      incident: codeOf(ctx, "incident-kind", data.kind, "kind"),
      knownAt: data.knownAt,
      riskHigh: data.riskHigh,
      // Whose data it is: the others it is about, where it is about others than the child of the matter.
      concerns: event.about
        .filter((key) => key !== childOf(ctx, matter))
        .map((key) => personId(ctx, key, "about")),
      text: data.text,
    },
  })),
  "guardian.requested": act("guardian.requested", requested, (_event, data) => ({
    answers: { text: joined(data.kind, data.to, data.text) },
  })),
};
