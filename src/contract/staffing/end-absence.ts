import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { staffingAnswer } from "./set-absence.ts";

/** Somebody is back: from now on nobody stands in. */
export const endAbsence = route({
  id: "staffing.end-absence",
  method: "POST",
  path: "/api/v1/staffing/end-absence",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, absence: uuid }),
  answer: staffingAnswer,
  action: "staffing.set",
  purpose: "administration",
  problems: ["staffing.not-found", "staffing.not-your-unit"],
});
