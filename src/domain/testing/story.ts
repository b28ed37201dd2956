import {
  basisContent,
  Chain,
  child,
  father,
  id,
  manager,
  mother,
  reportData,
  worker,
} from "./chain.ts";

export const report = id(10);
export const investigation = id(11);
export const document = id(12);
export const decision = id(13);

/** A report has come in. */
export function received(born = "2014-02-17"): Chain {
  const chain = new Chain(born);
  chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
  chain.must("report.receive", "2026-03-02T10:05", { ids: { report }, data: reportData });
  return chain;
}

/** ... and the protection assessment is made. */
export function assessed(born?: string): Chain {
  const chain = received(born);
  chain.must("protection.assess", "2026-03-02T14:00", {
    ids: { report },
    data: {
      assessedAt: "2026-03-02T14:00",
      outcome: "no-immediate-need",
      reasons: "Barnet är tryggt hemma hos mamma.",
    },
  });
  return chain;
}

/** ... and an investigation is open. */
export function opened(born?: string): Chain {
  const chain = assessed(born);
  chain.must("investigation.open", "2026-03-09T09:00", {
    by: manager,
    ids: { report, investigation, investigator: worker.staff },
    data: { outcome: "open", decidedAt: "2026-03-09T09:00", reason: "Frånvaron är hög." },
  });
  return chain;
}

/** ... the family is told and the child has been met. */
export function talked(born?: string): Chain {
  const chain = opened(born);
  chain.must("party.inform", "2026-03-09T15:00", {
    data: { who: [mother, father, child], childInformed: "oral", childUnderstood: "yes" },
  });
  chain.must("talk.sign", "2026-03-20T09:00", {
    data: {
      occurredAt: "2026-03-20T09:00",
      withPersons: [child],
      alone: true,
      summary: "Barnet berättar.",
    },
  });
  return chain;
}

/** ... and the basis is with the guardians. */
export function communicated(born?: string): Chain {
  const chain = talked(born);
  chain.must("basis.fix", "2026-05-04T09:00", { ids: { document }, content: basisContent });
  chain.must("basis.communicate", "2026-05-04T10:00", {
    ids: { document },
    data: { to: [mother, father], answerBy: "2026-05-18" },
  });
  return chain;
}

/** A decision that grants an open measure with everybody's consent. */
export const decisionData = {
  type: "open-measure",
  wording: "Barnet beviljas samtal en gång i veckan.",
  legalBasis: ["sol25-11-1"],
  reasons: "Barnet behöver stöd.",
  bestInterests: "Bäst för barnet.",
  childsView: "Vill.",
  childPosition: "consents",
  favourable: true,
  guardianPositions: [
    { id: id(920), guardian: mother, position: "consents" },
    { id: id(921), guardian: father, position: "consents" },
  ],
} as const;
