import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { staffingAnswer } from "./set-absence.ts";

/** Takes a function back before its last day. */
export const endDuty = route({
  id: "staffing.end-duty",
  method: "POST",
  path: "/api/v1/staffing/end-duty",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, duty: uuid }),
  answer: staffingAnswer,
  action: "staffing.set",
  purpose: "administration",
  problems: ["staffing.not-found", "staffing.not-your-unit"],
});
