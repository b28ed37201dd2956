import type { Route } from "../route.ts";
import { endAbsence } from "./end-absence.ts";
import { endDuty } from "./end-duty.ts";
import { readStaffing } from "./read-staffing.ts";
import { setAbsence } from "./set-absence.ts";
import { setDuty } from "./set-duty.ts";

/** Who is away, who stands in, who has which function. */
export const staffingRoutes: readonly Route[] = [
  readStaffing,
  setAbsence,
  endAbsence,
  setDuty,
  endDuty,
];
