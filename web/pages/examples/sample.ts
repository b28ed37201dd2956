import type { ClockShape, PersonLabel, ProblemShape } from "../../../src/contract/shapes.ts";

/** Invented people and duties for the examples and for tests of components. */
export function samplePerson(stripe: number, more: Partial<PersonLabel> = {}): PersonLabel {
  return {
    person: `00000000-0000-7000-8000-0000000000${String(stripe).padStart(2, "0")}`,
    name: "Elmer Exempelsson",
    age: 12,
    number: "20140217-****",
    protected: false,
    stripe,
    ...more,
  };
}

const longName = "Anna-Karin Maximiliana Ytterlighetsexempelsdotter Barnavårdsutredningsenhetslund";

export const samplePeople: readonly PersonLabel[] = [
  samplePerson(3),
  samplePerson(7, { name: "Tilde Exempelsson", age: 0 }),
  samplePerson(10, { name: "Skyddade personuppgifter", age: null, number: null, protected: true }),
  samplePerson(1, { name: longName, age: 17 }),
];

export function sampleClock(more: Partial<ClockShape> = {}): ClockShape {
  const child = more.child ?? samplePerson(3);
  return {
    clock: `${more.ruleId ?? "A-04"} ${more.daysLeft ?? 9} ${child.stripe}`,
    ruleId: "A-04",
    name: "Förhandsbedömning",
    standsIn: null,
    nameEn: "Preliminary assessment",
    akt: "00000000-0000-7000-8000-000000000101",
    matter: "00000000-0000-7000-8000-000000000102",
    child,
    subject: null,
    from: "2026-11-20",
    nominal: "2026-12-04",
    legalLatest: "2026-12-04",
    target: "2026-12-04",
    severity: "B",
    section: "20 kap. 1 § SoL",
    certainty: "certain",
    status: "open",
    metOn: null,
    daysLeft: 9,
    worker: "Jonatan Hedlid",
    unit: "Utredningsgruppen",
    verb: "Besluta om utredning ska inledas",
    verbEn: "Decide whether to open an investigation",
    href: "/child/00000000-0000-7000-8000-000000000101",
    ...more,
  };
}

function due(daysLeft: number, day: string): Partial<ClockShape> {
  return { daysLeft, nominal: day, legalLatest: day, target: day };
}

export const sampleClocks: readonly ClockShape[] = [
  sampleClock({
    ...due(-2, "2026-11-23"),
    severity: "A",
    name: "Omedelbar skyddsbedömning",
    nameEn: "Immediate protection assessment",
    verb: "Gör skyddsbedömning",
    verbEn: "Make the protection assessment",
    worker: null,
  }),
  sampleClock({ ...due(0, "2026-11-25"), severity: "A", child: samplePerson(7) }),
  sampleClock({ ...due(-1, "2026-11-24"), child: samplePerson(4) }),
  sampleClock({ ...due(1, "2026-11-26"), child: samplePerson(10, { protected: true }) }),
  sampleClock({
    daysLeft: 5,
    nominal: "2026-11-28",
    target: "2026-11-27",
    legalLatest: "2026-11-30",
    child: samplePerson(6),
  }),
  sampleClock({ ...due(12, "2026-12-07"), child: samplePerson(1, { name: longName }) }),
  sampleClock({ ...due(-4, "2026-11-21"), severity: "C", child: samplePerson(9) }),
  sampleClock({ ...due(30, "2026-12-25"), severity: "C", child: samplePerson(11) }),
];

export const sampleProblems: readonly ProblemShape[] = [
  {
    id: "law.A-04.reason",
    ruleId: "A-04",
    section: "20 kap. 1 § SoL",
    pointer: "/data/reason",
    severity: "block",
    sv: "Skriv skälen för att utredning inleds.",
    en: "Write the reasons for opening the investigation.",
  },
  {
    id: "command.stale",
    severity: "block",
    sv: "Någon annan har ändrat det du ser. Ladda om sidan och läs innan du fortsätter.",
    en: "Somebody else has changed what you see. Reload the page and read before you go on.",
  },
];
