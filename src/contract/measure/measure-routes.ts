import { endMeasure } from "./end-measure.ts";
import { followUpMeasure } from "./follow-up-measure.ts";
import { makeContactPlan } from "./make-contact-plan.ts";
import { makeImplementationPlan } from "./make-implementation-plan.ts";
import { orderMeasure } from "./order-measure.ts";
import { noteReportRead } from "./note-report-read.ts";
import { reviseContactPlan } from "./revise-contact-plan.ts";
import { reviseImplementationPlan } from "./revise-implementation-plan.ts";
import { startMeasure } from "./start-measure.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

/** The routes of an open measure, from the assignment to its end. */
export const measureRoutes = [
  orderMeasure,
  startMeasure,
  makeImplementationPlan,
  reviseImplementationPlan,
  makeContactPlan,
  reviseContactPlan,
  followUpMeasure,
  noteReportRead,
  withdrawConsent,
  endMeasure,
] as const;
