import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

/** What a change of staffing is answered with. */
export const staffingAnswer = z.object({ seq: z.number().int() });

/** Says that somebody is away and who stands in; said again with the same id it is changed. */
export const setAbsence = route({
  id: "staffing.set-absence",
  method: "POST",
  path: "/api/v1/staffing/set-absence",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    absence: uuid,
    staff: uuid,
    substitute: uuid.optional(),
    from: plainDate,
    to: plainDate,
  }),
  answer: staffingAnswer,
  action: "staffing.set",
  purpose: "administration",
  problems: [
    "staff.not-found",
    "staffing.not-your-unit",
    "staffing.no-period",
    "staffing.ends-early",
    "staffing.overlaps",
    "staffing.self",
    "staffing.role",
  ],
});
