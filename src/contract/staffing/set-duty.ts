import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";
import { staffingAnswer } from "./set-absence.ts";

/** Gives a function of a unit (codelist `duty-function`) to somebody for some days, with a substitute. */
export const setDuty = route({
  id: "staffing.set-duty",
  method: "POST",
  path: "/api/v1/staffing/set-duty",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    duty: uuid,
    unit: uuid,
    function: z.string().max(80),
    holder: uuid,
    substitute: uuid.optional(),
    from: plainDate,
    to: plainDate,
  }),
  answer: staffingAnswer,
  action: "staffing.set",
  purpose: "administration",
  problems: [
    "unit.not-found",
    "staff.not-found",
    "staffing.not-your-unit",
    "staffing.no-period",
    "staffing.ends-early",
    "staffing.other-unit",
    "staffing.self",
  ],
});
