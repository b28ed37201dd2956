/** Facts of a case as its file has them: plain JSON that a test may change. */
export type CaseJson = Record<string, unknown> & {
  timeline: Record<string, unknown>[];
  expected: Record<string, Record<string, unknown>[]>;
};

/**
 * The smallest case there is: a report of concern that is assessed and not opened, with what must come of it.
 * Invented persons. Each call gives a new one.
 */
export function smallCase(): CaseJson {
  return {
    schemaVersion: "1.0",
    id: "small",
    asOf: "2026-04-01",
    municipalities: [{ key: "town", name: "Provstad", board: "Provnämnden" }],
    matters: [{ key: "alva-1", child: "alva" }],
    persons: [
      person("alva", "Alva", "barn", "20140217-9814", "2014-02-17"),
      person("petra", "Petra", "vårdnadshavare", "19840903-9826", "1984-09-03"),
    ],
    relations: [{ from: "petra", kind: "vårdnadshavare", to: "alva" }],
    externals: [{ key: "school", kind: "skola", name: "Provskolan" }],
    staff: [
      staff("ylva", "socialsekreterare, mottagning", true),
      staff("carina", "enhetschef, delegat", true),
      staff("per", "assistent", false),
    ],
    timeline: [report(), assessment(), notOpened()],
    expected: {
      deadlines: [
        {
          ruleId: "A-04",
          for: "alva",
          fromEvent: "rep",
          from: "2026-03-02",
          nominal: "2026-03-16",
          legalLatest: "2026-03-16",
          target: "2026-03-16",
          metOn: "2026-03-09",
          metEvent: "no",
          status: "met",
          certainty: "certain",
        },
      ],
      blocked: [extension()],
      violations: [],
      warnings: [
        { ruleId: "A-10", event: "no" },
        { ruleId: "A-07", event: "no" },
      ],
      variables: [
        {
          child: "alva",
          matter: "alva-1",
          values: { "BAK-02": 12, "AKT-03": "skola", "AKT-16": "inte inleda", "AKT-17": 7 },
        },
      ],
    },
  };
}

function person(key: string, given: string, role: string, value: string, birthDate: string) {
  return {
    key,
    name: { given, family: "Prov" },
    idNumber: { kind: "personnummer", value },
    birthDate,
    sex: "kvinna",
    role,
  };
}

function staff(key: string, role: string, qualified: boolean) {
  return { key, name: key, role, qualified, unit: "Mottagningen" };
}

/** An event of the small case at a local time, recorded by its caseworker. */
export function eventOf(id: string, time: string, kind: string, data: object) {
  return {
    id,
    occurredAt: time,
    recordedBy: "ylva",
    kind,
    matters: ["alva-1"],
    about: ["alva"],
    data: { ...data } as Record<string, unknown>,
  };
}

function report() {
  return eventOf("rep", "2026-03-02T10:00", "report.received", {
    channel: "telefon",
    reporter: { class: "19:1", kind: "skola", name: "Rektorn", anonymous: false, shielded: false },
    wantsFeedback: false,
    content: "Skolan berättar om hög frånvaro.",
    reasons: ["skolfrånvaro/skolproblem"],
    violence: ["ingen"],
  });
}

function assessment() {
  return eventOf("prot", "2026-03-02T14:00", "protectionAssessment.made", {
    outcome: "inget omedelbart skyddsbehov",
    lateArrival: false,
    reasons: "Alva är trygg.",
  });
}

function notOpened() {
  return eventOf("no", "2026-03-09T09:00", "investigation.notOpened", {
    report: "rep",
    level: "delegat",
    decider: "carina",
    reasonCode: "uppgifterna föranleder inte åtgärd",
    reason: "Skolan och mamman har en plan.",
    risk: "Låg.",
  });
}

function extension() {
  return {
    at: "2026-03-05T09:00",
    after: "prot",
    actor: "ylva",
    attempt: {
      kind: "preliminaryAssessment.extended",
      matters: ["alva-1"],
      about: ["alva"],
      data: {
        until: "2026-03-30",
        reason: "personalbrist",
        reasonText: "Vakanta tjänster.",
        level: "delegat",
        decider: "carina",
      },
    },
    ruleId: "A-05",
  };
}
