/** What conditions of the law may ask about an open measure and its goals. */
export const measureGuardFacts = {
  "command.goalsNotMeasurable": {
    type: "integer",
    about: "implementation-plan: goals set here that cannot be followed up",
  },
  "measure.childAsks": { type: "yesno", about: "the child asked for the measure and still does" },
  "measure.childConsents": { type: "yesno", about: "the child's consent to the measure stands" },
  "measure.consentWithdrawn": {
    type: "yesno",
    about: "somebody has withdrawn the consent since the measure was decided",
  },
  "measure.guardiansAllConsent": {
    type: "yesno",
    about: "the consent of every guardian stands, or is replaced by a decision",
  },
  "measure.planned": { type: "yesno", about: "the measure has an implementation plan" },
  "measures.running": { type: "integer", about: "measures of the matter that have not ended" },
} as const;
