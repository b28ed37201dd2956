import { findMeasure } from "../measure/find-measure.ts";
import { basisContent, type Chain, father, id, manager, mother } from "./chain.ts";
import { communicated, decision, decisionData, document } from "./story.ts";

/** The measure of a decision that grants one has its id. */
export const measure = decision;
/** The goal of the basis, and its need. */
export const goal = id(911);
export const need = id(910);

/** A matter where an open measure is granted to a child born on a day. */
export function granted(born?: string, data: object = {}): Chain {
  const chain = communicated(born);
  chain.must("party.answer", "2026-05-12T10:00", {
    data: { party: [mother, father], position: "agrees", text: "Ja." },
  });
  chain.must("basis.sign", "2026-05-20T09:00", { ids: { document }, content: basisContent });
  chain.must("decision.make", "2026-05-20T10:00", {
    by: manager,
    ids: { decision },
    data: { ...decisionData, measureTypes: ["family-treatment"], ...data },
  });
  return chain;
}

/** ... and the child gets it. */
export function started(born?: string): Chain {
  const chain = granted(born);
  chain.must("measure.order", "2026-05-21T10:00", {
    ids: { measure },
    data: { providerKind: "own", goals: [{ id: id(940), goal }] },
  });
  chain.must("measure.start", "2026-06-01T10:00", { ids: { measure } });
  return chain;
}

/** A plan with a goal of the basis and one that it adds. */
export const plan = {
  childParticipation: "alone",
  guardianParticipation: [{ id: id(941), guardian: mother, involved: "yes" }],
  goals: [{ id: id(942), goal, activities: "Kvällsrutin" }],
  newGoals: [{ id: id(943), need, words: "Barnet äter frukost", measurable: true }],
  nextFollowUp: "2026-08-20",
};

/** The matter and its measure. */
export function measureIn(chain: Chain) {
  const matter = chain.state?.matters[id(1)];
  const found = findMeasure(matter, measure);
  if (matter === undefined || found === undefined) throw new Error("no measure");
  return { matter, measure: found };
}
