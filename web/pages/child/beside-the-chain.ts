/** Steps beside the chain: they may be taken, but nobody waits for them. */
export const besideTheChain: readonly string[] = [
  "preliminary.extend",
  "informing.postpone",
  "plan.revise",
  "consent.withdraw",
  "implementation-plan.revise",
  "contact-plan.revise",
  "measure.withdraw-consent",
  "measure.end",
  "investigation.extend",
  "act.record",
  "matter.assign",
  "matter.hand-over",
  "matter.hand-back",
  "decision.appeal",
];
