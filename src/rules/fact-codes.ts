/** Codes that conditions of the law name, as the specification has them. */
export const reporterClasses = [
  "duty-general",
  "duty-counselling",
  "duty-ombudsman",
  "private",
  "own-knowledge",
] as const;
export const decisionTypes = [
  "open-measure",
  "measure-without-assessment",
  "consent-replaced",
  "care-outside-home",
  "refusal",
  "close-without-measure",
  "care-order-application",
  "transfer",
  "follow-up-23",
  "other",
] as const;
export const placementForms = [
  "family-home",
  "emergency-home",
  "network-home",
  "supported-housing",
  "residential-care",
  "special-youth-home",
  "sheltered-housing",
  "own-home",
  "other",
] as const;
export const levels = ["delegate", "committee", "board", "chair", "court"] as const;
export const appealabilities = ["appeal", "not", "legality-review"] as const;
export const investigationResults = [
  "granted",
  "application-refused",
  "no-need",
  "no-consent",
  "without-assessment",
  "care-order-application",
  "transfer",
  "struck-off",
] as const;
export const reportKinds = [
  "application",
  "report",
  "other-information",
  "authority-request",
  "returned",
] as const;
